import { type Day, instant, plusDays } from '../../kernel/day.js';
import { grams, type Grams, kilograms, sumGrams, type Vnd, vnd } from '../../kernel/units.js';
import type { GradeCode } from '../facts/crops.js';
import { modelPrice } from '../facts/prices.js';
import { apportion, type Random, randomFrom } from '../random.js';
import { idOf } from './ids.js';
import { communeOfficeId } from './officials.js';
import type { PlotRow } from './people-rows.js';
import { harvestOf } from './plots.js';
import type { LotGradeRow, LotRow } from './trade-rows.js';

/** A lot with its grade lines at hand, while orders are filled from it. */
export interface Offer {
  readonly lot: LotRow;
  readonly grades: readonly LotGradeRow[];
}

/** When a lot may be fetched and since when it is on the board. */
interface Timing {
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly publishedAt: Date;
}

const MIXED_LOT_SHARE = 0.3;

/** Hundredths of a na picking by grade; late trees carry fewer and larger fruits. */
const NA_MIX = {
  main: { DB: 5, L1: 20, L2: 35, L3: 28, L4: 12 },
  late: { DB: 10, L1: 40, L2: 30, L3: 17, L4: 3 },
} as const satisfies Record<string, Partial<Record<GradeCode, number>>>;
const TWO_CLASS_MIX = { L1: 60, L2: 40 } as const;

/** Share of the other crops' plots that have something on the board on one day. */
const BOARD_SHARE = { MAIN: 0.6, SOME: 0.35 } as const;

export interface LotWishes {
  readonly on: Day;
  readonly plots: readonly PlotRow[];
  /** How many lots of na, when na is in season and so many plots bear. */
  readonly naLots: number;
  /** Plots that have a graded lot, ready that very day, whenever they bear: the persona's. */
  readonly surely: (plot: PlotRow) => boolean;
  readonly timing: (on: Day, random: Random) => Timing;
}

export function offersOf({ on, plots, naLots, surely, timing }: LotWishes): Offer[] {
  const random = randomFrom(`lots/${on}`);
  const bearing = random.shuffled(plots.filter((plot) => harvestOf(plot, on) !== null));
  const na = bearing.filter(({ cropCode }) => cropCode === 'NA');
  const chosen = [
    ...[...na.filter(surely), ...na.filter((plot) => !surely(plot))].slice(0, naLots),
    ...bearing.filter(
      (plot) =>
        plot.cropCode !== 'NA' &&
        (random.chance(BOARD_SHARE[harvestOf(plot, on)!]) || surely(plot)),
    ),
  ];
  return chosen.map((plot) =>
    surely(plot)
      ? offerOf(plot, on, { timing: wholeDay, mixedShare: 0 })
      : offerOf(plot, on, { timing, mixedShare: MIXED_LOT_SHARE }),
  );
}

function offerOf(
  plot: PlotRow,
  on: Day,
  { timing, mixedShare }: { timing: LotWishes['timing']; mixedShare: number },
): Offer {
  const name = `${on}/${plot.id}`;
  const random = randomFrom(`lot/${name}`);
  const lot: LotRow = {
    id: idOf(`lot/${name}`),
    householdId: plot.householdId,
    unit: plot.unit,
    cropCode: plot.cropCode,
    varietyCode: plot.varietyCode,
    state: 'PUBLISHED',
    closeReason: null,
    ...timing(on, random),
    lat: plot.lat,
    lon: plot.lon,
    minTakeG: kilograms(random.pick([10, 20, 20, 50])),
    confirmedBy: communeOfficeId(plot.unit.code),
  };
  const kg = Math.round((plot.pickG / 1000) * random.between(0.75, 1.1));
  const isPriced = random.chance(0.6);
  const mood = random.between(-1, 1);
  const split: [GradeCode, Grams][] = random.chance(mixedShare)
    ? [['XO', kilograms(kg)]]
    : gradeSplit(plot, on, kg, random);
  const grades = split.map(([gradeCode, offeredG]) => ({
    id: idOf(`lot-grade/${name}/${gradeCode}`),
    lotId: lot.id,
    gradeCode,
    offeredG,
    reservedG: grams(0),
    weighedG: grams(0),
    writtenOffG: grams(0),
    askVndPerKg: isPriced ? roundedAsk(plot, gradeCode, on, mood) : null,
  }));
  return { lot, grades };
}

function gradeSplit(plot: PlotRow, on: Day, kg: number, random: Random): [GradeCode, Grams][] {
  const month = Number(on.slice(5, 7));
  const naMix = month >= 10 || month === 1 ? NA_MIX.late : NA_MIX.main;
  const mix = Object.entries(plot.cropCode === 'NA' ? naMix : TWO_CLASS_MIX);
  const weights = mix.map(([, percent]) => percent * random.between(0.7, 1.3));
  const parts = apportion(kg, weights);
  // A few fruits of a grade are thrown in with the others rather than offered on their own.
  const crumbs = parts.map((part) => (part < 5 ? part : 0));
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest]! += crumbs.reduce((sum, crumb) => sum + crumb, 0);
  return mix
    .map(([gradeCode], index): [GradeCode, Grams] => [
      gradeCode as GradeCode,
      kilograms(parts[index]! - crumbs[index]!),
    ])
    .filter(([, offeredG]) => offeredG > 0);
}

/** People ask in steps of 500 đ. */
function roundedAsk(plot: PlotRow, gradeCode: GradeCode, on: Day, mood: number): Vnd | null {
  const { cropCode, varietyCode } = plot;
  const price = modelPrice({ cropCode, varietyCode, gradeCode, on, mood });
  return price === null ? null : vnd(Math.round(price / 500) * 500);
}

export const freeG = ({ offeredG, reservedG, weighedG, writtenOffG }: LotGradeRow): Grams =>
  grams(offeredG - reservedG - weighedG - writtenOffG);

/** Between half past four and a quarter to nine. */
const eveningBefore = (on: Day, random: Random): Date =>
  new Date(instant(plusDays(on, -1), '16:30').getTime() + random.integer(0, 255) * 60_000);

/** Lots of a morning that is over: on the board the evening before, fetched by noon. */
export const morningOnly: LotWishes['timing'] = (on, random) => ({
  publishedAt: eveningBefore(on, random),
  readyFrom: instant(on, '03:00'),
  readyTo: instant(on, '12:00'),
});

/** Lots of a running market: most are for tomorrow morning, and fruit may hang a day or two longer. */
export const comingMornings: LotWishes['timing'] = (on, random) => {
  const wait = random.pickWeighted([
    [0, 30],
    [1, 50],
    [2, 20],
  ]);
  return {
    publishedAt: eveningBefore(on, random),
    readyFrom: instant(plusDays(on, wait), '03:00'),
    readyTo: instant(plusDays(on, wait + random.integer(1, 3)), '12:00'),
  };
};

/** From this dawn to the evening after next. */
const wholeDay: LotWishes['timing'] = (on, random) => ({
  publishedAt: eveningBefore(on, random),
  readyFrom: instant(on, '03:00'),
  readyTo: instant(plusDays(on, 2), '18:00'),
});

/** A lot of a finished day is sold when at least half of it was weighed; the rest went elsewhere. */
export function closeLot({ lot, grades }: Offer): void {
  const weighed = sumGrams(grades.map(({ weighedG }) => weighedG));
  const offered = sumGrams(grades.map(({ offeredG }) => offeredG));
  lot.state = 'CLOSED';
  lot.closeReason = 2 * weighed >= offered ? 'SOLD' : 'EXPIRED';
}
