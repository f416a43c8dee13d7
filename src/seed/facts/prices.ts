import type { Day } from '../../kernel/day.js';
import { vnd, type Vnd } from '../../kernel/units.js';
import { type CropCode, type GradeCode, variety } from './crops.js';
import { isBeforeFeast } from './lunar.js';

// Farm-gate prices in thousand đồng a kilogram, fitted to press reports of 2016–2025.
// A month left out has no harvest and therefore no price.

type ByMonth = Readonly<Partial<Record<number, number>>>;

const NA_DAI: Readonly<Record<GradeCode, ByMonth>> = {
  DB: { 7: 61, 8: 45, 9: 48, 10: 61, 11: 83, 12: 77, 1: 80 },
  L1: { 7: 49, 8: 36, 9: 39, 10: 49, 11: 68, 12: 62, 1: 65 },
  L2: { 7: 38, 8: 28, 9: 30, 10: 38, 11: 52, 12: 48, 1: 50 },
  L3: { 7: 27, 8: 20, 9: 21, 10: 27, 11: 36, 12: 34, 1: 35 },
  L4: { 7: 13, 8: 10, 9: 10, 10: 13, 11: 18, 12: 17, 1: 18 },
  XO: { 7: 32, 8: 24, 9: 26, 10: 32, 11: 44, 12: 41, 1: 43 },
};

// Lychee, longan and pineapple are estimates inside the ranges the press gives for the province.
const BASE: Readonly<Record<Exclude<CropCode, 'NA'>, ByMonth>> = {
  DUA_LE: { 5: 9, 6: 8.5, 7: 8.5, 9: 11, 10: 12 },
  DUA_HAU: { 5: 9, 6: 7.5, 7: 6.5, 9: 8, 10: 9 },
  DUA_LUOI: { 3: 38, 4: 37, 5: 35, 6: 32, 7: 30, 8: 31, 9: 32, 10: 35, 11: 38 },
  DUA_CHUOT: { 3: 7, 4: 6, 5: 5, 10: 6, 11: 7, 12: 8 },
  KHOAI_SO: { 6: 15, 7: 14, 8: 13, 9: 13, 10: 14 },
  KHOAI_LANG: { 1: 8.5, 2: 9, 6: 7.5, 7: 7, 12: 8 },
  VAI: { 5: 25, 6: 20, 7: 17 },
  NHAN: { 7: 20, 8: 15, 9: 17 },
  PINEAPPLE: { 5: 7, 6: 6, 7: 6 },
};

/** Hundredths of the base; grades a crop is not sold by are left out. */
const BASE_GRADE_PERCENT: Readonly<Partial<Record<GradeCode, number>>> = {
  L1: 115,
  L2: 90,
  XO: 85,
};

/** Hundredths; years outside the table take the nearest one. */
const YEAR_PERCENT: readonly (readonly [year: number, percent: number])[] = [
  [2020, 90],
  [2021, 90],
  [2022, 105],
  [2023, 100],
  [2024, 105],
  [2025, 110],
];

/** A day's market may stand this many hundredths off the model, either way. */
const DAILY_NOISE_PERCENT = 8;

export interface PriceQuestion {
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly gradeCode: GradeCode;
  readonly on: Day;
  /** −1 … 1: where in the band of daily noise this quote stands. */
  readonly mood: number;
}

/** Farm-gate price of a kilogram, in steps of 100 đ; null when there is no harvest that month or no such grade. */
export function modelPrice({
  cropCode,
  varietyCode,
  gradeCode,
  on,
  mood,
}: PriceQuestion): Vnd | null {
  const month = Number(on.slice(5, 7));
  const thousands =
    cropCode === 'NA' ? NA_DAI[gradeCode][month] : baseOfGrade(BASE[cropCode][month], gradeCode);
  if (thousands === undefined) return null;

  const noise = 1 + (mood * DAILY_NOISE_PERCENT) / 100;
  // Fruit for the altars adds 10–15 % in the three days before mùng một and rằm.
  const feast = isBeforeFeast(on) ? 1.125 + mood * 0.025 : 1;
  const varied = variety(cropCode, varietyCode).pricePercent / 100;
  const price =
    thousands * 1000 * varied * (yearPercent(Number(on.slice(0, 4))) / 100) * noise * feast;
  return vnd(Math.round(price / 100) * 100);
}

function baseOfGrade(thousands: number | undefined, gradeCode: GradeCode): number | undefined {
  const percent = BASE_GRADE_PERCENT[gradeCode];
  return thousands === undefined || percent === undefined ? undefined : (thousands * percent) / 100;
}

function yearPercent(year: number): number {
  const inTable = YEAR_PERCENT.findLast(([from]) => from <= year) ?? YEAR_PERCENT[0]!;
  return inTable[1];
}
