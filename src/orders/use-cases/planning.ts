import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { sumGrams, type Grams } from '../../kernel/units.js';
import { Lots, type CandidateLine } from '../../lots/index.js';
import { Closures } from '../../permits/index.js';
import { Places, type Place } from '../../places/index.js';
import { DealsStore } from '../data/deals.store.js';
import type { Offer } from '../data/offer.rows.js';
import type { Order } from '../data/order.rows.js';
import type { LeftOutLot } from '../data/plans.store.js';
import type { AllocationPlan } from '../domain/allocation/plan.js';
import { preview, solvedPreview, type PolicyCode } from '../domain/allocation/preview.js';
import type { CandidateLot, LatLon, Wish } from '../domain/allocation/wish.js';
import { COLLECTION_COSTS } from '../domain/collection-costs.js';
import { partOf, type OrderPart } from '../domain/part.js';
import { nextRound, type AskedLine, type NotTakenReason, type Round } from '../domain/round.js';
import { CheapestSolver } from '../solver/cheapest-solver.js';

const WEEK_MS = 7 * 86_400_000;

export interface PlannedRound {
  /** By which the plan was computed. */
  readonly policy: PolicyCode;
  readonly plan: AllocationPlan;
  readonly wish: Wish;
  /** The lots the plan chose among. */
  readonly candidates: readonly CandidateLot[];
  /** What this round looks for: the order's wish less what earlier rounds hold. */
  readonly wantedGrams: Grams;
  /** Every lot that was looked at and not taken. */
  readonly excluded: readonly LeftOutLot[];
  /** Of those, the ones an earlier round settled. */
  readonly passedOver: readonly LeftOutLot[];
  /** The same for the same lines at the same prices, so that a plan that was looked at can be told from a newer one. */
  readonly fingerprint: string;
}

/** Plans the next round of an order. Looking at the market is one statement; the planning itself is arithmetic. */
@Injectable()
export class Planning {
  constructor(
    private readonly lots: Lots,
    private readonly places: Places,
    private readonly closures: Closures,
    private readonly deals: DealsStore,
    private readonly solver: CheapestSolver,
    private readonly clock: Clock,
  ) {}

  async market(order: Order): Promise<CandidateLot[]> {
    const lines = await this.lots.candidates({
      cropCode: order.cropCode,
      varietyCode: order.varietyCode,
      gradeCodes: order.lines.map((line) => line.gradeCode),
      readyFrom: order.readyFrom,
      readyTo: order.readyTo,
      buyerId: order.buyerId,
      pooledListingId: order.pooledListingId,
    });
    const candidates = await withClosures(this.closures, lines.map(toCandidate), order);
    return order.limits.isUnsoldFirst ? this.withUnsold(candidates) : candidates;
  }

  /** Where a bulk order goes. */
  async depotOf({ destinationId, number }: Order): Promise<Place> {
    const depot = destinationId === null ? undefined : await this.places.place(destinationId);
    if (!depot) throw new Error(`order ${number} has no destination`);
    return depot;
  }

  private async withUnsold(lots: readonly CandidateLot[]): Promise<CandidateLot[]> {
    const weekAgo = new Date(this.clock.now().getTime() - WEEK_MS);
    const households = [...new Set(lots.map((lot) => lot.householdId))];
    const sellers = await this.deals.sellersSince(households, weekAgo);
    return lots.map((lot) => ({ ...lot, isUnsoldThisWeek: !sellers.has(lot.householdId) }));
  }

  async plan(
    order: Order,
    offers: readonly Offer[],
    market: readonly CandidateLot[],
    isAutomatic: boolean,
  ): Promise<PlannedRound> {
    const depot = await this.depotOf(order);
    const round = nextRound(order, offers.map(toAsked), market, { depot, isAutomatic });
    return this.carriedOut(round, order.policy);
  }

  /** The part of an order that somebody takes for households she speaks for, over the lots of those alone. */
  async planPart(
    order: Order,
    offers: readonly Offer[],
    market: readonly CandidateLot[],
    part: OrderPart,
  ): Promise<PlannedRound> {
    const depot = await this.depotOf(order);
    const round = nextRound(order, offers.map(toAsked), market, { depot, isAutomatic: false });
    return this.carriedOut({ ...round, wish: partOf(round.wish, part) }, part.policy);
  }

  private async carriedOut(round: Round, policy: PolicyCode): Promise<PlannedRound> {
    const plan = await solvedPreview(
      round.wish,
      round.candidates,
      policy,
      COLLECTION_COSTS,
      (purchase) => this.solver.solve(purchase),
    );

    const passedOver = round.passedOver.map(leftOut);
    return {
      policy,
      plan,
      wish: round.wish,
      candidates: round.candidates,
      wantedGrams: sumGrams(round.wish.lines.map((line) => line.wanted)),
      excluded: [...excludedOf(plan, round.candidates), ...passedOver],
      passedOver,
      fingerprint: fingerprintOf(plan),
    };
  }

  /** The same round with what a person wrote down in place of what was computed. */
  byHand(planned: PlannedRound, amounts: ReadonlyMap<string, Grams>): PlannedRound {
    const { wish, candidates, passedOver } = planned;
    const plan = preview({ ...wish, byHand: amounts }, candidates, 'MANUAL', COLLECTION_COSTS);
    return { ...planned, plan, excluded: [...excludedOf(plan, candidates), ...passedOver] };
  }
}

const leftOut = ({ lot, reason }: { lot: CandidateLot; reason: NotTakenReason }): LeftOutLot => ({
  ...keysOf(lot),
  gradeCode: lot.gradeCode,
  grams: lot.free,
  reason,
});

function excludedOf(plan: AllocationPlan, candidates: readonly CandidateLot[]): LeftOutLot[] {
  const byLine = new Map(candidates.map((lot) => [lot.lotGradeId, lot]));
  return plan.excluded.flatMap(({ lotGradeId, reason }) => {
    const lot = byLine.get(lotGradeId);
    return lot ? [leftOut({ lot, reason })] : [];
  });
}

const fingerprintOf = ({ lines }: AllocationPlan): string => {
  const told = lines.map(({ lotGradeId, grams, vndPerKg }) => [lotGradeId, grams, vndPerKg]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
};

/** A line of the market as the allocation reads it; a garden gate is known by where it lies. */
export const toCandidate = (line: CandidateLine): CandidateLot => ({
  ...keysOf(line),
  communeId: line.communeId,
  gradeCode: line.gradeCode,
  free: line.freeGrams,
  leastTake: line.minTakeGrams,
  askVndPerKg: line.askVndPerKg,
  readyFrom: line.readyFrom,
  readyTo: line.readyTo,
  point: { id: pointOf(line), lat: line.lat, lon: line.lon },
  certificates: line.claims,
  reliability: line.reliability,
  isZoneClosed: false,
  publishedAt: line.publishedAt,
});

/** When goods are fetched, and where they are to go when that is known. */
interface ToFetch {
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly destinationId: string | null;
}

/** Those that cannot be moved in any of the hours they could be fetched in are marked so. */
export async function withClosures(
  closures: Closures,
  lots: readonly CandidateLot[],
  { readyFrom, readyTo, destinationId }: ToFetch,
): Promise<CandidateLot[]> {
  const communes = lots.map(({ communeId }) => communeId);
  const closureOf = await closures.among(communes, readyFrom, readyTo, destinationId);
  return lots.map((lot) => {
    const from = lot.readyFrom > readyFrom ? lot.readyFrom : readyFrom;
    const to = lot.readyTo < readyTo ? lot.readyTo : readyTo;
    return closureOf(lot.communeId, from, to) ? { ...lot, isZoneClosed: true } : lot;
  });
}

/** Within about a metre; whole numbers are written ten times faster than decimals, and a market has thousands of lines. */
export const pointOf = ({ lat, lon }: LatLon): string =>
  `${Math.round(lat * 1e5)},${Math.round(lon * 1e5)}`;

interface LotKeys {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
}

const keysOf = ({ lotId, lotGradeId, householdId }: LotKeys): LotKeys => ({
  lotId,
  lotGradeId,
  householdId,
});

export function toAsked(offer: Offer): AskedLine {
  const { lotGradeId, householdId, gradeCode, grams } = offer;
  return {
    lotGradeId,
    householdId,
    gradeCode,
    grams,
    pointId: pointOf(offer),
    standing: standingOf(offer),
  };
}

function standingOf({ state }: Offer): AskedLine['standing'] {
  switch (state) {
    case 'DECLINED':
      return 'DECLINED';
    case 'EXPIRED':
      return 'SILENT';
    case 'RELEASED':
      return 'WITHDRAWN';
    case 'OFFERED':
    case 'ACCEPTED':
    case 'COMMITTED':
    case 'WEIGHED':
      return 'LIVE';
  }
}
