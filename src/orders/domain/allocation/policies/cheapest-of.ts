import type { CostModel } from '../cost-model.js';
import { mostOf, type EligibleLot } from '../eligibility.js';
import type { Amounts, Purchase } from '../cheapest/problem.js';
import { topUpLoose } from './loose-crates.js';
import type { Chosen } from './policy.js';
import type { Wish } from '../wish.js';

/** What a policy that seeks the cheapest set of lots counts as cost. */
export type Weighing = (
  wish: Wish,
  lots: readonly EligibleLot[],
  costModel: CostModel,
) => {
  readonly vndPerGramOf: (lot: EligibleLot) => number;
  readonly comingVndOf: (lot: EligibleLot) => number;
  readonly lineVnd: number;
  readonly missingVndPerGram: number;
};

/** A wish reduced to numbers, and the way back from amounts to lots. */
export interface Stated {
  readonly purchase: Purchase;
  readonly chosen: (amounts: Amounts) => Chosen;
}

/** States a wish as a purchase; with crates every amount is whole crates, and the rest is asked for loose afterwards. */
export function statedAsPurchase(
  wish: Wish,
  lots: readonly EligibleLot[],
  costModel: CostModel,
  weighing: Weighing,
): Stated {
  const crate = wish.crate ?? 1;
  const points = new Map<string, number>();
  const households = new Map<string, number>();
  const comingVnd: number[] = [];
  const { vndPerGramOf, comingVndOf, lineVnd, missingVndPerGram } = weighing(wish, lots, costModel);
  const usable = lots.filter((lot) => wholeUp(lot.least, crate) <= wholeDown(lot.most, crate));
  const offers = usable.map((one) => {
    const { lot, least, most } = one;
    const point = indexOf(points, lot.point.id);
    comingVnd[point] = comingVndOf(one);
    return {
      grade: wish.lines.findIndex((line) => line.gradeCode === lot.gradeCode),
      household: indexOf(households, lot.householdId),
      point,
      least: wholeUp(least, crate),
      most: wholeDown(most, crate),
      vndPerGram: vndPerGramOf(one),
    };
  });
  const purchase: Purchase = {
    offers,
    wanted: wish.lines.map((line) => wholeDown(line.wanted, crate)),
    mostWanted: wish.lines.map((line) => wholeDown(mostOf(line, wish), crate)),
    comingVnd,
    households: households.size,
    householdCap: wish.householdCap === undefined ? Infinity : wholeDown(wish.householdCap, crate),
    mostPoints: wish.mostPickupPoints ?? Infinity,
    unit: crate,
    lineVnd,
    missingVndPerGram,
  };
  const chosen = (amounts: Amounts): Chosen => {
    const takes = usable.flatMap((lot, i) =>
      amounts[i]! > 0 ? [{ lot, grams: amounts[i]! }] : [],
    );
    return { takes: topUpLoose(wish, takes), belowLeast: new Set() };
  };
  return { purchase, chosen };
}

const wholeDown = (grams: number, unit: number): number => Math.floor(grams / unit) * unit;
const wholeUp = (grams: number, unit: number): number => Math.ceil(grams / unit) * unit;

function indexOf(seen: Map<string, number>, key: string): number {
  const index = seen.get(key) ?? seen.size;
  seen.set(key, index);
  return index;
}
