import type { Day } from '../../kernel/day.js';
import { grams } from '../../kernel/units.js';
import { commune2021 } from '../facts/admin-units.js';
import { crop, type CropCode, type Season, seasonOf } from '../facts/crops.js';
import { type Random, randomFrom } from '../random.js';
import { type Household, type Livelihood, PERSONA_HOUSEHOLD } from './households.js';
import { idOf } from './ids.js';
import type { PlotRow } from './people-rows.js';

interface Planting {
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly harvest: 'MAIN' | 'LATE';
}

const LATE_HARVEST_SHARE = 0.45;
const SECOND_PLOT_SHARE = 0.15;
/** The land is picked over this often in a season, so one picking is the harvest divided by it. */
const PICKS_PER_SEASON = 12;
/** Twelve sào: enough for every grade to be worth a basket. */
const PERSONA_M2 = 4320;

export const addPlots = (households: readonly Household[]): PlotRow[] =>
  households.flatMap((household) => {
    const random = randomFrom(`plots/${household.name}`);
    return plantings(household, random).map((planting, index) =>
      plotOf(household, planting, index, random),
    );
  });

/** What this plot gives in the month of that day, or null out of its season. */
export function harvestOf(plot: PlotRow, on: Day): Season | null {
  const month = Number(on.slice(5, 7));
  const season = seasonOf(plot.cropCode, plot.varietyCode, month);
  if (season === null || plot.cropCode !== 'NA') return season;
  if (month === 10) return season; // the last of the main harvest and the first of the late one
  const isLateMonth = month >= 11 || month === 1;
  return isLateMonth === (plot.harvest === 'LATE') ? season : null;
}

function plantings(household: Household, random: Random): Planting[] {
  if (household.name === PERSONA_HOUSEHOLD) return personaPlantings();
  switch (household.livelihood) {
    case 'NA': {
      const first = naPlanting(random, random.chance(LATE_HARVEST_SHARE) ? 'LATE' : 'MAIN');
      const other = first.harvest === 'MAIN' ? 'LATE' : 'MAIN';
      return random.chance(SECOND_PLOT_SHARE) ? [first, naPlanting(random, other)] : [first];
    }
    case 'MELON': {
      const second = random.pickWeighted<CropCode | null>([
        [null, 40],
        ['DUA_CHUOT', 35],
        ['DUA_HAU', 15],
        ['DUA_LUOI', 10],
      ]);
      return second === null ? [plain('DUA_LE')] : [plain('DUA_LE'), plain(second)];
    }
    case 'TARO':
      return [plain('KHOAI_SO')];
    case 'SWEET_POTATO':
      return [plain('KHOAI_LANG')];
  }
}

/** Something to sell in every month, so that the grower persona's screens are never bare. */
const personaPlantings = (): Planting[] => [
  { cropCode: 'NA', varietyCode: 'NA_DAI', harvest: 'MAIN' },
  { cropCode: 'NA', varietyCode: 'NA_DAI', harvest: 'LATE' },
  plain('KHOAI_LANG'),
  plain('DUA_CHUOT'),
];

function naPlanting(random: Random, harvest: 'MAIN' | 'LATE'): Planting {
  const varietyCode = random.pickWeighted([
    ['NA_DAI', 94],
    ['NA_BO', 3],
    ['NA_THAI', 2],
    ['NA_PHAN', 1],
  ]);
  return { cropCode: 'NA', varietyCode, harvest };
}

const plain = (cropCode: CropCode): Planting => ({
  cropCode,
  varietyCode: crop(cropCode).varieties[0].code,
  harvest: 'MAIN',
});

function plotOf(
  { party, name, livelihood }: Household,
  { cropCode, varietyCode, harvest }: Planting,
  index: number,
  random: Random,
): PlotRow {
  const isNa = cropCode === 'NA';
  const drawnM2 = isNa ? orchardM2(random) : fieldM2(random, livelihood);
  const areaM2 = name === PERSONA_HOUSEHOLD ? PERSONA_M2 : drawnM2;
  const commune = commune2021(party.unit.code);
  const [usual] = crop(cropCode).yieldKgPerHa;
  const kgPerHa = clamp(random.normal(usual, usual * 0.2), usual * 0.72, usual * 1.68);
  const pickKg = Math.round((kgPerHa * areaM2) / 10_000 / PICKS_PER_SEASON);
  return {
    id: idOf(`plot/${name}/${index}`),
    householdId: party.id,
    unit: party.unit,
    hamletCode: party.hamletCode!,
    cropCode,
    varietyCode,
    areaM2,
    plantedYear: isNa ? random.integer(2004, 2018) : null,
    lat: near(commune.latitude, random),
    lon: near(commune.longitude, random),
    harvest,
    // More than a family and its porters can pick and carry before ten is left for the next morning.
    pickG: grams(1000 * (isNa ? clamp(pickKg, 60, 250) : clamp(pickKg, 80, 1200))),
  };
}

/** Orchards: half of them below 0.30 ha, between 0.07 and 1.5 ha. */
const orchardM2 = (random: Random): number =>
  clamp(tens(random.logNormal(3000, 0.55)), 700, 15_000);

/** Fields are counted in sào of 360 m²; sweet potato takes the most land for its price. */
const fieldM2 = (random: Random, livelihood: Livelihood): number =>
  360 * (livelihood === 'SWEET_POTATO' ? random.integer(3, 12) : random.integer(2, 7));

const near = (degrees: number, random: Random): number =>
  Math.round((degrees + random.between(-0.012, 0.012)) * 100_000) / 100_000;

const clamp = (value: number, from: number, to: number): number =>
  Math.min(to, Math.max(from, value));

const tens = (value: number): number => Math.round(value / 10) * 10;
