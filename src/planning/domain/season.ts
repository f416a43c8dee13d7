import { day, plusDays, type Day } from '../../kernel/day.js';

export type SeasonKind = 'MAIN' | 'OFF';

/** When a crop is picked in a year and what a hectare gives then, as the office has set it. */
export interface CropWindow {
  readonly cropCode: string;
  /** null: every variety without a window of its own. */
  readonly varietyCode: string | null;
  readonly season: SeasonKind;
  /** Month and day, `07-15`; a window that closes before it opens runs into the next year. */
  readonly opens: string;
  readonly closes: string;
  readonly usualKgPerHa: number;
  /** Above it a claim needs approval. */
  readonly mostKgPerHa: number;
}

/** One season of one year. */
export interface Season {
  /** The year it opens in, and which of the year's seasons: `2026-MAIN`. */
  readonly code: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly window: CropWindow;
}

/** The window in the year it opens in. */
function seasonOf(window: CropWindow, year: number): Season {
  const closesIn = window.closes < window.opens ? year + 1 : year;
  return {
    code: `${year}-${window.season}`,
    firstDay: day(`${year}-${window.opens}`),
    lastDay: day(`${closesIn}-${window.closes}`),
    window,
  };
}

/** The windows of a variety: its own, else those of its crop. */
export function windowsFor(
  windows: readonly CropWindow[],
  cropCode: string,
  varietyCode: string | null,
): CropWindow[] {
  const ofCrop = windows.filter((window) => window.cropCode === cropCode);
  const own = ofCrop.filter((window) => varietyCode !== null && window.varietyCode === varietyCode);
  return own.length > 0 ? own : ofCrop.filter((window) => window.varietyCode === null);
}

/** The season a day lies in, or the one whose window is nearest; undefined for a crop without windows. */
export function seasonAround(windows: readonly CropWindow[], on: Day): Season | undefined {
  const year = Number(on.slice(0, 4));
  return windows
    .flatMap((window) => [year - 1, year, year + 1].map((one) => seasonOf(window, one)))
    .toSorted((a, b) => distance(a, on) - distance(b, on) || (a.code < b.code ? -1 : 1))[0];
}

/** The season that is being picked on the day; undefined between seasons. */
export function seasonOn(windows: readonly CropWindow[], on: Day): Season | undefined {
  const nearest = seasonAround(windows, on);
  return nearest && distance(nearest, on) === 0 ? nearest : undefined;
}

/** Days outside the window, 0 inside. */
function distance({ firstDay, lastDay }: Season, on: Day): number {
  if (on < firstDay) return Date.parse(firstDay) - Date.parse(on);
  return on > lastDay ? Date.parse(on) - Date.parse(lastDay) : 0;
}

/** First and last day of the month `2026-08`. */
export function monthOf(month: string): { firstDay: Day; lastDay: Day } {
  const firstDay = day(`${month}-01`);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { firstDay, lastDay: plusDays(day(`${next}-01`), -1) };
}
