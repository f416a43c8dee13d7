import type { EligibleLot } from '../eligibility.js';
import type { Filling, Rooms } from './grade-by-grade.js';

/** Shares a demand over lots, whatever their minimums; grams per lot, in the order of the lots. */
export type Sharing = (
  lots: readonly EligibleLot[],
  demand: number,
  step: number,
  rooms: Rooms,
) => readonly number[];

/**
 * Fills, drops the lot whose share is furthest below its own minimum, and fills again until no line is too
 * small. Each round drops one lot, or an eighth of those too small when they are many, so the loop ends soon. When
 * the rest cannot carry the whole demand, dropped lots come back, smallest minimum first, as long as every line
 * stays large enough.
 *
 * The lots come earliest first; of equals the last is dropped.
 */
export const respectingLeast =
  (share: Sharing): Filling =>
  (lots, demand, step, rooms) => {
    const fill = (some: readonly EligibleLot[]): readonly number[] =>
      share(some, demand, step, rooms);
    let kept = [...lots];
    let dropped: EligibleLot[] = [];
    let grams = fill(kept);
    for (let small = tooSmall(kept, grams); small.length > 0; small = tooSmall(kept, grams)) {
      const going = new Set(small.slice(0, Math.max(1, small.length >> 3)));
      dropped.push(...kept.filter((_, i) => going.has(i)));
      kept = kept.filter((_, i) => !going.has(i));
      grams = fill(kept);
    }

    const back = new Set(kept);
    for (const lot of dropped.toSorted((a, b) => a.least - b.least)) {
      const missing = demand - grams.reduce((sum, one) => sum + one, 0);
      if (missing < lot.least) break;
      const wider = lots.filter((one) => one === lot || back.has(one));
      const widerGrams = fill(wider);
      if (tooSmall(wider, widerGrams).length > 0) continue;
      back.add(lot);
      [kept, grams] = [wider, widerGrams];
      dropped = dropped.filter((one) => one !== lot);
    }
    const taken = new Map(kept.map((lot, i) => [lot, grams[i]!]));
    return {
      grams: lots.map((lot) => taken.get(lot) ?? 0),
      belowLeast: lots.flatMap((lot, i) => (taken.has(lot) ? [] : [i])),
    };
  };

/** Positions of the lots below their minimum, furthest below first; of equals the last. */
function tooSmall(lots: readonly EligibleLot[], grams: readonly number[]): number[] {
  return lots
    .flatMap(({ least }, i) => (grams[i]! < least ? [i] : []))
    .toSorted((a, b) => lots[b]!.least - grams[b]! - (lots[a]!.least - grams[a]!) || b - a);
}
