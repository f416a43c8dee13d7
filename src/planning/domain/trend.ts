import { grams, type Grams } from '../../kernel/units.js';

/** ▲ = ▼: more than last time, the same, less. */
export type Trend = 'UP' | 'SAME' | 'DOWN';

/** How far a report may be off on either side, in hundredths of a percent. */
export const NUMBER_BAND_BP = 1500;
const TREND_BAND_BP = 3000;
const SHARES: Readonly<Record<Trend, number>> = { UP: 1.25, SAME: 1, DOWN: 0.75 };

/** What an arrow says in kilograms: a quarter more or less than the last number, with twice the doubt of a number. */
export const estimateOf = (trend: Trend, last: number): { grams: Grams; bandBp: number } => ({
  grams: grams(Math.round(last * SHARES[trend])),
  bandBp: TREND_BAND_BP,
});

/** The least and the most a report stands for. */
export const bandOf = (report: {
  readonly grams: number;
  readonly bandBp: number;
}): { low: Grams; high: Grams } => ({
  low: grams(Math.round((report.grams * (10_000 - report.bandBp)) / 10_000)),
  high: grams(Math.round((report.grams * (10_000 + report.bandBp)) / 10_000)),
});
