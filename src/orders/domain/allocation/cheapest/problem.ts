/** One lot line that may be bought, reduced to numbers; grade, household and point are indexes. */
interface Offer {
  readonly grade: number;
  readonly household: number;
  readonly point: number;
  /** Grams: nothing, or between these two. */
  readonly least: number;
  readonly most: number;
  /** Price plus carriage. */
  readonly vndPerGram: number;
}

/**
 * Buy what is wanted of each grade as cheaply as possible: every offer used costs `lineVnd`, every point
 * used costs its `comingVnd` once, every gram missing costs `missingVndPerGram`.
 */
export interface Purchase {
  readonly offers: readonly Offer[];
  readonly wanted: readonly number[];
  /** Per grade, the wanted grams plus the tolerance: never more than this. */
  readonly mostWanted: readonly number[];
  readonly comingVnd: readonly number[];
  readonly households: number;
  readonly householdCap: number;
  readonly mostPoints: number;
  /** Amounts are whole numbers of so many grams: a gram, or the buyer's crate. */
  readonly unit: number;
  readonly lineVnd: number;
  readonly missingVndPerGram: number;
}

/** Grams per offer, in the order of the offers. */
export type Amounts = readonly number[];

/** Amounts for a purchase, and the least any amounts can cost as far as it is proven. */
export interface Solved {
  readonly amounts: Amounts;
  readonly boundVnd: number | null;
}

export function costOf(purchase: Purchase, amounts: Amounts): number {
  const missing = [...purchase.wanted];
  const isUsed = new Set<number>();
  let cost = 0;
  purchase.offers.forEach((offer, i) => {
    const grams = amounts[i] ?? 0;
    if (grams === 0) return;
    cost += grams * offer.vndPerGram + purchase.lineVnd;
    missing[offer.grade] = (missing[offer.grade] ?? 0) - grams;
    isUsed.add(offer.point);
  });
  for (const point of isUsed) cost += purchase.comingVnd[point] ?? 0;
  for (const grams of missing) cost += Math.max(0, grams) * purchase.missingVndPerGram;
  return cost;
}
