import { daysBetween, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';

/** Nobody knows a harvest further ahead than a season. */
const DAYS_AHEAD = 90;
/** More than the largest garden of the district picks in a day; it catches kilograms typed as grams. */
const MOST_GRAMS = 100_000_000;

export type ReportRefusal = 'FORECAST_DAY_PAST' | 'FORECAST_DAY_FAR' | 'FORECAST_IMPLAUSIBLE';

/** Zero is a report too: "mai không có gì" is not the same as silence. */
export function checkReport(
  report: { readonly day: Day; readonly grams: number },
  today: Day,
): Refusal<ReportRefusal> | undefined {
  const ahead = daysBetween(today, report.day);
  if (ahead < 0) return refuse('FORECAST_DAY_PAST', { day: report.day }, 'day');
  if (ahead > DAYS_AHEAD) return refuse('FORECAST_DAY_FAR', { days: DAYS_AHEAD }, 'day');
  if (report.grams > MOST_GRAMS)
    return refuse('FORECAST_IMPLAUSIBLE', { mostGrams: MOST_GRAMS }, 'grams');
  return undefined;
}
