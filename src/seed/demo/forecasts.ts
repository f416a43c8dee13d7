import { type Day, daysBetween, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { type Grams, kilograms } from '../../kernel/units.js';
import { crop } from '../facts/crops.js';
import { type Random, randomFrom } from '../random.js';
import { grouped } from './grouped.js';
import { idOf } from './ids.js';
import { communeClerkId } from './officials.js';
import type { ForecastRow, PlotRow } from './people-rows.js';
import { harvestOf } from './plots.js';

const DAYS_BACK = 3;
const DAYS_AHEAD = 14;
const REVISED_SHARE = 0.12;
const REVISED_AFTER_MS = 2 * 3_600_000;

/** Share of pickings that are reported at all: tomorrow is well known, the week after next is not. */
const reportedShare = (daysAhead: number): number =>
  daysAhead <= 1 ? 0.75 : daysAhead <= 4 ? 0.55 : daysAhead <= 7 ? 0.35 : 0.2;

/** Who may report for a household. */
export interface Reporters {
  readonly headOf: (householdId: Id) => Id;
  /** The clerk of the household's cooperative, or null when it belongs to none. */
  readonly coopClerkOf: (householdId: Id) => Id | null;
}

/**
 * What growers said they would pick, from three days ago to a fortnight ahead. A plot is picked every
 * second or third day; a missing report means not reported, never zero.
 */
export function addForecasts(
  today: Day,
  plots: readonly PlotRow[],
  reporters: Reporters,
): ForecastRow[] {
  const byHouseholdAndCrop = grouped(
    plots,
    ({ householdId, cropCode }) => `${householdId}/${cropCode}`,
  );
  const days = Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) =>
    plusDays(today, index - DAYS_BACK),
  );
  return [...byHouseholdAndCrop.values()].flatMap((theirs) =>
    days.flatMap((on) =>
      reportsOf(
        theirs.filter((plot) => isPicked(plot, on)),
        on,
        today,
        reporters,
      ),
    ),
  );
}

function isPicked(plot: PlotRow, on: Day): boolean {
  const random = randomFrom(`picking-days/${plot.id}`);
  const every = random.integer(2, 3);
  // Counted from a fixed day, so that today and tomorrow tell of the same picking days.
  return (
    (Date.parse(on) / 86_400_000) % every === random.integer(0, every - 1) &&
    harvestOf(plot, on) !== null
  );
}

/** None, one, or a first word and its revision; a revision never replaces the row before it. */
function reportsOf(
  plots: readonly PlotRow[],
  on: Day,
  today: Day,
  reporters: Reporters,
): ForecastRow[] {
  const [plot] = plots;
  if (!plot) return [];
  const name = `forecast/${plot.householdId}/${plot.cropCode}/${on}`;
  const random = randomFrom(name);
  const ahead = daysBetween(today, on);
  const isTender = crop(plot.cropCode).shelfLifeDays[1] <= 7;
  // Roots can wait in the ground: their growers report half as often.
  if (!random.chance(reportedShare(ahead) * (isTender ? 1 : 0.5))) return [];

  const kg = plots.reduce((sum, { pickG }) => sum + pickG / 1000, 0) * random.between(0.8, 1.15);
  const isRevised = random.chance(REVISED_SHARE);
  const first: ForecastRow = {
    id: idOf(`${name}/1`),
    householdId: plot.householdId,
    unit: plot.unit,
    cropCode: plot.cropCode,
    day: on,
    grams: wholeYen(kg),
    revision: 1,
    isCurrent: !isRevised,
    ...reporterOf(plot, reporters, random),
    bandBp: 1500,
    reason: null,
    eventId: null,
    createdAt: instant(plusDays(ahead >= 1 ? today : on, -1), '18:30'),
  };
  if (!isRevised) return [first];
  const revision: ForecastRow = {
    ...first,
    id: idOf(`${name}/2`),
    grams: wholeYen(kg * random.between(0.7, 1.2)),
    revision: 2,
    isCurrent: true,
    createdAt: new Date(first.createdAt.getTime() + REVISED_AFTER_MS),
  };
  return [first, revision];
}

/** Seven in ten report themselves; for the others the cooperative or the commune's clerk telephones. */
function reporterOf(
  { householdId, unit }: PlotRow,
  { headOf, coopClerkOf }: Reporters,
  random: Random,
): Pick<ForecastRow, 'source' | 'reportedBy'> {
  if (random.chance(0.7)) return { source: 'GROWER', reportedBy: headOf(householdId) };
  const coopClerk = coopClerkOf(householdId);
  return coopClerk === null
    ? { source: 'OFFICER', reportedBy: communeClerkId(unit.code) }
    : { source: 'COOPERATIVE', reportedBy: coopClerk };
}

/** Growers speak in whole yến of ten kilograms. */
const wholeYen = (kg: number): Grams => kilograms(Math.max(10, Math.round(kg / 10) * 10));
