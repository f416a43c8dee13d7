import type { Policy } from './policy.js';

/** MANUAL: what a person wrote down, as far as the lots have it and their minimums allow it. */
export const byHand: Policy = (wish, lots) => ({
  takes: lots.flatMap((lot) => {
    const grams = wish.byHand?.get(lot.lot.lotGradeId) ?? 0;
    return grams >= lot.least && grams <= lot.most ? [{ lot, grams }] : [];
  }),
  belowLeast: new Set(),
});
