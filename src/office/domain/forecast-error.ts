import type { Grams } from '../../kernel/units.js';

/** Days of one household and crop on which it had said a number and fruit of it was weighed. */
export interface ComparedDays {
  readonly days: number;
  readonly said: Grams;
  /** Gross less crates, before any deduction: what was there, whatever was paid for. */
  readonly weighed: Grams;
  /** The distances between both, day by day, added up. */
  readonly apart: Grams;
}

/** In basis points of what was weighed. */
export interface ForecastError {
  /** Above nought the household says more than it brings, below it less. */
  readonly biasBp: number;
  /** How far a day's number is off, whichever way. */
  readonly absoluteBp: number;
}

/** Below so many days an error says more about the days than about the household. */
const LEAST_DAYS = 3;
/** A season's habit, and no older: trees change. */
export const WINDOW_DAYS = 28;

/**
 * How a household's numbers compare with the scale: bias Σ(said − weighed) / Σ weighed, and mean absolute error by weight
 * Σ|said − weighed| / Σ weighed. Sums are divided and not days averaged, since a percentage of a day with five kilograms would
 * drown the day with five hundred (Hyndman & Koehler, "Another look at measures of forecast accuracy", International Journal
 * of Forecasting 22, 2006; Kolassa & Schütz, "Advantages of the MAD/Mean ratio over the MAPE", Foresight 6, 2007).
 * Days without a weighing are not compared: fruit may be sold at the gate.
 * @returns undefined for fewer than `LEAST_DAYS` days
 */
export function forecastError({
  days,
  said,
  weighed,
  apart,
}: ComparedDays): ForecastError | undefined {
  if (days < LEAST_DAYS || weighed === 0) return undefined;
  const shareBp = (part: number): number => Math.round((part * 10_000) / weighed);
  return { biasBp: shareBp(said - weighed), absoluteBp: shareBp(apart) };
}
