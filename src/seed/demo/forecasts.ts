import { type Day, daysBetween, instant, plusDays } from '../../kernel/day.js';
import { type Grams, kilograms } from '../../kernel/units.js';
import { crop } from '../facts/crops.js';
import { randomFrom } from '../random.js';
import { idOf } from './ids.js';
import type { ForecastRow, PlotRow } from './people-rows.js';
import { harvestOf } from './plots.js';

const DAYS_BACK = 3;
const DAYS_AHEAD = 14;

/** Share of pickings that are reported at all: tomorrow is well known, the week after next is not. */
const reportedShare = (daysAhead: number): number =>
  daysAhead <= 1 ? 0.75 : daysAhead <= 4 ? 0.55 : daysAhead <= 7 ? 0.35 : 0.2;

/**
 * What growers said they would pick, from three days ago to a fortnight ahead. A plot is picked every
 * second or third day; a missing report means not reported, never zero.
 */
export const addForecasts = (today: Day, plots: readonly PlotRow[]): ForecastRow[] =>
  plots.flatMap((plot) => {
    const random = randomFrom(`forecast/${plot.id}`);
    const every = random.integer(2, 3);
    const offset = random.integer(0, every - 1);
    // Counted from a fixed day, so that today and tomorrow tell of the same picking days.
    const isPickingDay = (on: Day) => (Date.parse(on) / 86_400_000) % every === offset;
    return daysAround(today)
      .filter((on) => isPickingDay(on) && harvestOf(plot, on) !== null)
      .flatMap((on) => reportsOf(plot, on, today));
  });

const daysAround = (today: Day): Day[] =>
  Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) =>
    plusDays(today, index - DAYS_BACK),
  );

/** None, one, or a first word and its revision; a revision never replaces the row before it. */
function reportsOf(plot: PlotRow, on: Day, today: Day): ForecastRow[] {
  const random = randomFrom(`forecast/${plot.id}/${on}`);
  const ahead = daysBetween(today, on);
  const isTender = crop(plot.cropCode).shelfLifeDays[1] <= 7;
  // Roots can wait in the ground: their growers report half as often.
  if (!random.chance(reportedShare(ahead) * (isTender ? 1 : 0.5))) return [];

  const kg = (plot.pickG / 1000) * random.between(0.8, 1.15);
  const first: ForecastRow = {
    id: idOf(`forecast/${plot.id}/${on}/1`),
    householdId: plot.householdId,
    plotId: plot.id,
    cropCode: plot.cropCode,
    varietyCode: plot.varietyCode,
    on,
    expectedG: wholeTens(kg),
    source: random.pickWeighted([
      ['HOUSEHOLD', 70],
      ['COOPERATIVE', 20],
      ['OFFICER', 10],
    ]),
    revision: 1,
    reportedAt:
      ahead >= 1 ? instant(plusDays(today, -1), '18:30') : instant(plusDays(on, -1), '18:30'),
  };
  if (!random.chance(0.12)) return [first];
  const revised = {
    id: idOf(`forecast/${plot.id}/${on}/2`),
    expectedG: wholeTens(kg * random.between(0.7, 1.2)),
    revision: 2,
    reportedAt: new Date(first.reportedAt.getTime() + 2 * 3_600_000),
  };
  return [first, { ...first, ...revised }];
}

/** Growers speak in whole yến of ten kilograms. */
const wholeTens = (kg: number): Grams => kilograms(Math.max(10, Math.round(kg / 10) * 10));
