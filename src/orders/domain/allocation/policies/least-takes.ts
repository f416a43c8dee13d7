import type { EligibleLot } from '../eligibility.js';

/** Grams per lot, in the order of the lots. */
export type Fill = (lots: readonly EligibleLot[]) => readonly number[];

export interface Filled {
  readonly lots: readonly EligibleLot[];
  readonly grams: readonly number[];
  readonly dropped: readonly EligibleLot[];
}

/**
 * Fills, drops the lot whose share is furthest below its own minimum, and fills again until no line is too
 * small. Each round drops one lot, so the loop ends. When the rest cannot carry the whole demand, dropped
 * lots come back, smallest minimum first, as long as every line stays large enough.
 *
 * The lots come earliest first; of equals the last is dropped.
 */
export function fillRespectingLeast(
  lots: readonly EligibleLot[],
  demand: number,
  fill: Fill,
): Filled {
  let kept = [...lots];
  let dropped: EligibleLot[] = [];
  let grams = fill(kept);
  for (let worst = furthestBelow(kept, grams); worst >= 0; worst = furthestBelow(kept, grams)) {
    dropped.push(...kept.splice(worst, 1));
    grams = fill(kept);
  }

  for (const lot of dropped.toSorted((a, b) => a.least - b.least)) {
    const missing = demand - grams.reduce((sum, one) => sum + one, 0);
    if (missing < lot.least) break;
    const wider = lots.filter((one) => one === lot || kept.includes(one));
    const widerGrams = fill(wider);
    if (furthestBelow(wider, widerGrams) >= 0) continue;
    [kept, grams] = [wider, widerGrams];
    dropped = dropped.filter((one) => one !== lot);
  }
  return { lots: kept, grams, dropped };
}

function furthestBelow(lots: readonly EligibleLot[], grams: readonly number[]): number {
  let worst = -1;
  let furthest = 0;
  lots.forEach((lot, i) => {
    const below = lot.least - grams[i]!;
    if (below > 0 && below >= furthest) [worst, furthest] = [i, below];
  });
  return worst;
}
