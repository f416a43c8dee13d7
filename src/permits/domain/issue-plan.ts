import { type Refusal, refuse } from '../../kernel/refusal.js';
import { type Evaluation, evaluate } from './rule-engine.js';
import type { Question } from './rule-findings.js';
import type { VehiclePass } from './vehicle-pass.js';

/** Who issues, as the token and the rules name us. */
export const ISSUER = 'LUCNAM';

/** What a permit is asked for: a trip, who is aboard and the rules, at the moment of asking. */
export interface PermitWish extends Omit<Question, 'pass' | 'at' | 'where'> {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly now: Date;
}

/** The permit the rules would let us issue, and whether a person must look first. */
export interface PermitPlan {
  readonly validFrom: Date;
  /** Exclusive. */
  readonly validTo: Date;
  readonly evaluation: Evaluation;
  /** Nothing known speaks against it: a person may issue it. */
  readonly isIssuable: boolean;
  /** Every rule is met and none asks for a person. */
  readonly isAutomatic: boolean;
  /** The pack it is issued under. */
  readonly rulePackCode: string;
}

const HOUR_MS = 3_600_000;
// Baskets are loaded before the planned start.
const EARLY_MS = HOUR_MS;
// A breakdown or a long queue at a post, not another trip: the vehicle may need its next permit the same day.
const LATE_MS = 4 * HOUR_MS;

/**
 * Asks the rules with the permit as it would be issued. A trip that is late keeps its length.
 * Refused when no rule in force asks for a permit, and when something would end it before the trip does.
 */
export function planPermit(
  wish: PermitWish,
): PermitPlan | Refusal<'PERMIT_NOT_NEEDED' | 'PERMIT_ENDS_EARLY'> {
  const { startsAt, now } = wish;
  const at = startsAt > now ? startsAt : now;
  const tripEnd = endOfTrip(wish, at);
  const bare = evaluate({ ...wish, pass: null, at, where: 'ROAD' });
  if (!bare.permitNeeded) return refuse('PERMIT_NOT_NEEDED');

  const { validFrom, validTo: latest } = windowOf(wish, now);
  const longest =
    bare.passMaxHours === null
      ? latest
      : earlier(latest, new Date(validFrom.getTime() + bare.passMaxHours * HOUR_MS));
  const pass = passFor(wish, validFrom, longest);
  const evaluation = evaluate({ ...wish, pass, at, where: 'ROAD' });
  const { validUntil, verdict, endsWith } = evaluation;
  const validTo = validUntil === null ? longest : earlier(validUntil, longest);
  if (validTo < tripEnd) {
    return refuse('PERMIT_ENDS_EARLY', { validTo: validTo.toISOString(), by: endsWith });
  }
  return {
    validFrom,
    validTo: wholeSeconds(validTo.getTime()),
    evaluation,
    isIssuable: verdict === 'PASS' || verdict === 'CHECK',
    isAutomatic: verdict === 'PASS' && evaluation.isAutomatic,
    rulePackCode: askingPack(wish, evaluation),
  };
}

/** The longest window a permit of this trip could have, whatever the rules say. */
export function windowOf(
  trip: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
): { readonly validFrom: Date; readonly validTo: Date } {
  const departure = trip.startsAt > now ? trip.startsAt : now;
  return {
    validFrom: wholeSeconds(Math.max(now.getTime(), trip.startsAt.getTime() - EARLY_MS)),
    validTo: wholeSeconds(endOfTrip(trip, departure).getTime() + LATE_MS),
  };
}

/** A trip that starts at another hour than planned takes as long as it was planned to. */
export const endOfTrip = (
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  departure: Date,
): Date => new Date(endsAt.getTime() + Math.max(0, departure.getTime() - startsAt.getTime()));

const passFor = ({ trip, crew, now }: PermitWish, from: Date, to: Date): VehiclePass => ({
  kind: 'LUC_NAM_PERMIT',
  issuer: ISSUER,
  issuedAt: now,
  validFrom: from,
  validTo: to,
  plate: trip.plate,
  stops: trip.stops,
  personIds: crew.map(({ personId }) => personId),
  isRevoked: false,
});

/** Of the packs that had a say: one that asks for our permit, else one that asks for any paper. */
function askingPack({ rulePacks }: PermitWish, { ruleIds }: Evaluation): string {
  const asking = rulePacks.filter(({ id, pass }) => ruleIds.includes(id) && pass !== null);
  const ours = asking.find(({ pass }) => pass?.kinds.includes('LUC_NAM_PERMIT'));
  return (ours ?? asking.at(-1))?.id ?? '';
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

// The token knows no parts of a second; what is kept beside it must say the same.
const wholeSeconds = (ms: number): Date => new Date(Math.floor(ms / 1000) * 1000);
