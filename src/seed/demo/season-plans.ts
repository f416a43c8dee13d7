import { type Day, daysBetween, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { grams, kilograms } from '../../kernel/units.js';
import { seasonAround, windowsFor } from '../../planning/domain/season.js';
import { CROP_WINDOWS } from '../facts/crop-windows.js';
import { crop } from '../facts/crops.js';
import { randomFrom } from '../random.js';
import { grouped } from './grouped.js';
import { idOf } from './ids.js';
import { communeClerkId } from './officials.js';
import type { FieldEventRow, ForecastRow, HouseholdPlanRow, PlotRow } from './people-rows.js';

const PLANNED_SHARE = 0.4;
/** So many plans say more than any land bears: what the reviewer's flags are for. */
const IMPLAUSIBLE_SHARE = 0.05;
const WINDOWS = CROP_WINDOWS.map((window) => {
  const [usualKgPerHa, mostKgPerHa] = crop(window.cropCode).yieldKgPerHa;
  return { ...window, usualKgPerHa, mostKgPerHa };
});

/** What households expect of the season of today, or the next one; the grower persona's waits for a yes. */
export function addHouseholdPlans(
  today: Day,
  plots: readonly PlotRow[],
  headOf: (householdId: Id) => Id,
  persona: Id,
): HouseholdPlanRow[] {
  const lands = grouped(plots, ({ householdId, cropCode }) => `${householdId}/${cropCode}`);
  return [...lands.values()].flatMap((own) => {
    const [plot] = own;
    if (!plot) return [];
    const { householdId, cropCode, unit } = plot;
    const name = `season-plan/${householdId}/${cropCode}`;
    const random = randomFrom(name);
    const isPersona = householdId === persona;
    if (!random.chance(PLANNED_SHARE) && !isPersona) return [];
    const season = seasonAround(windowsFor(WINDOWS, cropCode, null), today);
    if (!season || season.lastDay < today) return [];
    const areaM2 = own.reduce((sum, one) => sum + one.areaM2, 0);
    const times = random.chance(IMPLAUSIBLE_SHARE) && !isPersona ? 2.2 : random.between(0.8, 1.15);
    const perHa = season.window.usualKgPerHa * times;
    const state = isPersona
      ? 'SUBMITTED'
      : random.pickWeighted([['CONFIRMED', 60] as const, ['SUBMITTED', 40] as const]);
    return [
      {
        id: idOf(name),
        unit,
        householdId,
        cropCode,
        season: season.code,
        areaM2,
        expectedG: kilograms(Math.round((perHa * areaM2) / 100_000) * 10),
        firstDay: season.firstDay,
        lastDay: season.lastDay,
        state,
        source: 'GROWER' as const,
        enteredBy: headOf(householdId),
        createdAt: instant(plusDays(today, -random.integer(2, 20)), '19:00'),
      },
    ];
  });
}

const STRUCK_COMMUNE = '07486';
const LOSS_BP = 2000;
const REACH_DAYS = 5;

/** Hail of the day before yesterday on the na of one commune, and what it took of the numbers given since. */
export function addHail(
  today: Day,
  plots: readonly PlotRow[],
  forecasts: readonly ForecastRow[],
): { event: FieldEventRow; plotIds: Id[]; forecasts: ForecastRow[] } | null {
  const struck = plots.filter(
    ({ unit, cropCode }) => unit.code === STRUCK_COMMUNE && cropCode === 'NA',
  );
  const [first] = struck;
  if (!first) return null;
  const event: FieldEventRow = {
    id: idOf('field-event/hail'),
    kind: 'HAIL',
    unit: first.unit,
    cropCode: 'NA',
    firstDay: plusDays(today, -2),
    lastDay: plusDays(today, REACH_DAYS),
    lossBp: LOSS_BP,
    note: 'Mưa đá chiều tối, quả xước vỏ.',
    source: 'OFFICER',
    reportedBy: communeClerkId(STRUCK_COMMUNE),
    createdAt: instant(plusDays(today, -1), '20:00'),
  };
  const isLowered = (one: ForecastRow): boolean =>
    one.unit.code === STRUCK_COMMUNE &&
    one.cropCode === 'NA' &&
    one.isCurrent &&
    one.createdAt < event.createdAt &&
    daysBetween(today, one.day) >= 0 &&
    one.day <= event.lastDay;
  const told = forecasts.flatMap((one): ForecastRow[] =>
    isLowered(one)
      ? [
          { ...one, isCurrent: false },
          {
            ...one,
            id: idOf(`hail/${one.id}`),
            grams: grams(Math.round((one.grams * (10_000 - LOSS_BP)) / 10_000)),
            revision: one.revision + 1,
            bandBp: 3000,
            source: 'OFFICER',
            reportedBy: event.reportedBy,
            reason: 'HAIL',
            eventId: event.id,
            createdAt: event.createdAt,
          },
        ]
      : [one],
  );
  return { event, plotIds: struck.map(({ id }) => id), forecasts: told };
}
