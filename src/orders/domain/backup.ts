import { basisPoints, grams, type BasisPoints, type Grams } from '../../kernel/units.js';
import type { CandidateLot, LatLon, Wish } from './allocation/wish.js';
import type { OrderToFill } from './round.js';

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

/** A deal of the order, as far as it says who needs no asking and how much of each grade is promised. */
export interface Promised {
  readonly householdId: string;
  readonly lines: readonly { readonly gradeCode: string; readonly grams: Grams }[];
}

/**
 * Whom to ask to stand by: a share of each grade that was promised, over the lots of households that have no part in
 * the order and were not asked before.
 */
export function backupRound(
  order: Pick<OrderToFill, 'lines' | 'readyFrom' | 'readyTo' | 'communeIds'>,
  standing: {
    readonly deals: readonly Promised[];
    readonly askedLines: ReadonlySet<string>;
    readonly share: BasisPoints;
  },
  candidates: readonly CandidateLot[],
  depot: LatLon,
): { readonly wish: Wish; readonly candidates: readonly CandidateLot[] } {
  const partners = new Set(standing.deals.map(({ householdId }) => householdId));
  const promised = (code: string): number =>
    standing.deals
      .flatMap(({ lines }) => lines)
      .filter(({ gradeCode }) => gradeCode === code)
      .reduce((sum, line) => sum + line.grams, 0);
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
      (lot) => !partners.has(lot.householdId) && !standing.askedLines.has(lot.lotGradeId),
    ),
  };
}

const wholeKilograms = (amount: number): Grams => grams(Math.ceil(amount / 1000) * 1000);
