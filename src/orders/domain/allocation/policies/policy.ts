import type { EligibleLot } from '../eligibility.js';
import type { CostModel } from '../cost-model.js';
import type { Wish } from '../wish.js';

export interface Take {
  readonly lot: EligibleLot;
  readonly grams: number;
}

export interface Chosen {
  readonly takes: readonly Take[];
  /** Lot grades whose share came out below their own minimum and was given to the others. */
  readonly belowLeast: ReadonlySet<string>;
}

/** Shares a wish over lots that all passed the hard rules; the lots come sorted by lot grade id. */
export type Policy = (wish: Wish, lots: readonly EligibleLot[], costModel: CostModel) => Chosen;

/** Earlier published first, then lot grade id: who gets what cannot be divided. */
export const earlierFirst = (a: EligibleLot, b: EligibleLot): number =>
  a.lot.publishedAt.getTime() - b.lot.publishedAt.getTime() ||
  (a.lot.lotGradeId < b.lot.lotGradeId ? -1 : 1);

/** The soonest end of the pick-up hours first; of equals the earlier. */
export const soonestFirst = (a: EligibleLot, b: EligibleLot): number =>
  a.lot.readyTo.getTime() - b.lot.readyTo.getTime() || earlierFirst(a, b);
