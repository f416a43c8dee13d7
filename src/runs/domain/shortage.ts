import { grams, type BasisPoints, type Grams } from '../../kernel/units.js';

/** One deal of an order, as the truck found it. */
export interface FoundDeal {
  readonly promised: Grams;
  /** null: nothing is known yet, and what was promised is expected. */
  readonly fetched: Grams | null;
  /** It was made in place of another. */
  readonly isBackup: boolean;
}

/** Where an order stands while its trucks are out. */
export interface Balance {
  /** At its commit; what came in place of another is no more than was promised. */
  readonly promised: Grams;
  /** Fetched, and counted on of those nothing is known of yet. */
  readonly expected: Grams;
  readonly tolerance: BasisPoints;
}

export function balanceOf(deals: readonly FoundDeal[], tolerance: BasisPoints): Balance {
  const sum = (amounts: readonly number[]): Grams => grams(amounts.reduce((all, n) => all + n, 0));
  return {
    promised: sum(deals.filter((deal) => !deal.isBackup).map((deal) => deal.promised)),
    expected: sum(deals.map((deal) => deal.fetched ?? deal.promised)),
    tolerance,
  };
}

/** AL-13: as long as the order's total is inside its tolerance, what a single household gave less is no shortage. */
export function missingOf({ promised, expected, tolerance }: Balance): Grams {
  const isInside = expected * 10_000 >= promised * (10_000 - tolerance);
  return grams(isInside ? 0 : promised - expected);
}

/** A lot that stands by. */
export interface Spare {
  readonly id: string;
  readonly grams: Grams;
  /** The least its household lets go. */
  readonly leastGrams: Grams;
}

/** What would be taken of it: all it has, no more than that; nothing when its household lets go no such little. */
export const takenOfOne = ({ grams: has, leastGrams }: Spare, most: number): Grams => {
  const amount = Math.max(0, Math.min(has, most));
  return grams(amount < leastGrams ? 0 : amount);
};

/** What of each is taken, in the order they were chosen, until nothing is missing. */
export function takenOf(chosen: readonly Spare[], most: number): Map<string, Grams> {
  const taken = new Map<string, Grams>();
  let left = most;
  for (const spare of chosen) {
    const amount = takenOfOne(spare, left);
    if (amount === 0) continue;
    taken.set(spare.id, amount);
    left -= amount;
  }
  return taken;
}
