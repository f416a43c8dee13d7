import { grams, type Grams } from '../../kernel/units.js';

export type CropCode =
  | 'NA'
  | 'DUA_LE'
  | 'DUA_HAU'
  | 'DUA_LUOI'
  | 'DUA_CHUOT'
  | 'KHOAI_SO'
  | 'KHOAI_LANG'
  | 'VAI'
  | 'NHAN'
  | 'PINEAPPLE';
export type GradeCode = 'DB' | 'L1' | 'L2' | 'L3' | 'L4' | 'XO';
export type Season = 'MAIN' | 'SOME';
/** Months 1–12 in which the crop is harvested; a month left out has none to sell. */
type SeasonCalendar = Readonly<Partial<Record<number, Season>>>;

interface GradeFacts {
  readonly code: GradeCode;
  readonly name: string;
  /** Weight of one fruit, half-open [from, below); null is open. Mixed lots have neither. */
  readonly fromG: Grams | null;
  readonly belowG: Grams | null;
  /** What people say at the scale; trade classes leave gaps that the gram bounds close. */
  readonly fruitsPerKg: string | null;
}

export interface VarietyFacts {
  readonly code: string;
  readonly name: string;
  /** Hundredths of the price of the crop's main variety. */
  readonly pricePercent: number;
  /** Where it differs from its crop's. */
  readonly season?: SeasonCalendar;
}

export interface CropFacts {
  readonly code: CropCode;
  readonly name: string;
  readonly nameEn: string;
  /** The first one is the main variety. */
  readonly varieties: readonly [VarietyFacts, ...VarietyFacts[]];
  readonly grades: readonly GradeFacts[];
  /** Other words people search by. Never a word of another crop: dưa, dứa and dừa differ by marks only. */
  readonly synonyms: readonly string[];
  readonly shelfLifeDays: readonly [fewest: number, most: number];
  readonly season: SeasonCalendar;
  /** Plausible harvest of a season, kg per hectare; above the second figure a claim needs approval. */
  readonly yieldKgPerHa: readonly [usual: number, most: number];
  readonly crate: CrateCode;
}

export type CrateCode = 'SOT' | 'KHAY_NHUA' | 'THUNG_XOP' | 'BAO';

export interface CrateFacts {
  readonly code: CrateCode;
  readonly name: string;
  /** The usual tare; a ticket may carry a measured one within the range. */
  readonly tareG: Grams;
  readonly tareRangeG: readonly [Grams, Grams];
  readonly netRangeG: readonly [Grams, Grams];
}

const crate = (
  code: CrateCode,
  name: string,
  tareG: number,
  tareRange: readonly [number, number],
  netKg: readonly [number, number],
): CrateFacts => ({
  code,
  name,
  tareG: grams(tareG),
  tareRangeG: [grams(tareRange[0]), grams(tareRange[1])],
  netRangeG: [grams(netKg[0] * 1000), grams(netKg[1] * 1000)],
});

export const CRATES: readonly CrateFacts[] = [
  crate('SOT', 'sọt tre', 1800, [1500, 2000], [22, 28]),
  crate('KHAY_NHUA', 'khay nhựa', 1900, [1500, 2200], [20, 25]),
  crate('THUNG_XOP', 'thùng xốp', 700, [500, 1000], [10, 18]),
  crate('BAO', 'bao tải', 200, [200, 200], [40, 50]),
];

const grade = (
  code: GradeCode,
  name: string,
  from: number | null,
  below: number | null,
  fruitsPerKg: string | null,
): GradeFacts => ({
  code,
  name,
  fromG: from === null ? null : grams(from),
  belowG: below === null ? null : grams(below),
  fruitsPerKg,
});

const XO = grade('XO', 'mua xô', null, null, null);

/** A crop sold in two classes by the weight of one fruit or tuber. The bound is an estimate. */
const twoClasses = (boundG: number): readonly GradeFacts[] => [
  grade('L1', 'loại 1', boundG, null, null),
  grade('L2', 'loại 2', null, boundG, null),
  XO,
];

const months = (main: readonly number[], some: readonly number[] = []): SeasonCalendar =>
  Object.fromEntries([
    ...main.map((month) => [month, 'MAIN'] as const),
    ...some.map((month) => [month, 'SOME'] as const),
  ]);

export const CROPS: readonly CropFacts[] = [
  {
    code: 'NA',
    name: 'na',
    nameEn: 'sugar apple',
    varieties: [
      { code: 'NA_DAI', name: 'na dai', pricePercent: 100 },
      // Too tender to travel far, so it sells dear and near.
      { code: 'NA_BO', name: 'na bở', pricePercent: 200 },
      {
        code: 'NA_THAI',
        name: 'na Thái (na nữ hoàng)',
        pricePercent: 180,
        season: months([8, 9], [7, 10]),
      },
      { code: 'NA_PHAN', name: 'na phấn', pricePercent: 60 },
    ],
    grades: [
      grade('DB', 'đặc biệt', 330, null, '1–3'),
      grade('L1', 'loại 1', 250, 330, '3–4'),
      grade('L2', 'loại 2', 180, 250, '4–5'),
      grade('L3', 'loại 3', 130, 180, '6–7'),
      grade('L4', 'na bi', null, 130, '8–15'),
      XO,
    ],
    synonyms: ['mãng cầu ta', 'trái na', 'quả na', 'na dai', 'na bở', 'na Thái', 'na nữ hoàng'],
    shelfLifeDays: [3, 5],
    season: months([7, 8, 9, 11, 12], [1, 10]),
    yieldKgPerHa: [8300, 14_000],
    crate: 'SOT',
  },
  {
    code: 'DUA_LE',
    name: 'dưa lê',
    nameEn: 'oriental melon',
    varieties: [{ code: 'DUA_LE', name: 'dưa lê siêu ngọt', pricePercent: 100 }],
    grades: twoClasses(350),
    synonyms: ['dưa lê siêu ngọt', 'dưa lê trắng'],
    shelfLifeDays: [5, 7],
    season: months([5, 6], [7, 9, 10]),
    yieldKgPerHa: [25_000, 32_000],
    crate: 'SOT',
  },
  {
    code: 'DUA_HAU',
    name: 'dưa hấu',
    nameEn: 'watermelon',
    varieties: [{ code: 'DUA_HAU', name: 'dưa hấu', pricePercent: 100 }],
    grades: twoClasses(2500),
    synonyms: ['dưa đỏ', 'dưa hấu ruột đỏ'],
    shelfLifeDays: [10, 20],
    season: months([5, 6, 7], [9, 10]),
    yieldKgPerHa: [28_000, 40_000],
    crate: 'BAO',
  },
  {
    code: 'DUA_LUOI',
    name: 'dưa lưới',
    nameEn: 'netted melon',
    varieties: [{ code: 'DUA_LUOI', name: 'dưa lưới nhà màng', pricePercent: 100 }],
    grades: twoClasses(1500),
    synonyms: ['dưa lưới nhà màng', 'dưa vàng lưới'],
    shelfLifeDays: [10, 14],
    season: months([5, 6, 7, 8, 9, 10], [3, 4, 11]),
    yieldKgPerHa: [30_000, 40_000],
    crate: 'KHAY_NHUA',
  },
  {
    code: 'DUA_CHUOT',
    name: 'dưa chuột',
    nameEn: 'cucumber',
    varieties: [
      { code: 'DUA_CHUOT', name: 'dưa chuột', pricePercent: 100 },
      { code: 'DUA_BAO_TU', name: 'dưa bao tử', pricePercent: 110 },
    ],
    grades: twoClasses(120),
    synonyms: ['dưa leo', 'dưa bao tử', 'dưa chuột bao tử'],
    shelfLifeDays: [4, 7],
    season: months([3, 4, 5, 10, 11], [12]),
    yieldKgPerHa: [30_000, 45_000],
    crate: 'KHAY_NHUA',
  },
  {
    code: 'KHOAI_SO',
    name: 'khoai sọ',
    nameEn: 'taro',
    varieties: [{ code: 'KHOAI_SO', name: 'khoai sọ', pricePercent: 100 }],
    grades: twoClasses(60),
    synonyms: ['khoai sọ Khám Lạng', 'khoai sọ ruột trắng'],
    shelfLifeDays: [30, 60],
    season: months([6, 7, 8, 9], [10]),
    yieldKgPerHa: [23_000, 28_000],
    crate: 'BAO',
  },
  {
    code: 'KHOAI_LANG',
    name: 'khoai lang',
    nameEn: 'sweet potato',
    varieties: [{ code: 'KHOAI_LANG', name: 'khoai lang', pricePercent: 100 }],
    grades: twoClasses(150),
    synonyms: ['củ lang', 'khoai lang mật'],
    shelfLifeDays: [20, 60],
    season: months([1, 2, 6, 7, 12]),
    yieldKgPerHa: [7500, 9000],
    crate: 'BAO',
  },
  {
    code: 'VAI',
    name: 'vải thiều',
    nameEn: 'lychee',
    varieties: [{ code: 'VAI', name: 'vải thiều', pricePercent: 100 }],
    grades: twoClasses(20),
    synonyms: ['vải', 'quả vải', 'lệ chi'],
    shelfLifeDays: [2, 4],
    season: months([6, 7], [5]),
    yieldKgPerHa: [6500, 12_000],
    crate: 'THUNG_XOP',
  },
  {
    code: 'NHAN',
    name: 'nhãn',
    nameEn: 'longan',
    varieties: [{ code: 'NHAN', name: 'nhãn', pricePercent: 100 }],
    grades: twoClasses(12),
    synonyms: ['quả nhãn', 'nhãn lồng'],
    shelfLifeDays: [4, 6],
    season: months([8, 9], [7]),
    yieldKgPerHa: [12_800, 18_000],
    crate: 'THUNG_XOP',
  },
  {
    code: 'PINEAPPLE',
    name: 'dứa',
    nameEn: 'pineapple',
    varieties: [{ code: 'PINEAPPLE', name: 'dứa', pricePercent: 100 }],
    grades: twoClasses(800),
    synonyms: ['quả dứa', 'trái thơm', 'khóm'],
    shelfLifeDays: [5, 10],
    season: months([5, 6, 7]),
    yieldKgPerHa: [20_000, 35_000],
    crate: 'SOT',
  },
];

export function crop(code: CropCode): CropFacts {
  const found = CROPS.find((each) => each.code === code);
  if (!found) throw new RangeError(`no crop: ${code}`);
  return found;
}

export function crateFacts(code: CrateCode): CrateFacts {
  const found = CRATES.find((each) => each.code === code);
  if (!found) throw new RangeError(`no crate: ${code}`);
  return found;
}

/** @throws RangeError when the crop has no such variety */
export function variety(cropCode: CropCode, code: string): VarietyFacts {
  const found = crop(cropCode).varieties.find((each) => each.code === code);
  if (!found) throw new RangeError(`no variety of ${cropCode}: ${code}`);
  return found;
}

/** The season of a variety in a month 1–12, or null when there is nothing to pick. */
export const seasonOf = (cropCode: CropCode, varietyCode: string, month: number): Season | null =>
  (variety(cropCode, varietyCode).season ?? crop(cropCode).season)[month] ?? null;
