import { basisPoints, grams, type BasisPoints, type Grams } from '../../kernel/units.js';
import type { CandidateLot, LatLon, Wish } from './allocation/wish.js';
import { limitsLeft, stillMissing, type AskedLine, type OrderToFill } from './round.js';

/** ASKED for a soft yes, READY once it is given; at the hour of release both stand by no longer. */
export type BackupState = 'ASKED' | 'READY' | 'DECLINED' | 'RELEASED' | 'USED';

/** A tenth of the kilograms stands by, unless the buyer says otherwise (AL-10). */
export const USUAL_SHARE = basisPoints(1_000);
/** More than this is no backup but another order. */
export const SHARES = [100, 5_000] as const;

const MINUTE_MS = 60_000;
// A truck that has not turned round by then will not.
const RELEASE_MINUTES = 60;

/** When households that stand by are free again: an hour before the pick-up window ends. */
export const releaseAt = (readyTo: Date): Date =>
  new Date(readyTo.getTime() - RELEASE_MINUTES * MINUTE_MS);

/** A line of the order, as far as it says who has a part in it. */
export type AskedPart = Omit<AskedLine, 'pointId'>;

/**
 * Whom to ask to stand by: a share of each grade that is promised or waits for its answer, over the lots of households
 * that have no part in the order, of those that did not say no to it, and were not asked to stand by before.
 */
export function backupRound(
  order: Pick<OrderToFill, 'lines' | 'readyFrom' | 'readyTo' | 'communeIds'>,
  standing: {
    readonly asked: readonly AskedPart[];
    /** Lines of lots that were asked to stand by. */
    readonly askedToStandBy: ReadonlySet<string>;
    readonly share: BasisPoints;
  },
  candidates: readonly CandidateLot[],
  depot: LatLon,
): { readonly wish: Wish; readonly candidates: readonly CandidateLot[] } {
  const live = standing.asked.filter((line) => line.standing === 'LIVE');
  const partners = new Set(live.map(({ householdId }) => householdId));
  const declined = new Set(
    standing.asked
      .filter((line) => line.standing === 'DECLINED')
      .map(({ lotGradeId }) => lotGradeId),
  );
  const promised = (code: string): number =>
    live.filter(({ gradeCode }) => gradeCode === code).reduce((sum, line) => sum + line.grams, 0);
  const lines = order.lines.flatMap(({ gradeCode, maxVndPerKg }) => {
    const wanted = wholeKilograms((promised(gradeCode) * standing.share) / 10_000);
    return wanted > 0 ? [{ gradeCode, wanted, maxVndPerKg }] : [];
  });
  return {
    wish: {
      lines,
      readyFrom: order.readyFrom,
      readyTo: order.readyTo,
      depot,
      tolerance: basisPoints(0),
      leastGrams: grams(0),
      communeIds: order.communeIds,
    },
    candidates: candidates.filter(
      ({ householdId, lotGradeId }) =>
        !partners.has(householdId) &&
        !declined.has(lotGradeId) &&
        !standing.askedToStandBy.has(lotGradeId),
    ),
  };
}

/** A lot whose household stands by. */
export interface StandingBy {
  readonly id: string;
  readonly householdId: string;
  readonly gradeCode: string;
  readonly grams: Grams;
  /** The least its household lets go. */
  readonly leastGrams: Grams;
  /** Where it is fetched. */
  readonly pointId: string;
}

/**
 * What is taken of lots that stand by when others fell away, in the order given: what is still missing of each grade,
 * within the order's limits, nothing below what a household lets go (AL-09).
 */
export function takenInstead(
  order: OrderToFill,
  asked: readonly AskedLine[],
  ready: readonly StandingBy[],
): Map<string, Grams> {
  const missing = new Map<string, number>(
    stillMissing(order, asked).map(({ gradeCode, wanted }) => [gradeCode, wanted]),
  );
  const limits = limitsLeft(order, asked);
  let room: number = limits.mostGrams ?? Infinity;
  const points = new Set<string>();
  const given = new Map<string, number>();
  const taken = new Map<string, Grams>();
  for (const { id, householdId, gradeCode, grams: has, leastGrams, pointId } of ready) {
    const isPointFree =
      points.has(pointId) || points.size < (limits.mostPickupPoints ?? Number.MAX_SAFE_INTEGER);
    const before = given.get(householdId) ?? 0;
    const cap = (limits.householdCap ?? Infinity) - before;
    const amount = Math.min(has, missing.get(gradeCode) ?? 0, room, cap);
    if (!isPointFree || amount <= 0 || amount < leastGrams) continue;
    taken.set(id, grams(amount));
    points.add(pointId);
    given.set(householdId, before + amount);
    missing.set(gradeCode, (missing.get(gradeCode) ?? 0) - amount);
    room -= amount;
  }
  return taken;
}

const wholeKilograms = (amount: number): Grams => grams(Math.ceil(amount / 1000) * 1000);
