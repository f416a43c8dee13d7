import type { Weighing } from './cheapest-of.js';

/** LOWEST_COST: the lowest landed price, goods and collecting together. */
export const landedCost: Weighing = (_wish, _lots, costModel) => ({
  vndPerGramOf: ({ vndPerKg, cost }) => vndPerKg / 1000 + cost.vndPerGram,
  comingVndOf: ({ cost }) => cost.comingVnd,
  lineVnd: costModel.lineVnd,
  missingVndPerGram: costModel.missingVndPerKg / 1000,
});
