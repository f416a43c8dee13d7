import { type Refusal, refuse } from '../../kernel/refusal.js';
import type { PassKind, PassTerms, TripPoint, ZoneStatus } from './rule-pack.js';
import { type FailedPool, type Traveller, standingProof } from './test-proofs.js';
import { allHold, zonedTrip } from './zones.js';

/** The vehicle's own paper: a green-lane card of 2021, a shipment dossier, or a permit of ours. */
export interface VehiclePass {
  readonly kind: PassKind;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly validFrom: Date;
  /** Exclusive. */
  readonly validTo: Date;
  readonly plate: string;
  /** Codes of the places declared for loading and unloading. */
  readonly stops: readonly string[];
  readonly personIds: readonly string[];
  readonly isRevoked: boolean;
}

export interface Trip {
  readonly plate: string;
  /** From the first loading place to the last unloading one, with the places crossed. */
  readonly points: readonly TripPoint[];
  /** Codes of the places where goods are really loaded or unloaded. */
  readonly stops: readonly string[];
}

export interface PassCircumstances {
  readonly trip: Trip;
  readonly crew: readonly Traveller[];
  readonly failedPools: readonly FailedPool[];
  readonly zones: readonly ZoneStatus[];
  readonly terms: readonly PassTerms[];
  /** Some rule in force says that the printed end does not count. */
  readonly isEndIgnored: boolean;
  readonly at: Date;
}

export type PassFault = Refusal<
  | 'PASS_REVOKED'
  | 'PASS_NOT_YET_VALID'
  | 'PASS_EXPIRED'
  | 'PASS_ISSUER_CLOSED'
  | 'PASS_ZONE_ENDED'
  | 'PASS_VOID_BY_TEST'
  | 'PLATE_MISMATCH'
  | 'OFF_ITINERARY'
  | 'PERSON_NOT_DECLARED'
>;

/** The first thing wrong with a pass; nothing when it is good for this trip now. */
export function faultOf(pass: VehiclePass, now: PassCircumstances): PassFault | undefined {
  return (
    misuse(pass, now) ??
    outOfDate(pass, now) ??
    now.terms.map((terms) => broken(terms, pass, now)).find((fault) => fault !== undefined)
  );
}

/** When the tests that keep the pass alive run out; one entry for each person and rule. */
export const testEndsOf = ({ terms, crew, failedPools, at }: PassCircumstances): Date[] =>
  terms
    .flatMap(({ voidWhenTestOlder: limit }) =>
      limit === null ? [] : crew.map((person) => standingProof(person, limit, failedPools, at)),
    )
    .flatMap((standing) => ('until' in standing && standing.until ? [standing.until] : []));

function misuse(
  pass: VehiclePass,
  { trip, crew, terms }: PassCircumstances,
): PassFault | undefined {
  const bound = new Set(terms.flatMap((each) => each.boundTo));
  if (bound.has('PLATE') && pass.plate !== trip.plate) {
    return refuse('PLATE_MISMATCH', { declared: pass.plate, seen: trip.plate });
  }
  const strayStop = trip.stops.find((stop) => !pass.stops.includes(stop));
  if (bound.has('ITINERARY') && strayStop !== undefined) {
    return refuse('OFF_ITINERARY', { stop: strayStop });
  }
  const stranger = crew.find(({ personId }) => !pass.personIds.includes(personId));
  if (bound.has('PEOPLE') && stranger !== undefined) {
    return refuse('PERSON_NOT_DECLARED', { personId: stranger.personId });
  }
  return undefined;
}

function outOfDate(
  pass: VehiclePass,
  { isEndIgnored, at }: PassCircumstances,
): PassFault | undefined {
  if (pass.isRevoked) return refuse('PASS_REVOKED');
  if (at < pass.validFrom) {
    return refuse('PASS_NOT_YET_VALID', { validFrom: pass.validFrom.toISOString() });
  }
  if (at >= pass.validTo && !isEndIgnored) {
    return refuse('PASS_EXPIRED', { validTo: pass.validTo.toISOString() });
  }
  return undefined;
}

function broken(
  terms: PassTerms,
  pass: VehiclePass,
  now: PassCircumstances,
): PassFault | undefined {
  const { closedIssuer, voidWithoutMeasure: measures, voidWhenTestOlder: limit } = terms;
  if (closedIssuer !== null && pass.issuer === closedIssuer.issuer) {
    if (pass.issuedAt.getTime() >= Date.parse(closedIssuer.at)) {
      return refuse('PASS_ISSUER_CLOSED', { issuer: pass.issuer, closedAt: closedIssuer.at });
    }
  }
  if (measures !== null) {
    const touches = (at: Date) =>
      allHold([{ kind: 'TOUCHES', measures }], zonedTrip(now.trip.points, now.zones, at));
    if (touches(pass.issuedAt) && !touches(now.at)) return refuse('PASS_ZONE_ENDED');
  }
  if (limit !== null) {
    const untested = now.crew.find(
      (person) => 'refused' in standingProof(person, limit, now.failedPools, now.at),
    );
    if (untested !== undefined) return refuse('PASS_VOID_BY_TEST', { personId: untested.personId });
  }
  return undefined;
}
