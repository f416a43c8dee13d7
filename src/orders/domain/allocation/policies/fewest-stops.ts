import type { Weighing } from './cheapest-of.js';

/** One stop, in the money this policy counts in. */
const STOP = 10_000;

/**
 * FEWEST_STOPS: every kilogram that can be had, at as few pickup points as will do, and of equal stops the cheaper
 * fruit: the whole of the goods weighs less than one stop, all the stops together less than one missing kilogram.
 */
export const countedStops: Weighing = (wish, lots) => {
  const dearest = lots.reduce((most, lot) => Math.max(most, lot.vndPerKg), 1);
  const wanted = wish.lines.reduce((sum, line) => sum + line.wanted, 0);
  const points = new Set(lots.map(({ lot }) => lot.point.id)).size;
  const goods = STOP / 2 / Math.max(1, dearest * wanted * (1 + wish.tolerance / 10_000));
  return {
    vndPerGramOf: ({ vndPerKg }) => vndPerKg * goods,
    comingVndOf: () => STOP,
    lineVnd: 0,
    missingVndPerGram: (STOP * (points + 1)) / 1000,
  };
};
