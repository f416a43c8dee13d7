import { cheapestAmounts } from '../cheapest/cheapest.js';
import type { Purchase } from '../cheapest/problem.js';
import { mostOf } from '../eligibility.js';
import { topUpLoose } from './loose-crates.js';
import type { Policy } from './policy.js';

/** LOWEST_COST: the lowest landed price, goods and collecting together. */
export const lowestCost: Policy = (wish, lots, costModel) => {
  const crate = wish.crate ?? 1;
  const points = new Map<string, number>();
  const households = new Map<string, number>();
  const comingVnd: number[] = [];
  const usable = lots.filter((lot) => wholeUp(lot.least, crate) <= wholeDown(lot.most, crate));
  const offers = usable.map(({ lot, least, most, vndPerKg, cost }) => {
    const point = indexOf(points, lot.point.id);
    comingVnd[point] = cost.comingVnd;
    return {
      grade: wish.lines.findIndex((line) => line.gradeCode === lot.gradeCode),
      household: indexOf(households, lot.householdId),
      point,
      least: wholeUp(least, crate),
      most: wholeDown(most, crate),
      vndPerGram: vndPerKg / 1000 + cost.vndPerGram,
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
    lineVnd: costModel.lineVnd,
    missingVndPerGram: costModel.missingVndPerKg / 1000,
  };
  const amounts = cheapestAmounts(purchase);
  const takes = usable.flatMap((lot, i) => (amounts[i]! > 0 ? [{ lot, grams: amounts[i]! }] : []));
  return { takes: topUpLoose(wish, takes), belowLeast: new Set() };
};

const wholeDown = (grams: number, unit: number): number => Math.floor(grams / unit) * unit;
const wholeUp = (grams: number, unit: number): number => Math.ceil(grams / unit) * unit;

function indexOf(seen: Map<string, number>, key: string): number {
  const index = seen.get(key) ?? seen.size;
  seen.set(key, index);
  return index;
}
