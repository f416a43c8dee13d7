import { day, type Day } from '../../kernel/day.js';

type UnitLevel = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';
type UnitKind = 'tỉnh' | 'thành phố' | 'huyện' | 'thị trấn' | 'xã';

/** A unit is named by code *and* first day: codes are re-used after reforms. */
export interface UnitKey {
  readonly code: string;
  readonly validFrom: Day;
}

export interface AdminUnit extends UnitKey {
  readonly level: UnitLevel;
  readonly kind: UnitKind;
  readonly name: string;
  readonly parent: UnitKey | null;
  /** Last day in force, or null while it is in force. */
  readonly validTo: Day | null;
  readonly successor: UnitKey | null;
  /** Degrees, ±2–3 km for the communes of 2021: for drawing and rough distances only. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Census of 2019 for the units of 2021. */
  readonly population: number | null;
  /** Hundredths of a square kilometre, that is hectares. */
  readonly areaHa: number | null;
  /** Inside the area of geographical indication 00083, which is drawn by the communes of 2020. */
  readonly isInGiArea: boolean;
  /** Side of the Lục Nam river, looking downstream; trucks cross only at a bridge. */
  readonly bank: 'LEFT' | 'RIGHT' | null;
  readonly note: string | null;
}

// Decision 124/2004/QĐ-TTg introduced the list of codes; older units are dated from it.
const LIST_OF_CODES = day('2004-07-08');
const MERGER_OF_2020 = day('2020-01-01');
const REFORM = day('2025-07-01');
const LAST_DAY_BEFORE_REFORM = day('2025-06-30');

const BAC_GIANG: UnitKey = { code: '24', validFrom: LIST_OF_CODES };
/** Code trap: 24 was Bắc Giang and is Bắc Ninh since 2025-07-01. */
const BAC_NINH_2025: UnitKey = { code: '24', validFrom: REFORM };
export const LUC_NAM_DISTRICT: UnitKey = { code: '218', validFrom: LIST_OF_CODES };
export const HA_NOI: UnitKey = { code: '01', validFrom: LIST_OF_CODES };

const bare = {
  latitude: null,
  longitude: null,
  population: null,
  areaHa: null,
  isInGiArea: false,
  bank: null,
  note: null,
} as const;

const province = (
  key: UnitKey,
  kind: UnitKind,
  name: string,
  ends: { validTo: Day; successor: UnitKey | null } | null = null,
): AdminUnit => ({
  ...bare,
  ...key,
  level: 'PROVINCE',
  kind,
  name,
  parent: null,
  validTo: ends?.validTo ?? null,
  successor: ends?.successor ?? null,
});

const old = (code: string): UnitKey => ({ code, validFrom: LIST_OF_CODES });
const HAI_PHONG_2025: UnitKey = { code: '31', validFrom: REFORM };

/** The home province before and after 2025, and those where its produce is sold or checked. */
const PROVINCES: readonly AdminUnit[] = [
  province(BAC_GIANG, 'tỉnh', 'Bắc Giang', {
    validTo: LAST_DAY_BEFORE_REFORM,
    successor: BAC_NINH_2025,
  }),
  province(BAC_NINH_2025, 'tỉnh', 'Bắc Ninh'),
  province(old('27'), 'tỉnh', 'Bắc Ninh', {
    validTo: LAST_DAY_BEFORE_REFORM,
    successor: BAC_NINH_2025,
  }),
  province(HA_NOI, 'thành phố', 'Hà Nội'),
  province(old('20'), 'tỉnh', 'Lạng Sơn'),
  province(old('22'), 'tỉnh', 'Quảng Ninh'),
  province(old('30'), 'tỉnh', 'Hải Dương', {
    validTo: LAST_DAY_BEFORE_REFORM,
    successor: HAI_PHONG_2025,
  }),
  province(old('31'), 'thành phố', 'Hải Phòng', {
    validTo: LAST_DAY_BEFORE_REFORM,
    successor: HAI_PHONG_2025,
  }),
  province(HAI_PHONG_2025, 'thành phố', 'Hải Phòng'),
];

const DISTRICT_218: AdminUnit = {
  ...bare,
  ...LUC_NAM_DISTRICT,
  level: 'DISTRICT',
  kind: 'huyện',
  name: 'Lục Nam',
  parent: BAC_GIANG,
  validTo: LAST_DAY_BEFORE_REFORM,
  successor: null,
  latitude: 21.2822,
  longitude: 106.4639,
  population: 226_194,
  note: 'Cấp huyện kết thúc ngày 30/6/2025; địa bàn chia thành 8 xã của tỉnh Bắc Ninh.',
};

interface CommuneFacts {
  readonly code: string;
  readonly name: string;
  readonly at: readonly [latitude: number, longitude: number];
  readonly population: number;
  readonly areaHa: number;
  /** Code of the commune of 2025 that took it in. */
  readonly into: string;
  readonly bank: 'LEFT' | 'RIGHT';
  readonly isInGiArea?: true;
  readonly isTownship?: true;
  readonly validFrom?: Day;
  readonly validTo?: Day;
  readonly note?: string;
}

const commune = (facts: CommuneFacts): AdminUnit => ({
  code: facts.code,
  validFrom: facts.validFrom ?? LIST_OF_CODES,
  level: 'COMMUNE',
  kind: facts.isTownship ? 'thị trấn' : 'xã',
  name: facts.name,
  parent: LUC_NAM_DISTRICT,
  validTo: facts.validTo ?? LAST_DAY_BEFORE_REFORM,
  successor: { code: facts.into, validFrom: REFORM },
  latitude: facts.at[0],
  longitude: facts.at[1],
  population: facts.population,
  areaHa: facts.areaHa,
  isInGiArea: facts.isInGiArea ?? false,
  bank: facts.bank,
  note: facts.note ?? null,
});

/** The 25 units of July 2021: GSO codes, census of 2019, points estimated here. */
export const COMMUNES_2021: readonly AdminUnit[] = [
  commune({
    code: '07444',
    name: 'Đồi Ngô',
    at: [21.307, 106.39],
    population: 19_816,
    areaHa: 1390,
    into: '07444',
    bank: 'RIGHT',
    isTownship: true,
    validFrom: MERGER_OF_2020,
    note: 'Gồm Đồi Ngô cũ, thị trấn Lục Nam (07447) và Tiên Hưng (07474), nhập ngày 1/1/2020.',
  }),
  // prettier-ignore
  ...([
    { code: '07450', name: 'Đông Hưng', at: [21.4, 106.44], population: 10_217, areaHa: 5130, into: '07450', bank: 'RIGHT', isInGiArea: true },
    { code: '07453', name: 'Đông Phú', at: [21.353, 106.437], population: 10_844, areaHa: 2600, into: '07450', bank: 'RIGHT', isInGiArea: true },
    { code: '07456', name: 'Tam Dị', at: [21.345, 106.385], population: 16_962, areaHa: 3150, into: '07462', bank: 'RIGHT' },
    { code: '07459', name: 'Bảo Sơn', at: [21.375, 106.375], population: 14_149, areaHa: 2340, into: '07462', bank: 'RIGHT' },
    { code: '07462', name: 'Bảo Đài', at: [21.335, 106.33], population: 9903, areaHa: 1170, into: '07462', bank: 'RIGHT' },
    { code: '07465', name: 'Thanh Lâm', at: [21.36, 106.345], population: 10_082, areaHa: 1640, into: '07462', bank: 'RIGHT' },
    { code: '07468', name: 'Tiên Nha', at: [21.318, 106.428], population: 4703, areaHa: 1080, into: '07444', bank: 'RIGHT' },
    { code: '07471', name: 'Trường Giang', at: [21.307, 106.49], population: 2921, areaHa: 1360, into: '07486', bank: 'LEFT' },
    { code: '07477', name: 'Phương Sơn', at: [21.3, 106.325], population: 8028, areaHa: 840, into: '07444', bank: 'RIGHT',
      note: 'Xã vào tháng 7/2021, thị trấn trong danh mục năm 2022.' },
    { code: '07480', name: 'Chu Điện', at: [21.3, 106.358], population: 11_621, areaHa: 1480, into: '07444', bank: 'RIGHT' },
    { code: '07483', name: 'Cương Sơn', at: [21.285, 106.425], population: 5893, areaHa: 1090, into: '07444', bank: 'LEFT', isInGiArea: true },
    { code: '07486', name: 'Nghĩa Phương', at: [21.272, 106.47], population: 15_407, areaHa: 5410, into: '07486', bank: 'LEFT', isInGiArea: true },
    { code: '07489', name: 'Vô Tranh', at: [21.275, 106.54], population: 9304, areaHa: 4670, into: '07489', bank: 'LEFT' },
    { code: '07492', name: 'Bình Sơn', at: [21.255, 106.59], population: 6996, areaHa: 2690, into: '07492', bank: 'LEFT' },
    { code: '07495', name: 'Lan Mẫu', at: [21.262, 106.372], population: 8354, areaHa: 1200, into: '07498', bank: 'RIGHT', isInGiArea: true },
    { code: '07498', name: 'Yên Sơn', at: [21.27, 106.335], population: 10_345, areaHa: 1870, into: '07498', bank: 'RIGHT' },
    { code: '07501', name: 'Khám Lạng', at: [21.268, 106.395], population: 6029, areaHa: 920, into: '07498', bank: 'RIGHT' },
    { code: '07504', name: 'Huyền Sơn', at: [21.262, 106.42], population: 5637, areaHa: 2100, into: '07486', bank: 'LEFT', isInGiArea: true },
    { code: '07507', name: 'Trường Sơn', at: [21.225, 106.545], population: 6313, areaHa: 2570, into: '07489', bank: 'LEFT' },
    { code: '07510', name: 'Lục Sơn', at: [21.225, 106.64], population: 7775, areaHa: 9930, into: '07492', bank: 'LEFT' },
    { code: '07513', name: 'Bắc Lũng', at: [21.243, 106.385], population: 7503, areaHa: 1380, into: '07498', bank: 'RIGHT' },
    { code: '07516', name: 'Vũ Xá', at: [21.228, 106.365], population: 3556, areaHa: 1000, into: '07519', bank: 'LEFT', validTo: day('2024-12-31'),
      note: 'Giải thể ngày 1/1/2025 (Nghị quyết 1191), nhập vào Đan Hội, nay thuộc Cẩm Lý.' },
    { code: '07519', name: 'Cẩm Lý', at: [21.205, 106.393], population: 8586, areaHa: 2790, into: '07519', bank: 'LEFT' },
    { code: '07522', name: 'Đan Hội', at: [21.202, 106.345], population: 5250, areaHa: 1090, into: '07519', bank: 'LEFT' },
  ] as const satisfies readonly CommuneFacts[]).map(commune),
];

const commune2025 = (
  code: string,
  name: string,
  areaHa: number,
  at: readonly [latitude: number, longitude: number],
  note: string | null,
): AdminUnit => ({
  ...bare,
  code,
  name,
  areaHa,
  note,
  validFrom: REFORM,
  level: 'COMMUNE',
  kind: 'xã',
  parent: BAC_NINH_2025,
  validTo: null,
  successor: null,
  latitude: at[0],
  longitude: at[1],
  population: code === '07444' ? 58_050 : null, // at 2024-12-31; the others were not published together
});

const REUSED = 'Mã này trước 1/7/2025 chỉ';
const SAME_NAME = 'Trùng tên với xã trước 1/7/2025 nhưng khác ranh giới.';

/** The 8 communes of Resolution 1658/NQ-UBTVQH15 (items 38–45), in force since 2025-07-01. */
export const COMMUNES_2025: readonly AdminUnit[] = [
  commune2025('07444', 'Lục Nam', 5891, [21.3082, 106.3779], `${REUSED} thị trấn Đồi Ngô.`),
  commune2025(
    '07450',
    'Đông Phú',
    7705,
    [21.3849, 106.439],
    `${REUSED} xã Đông Hưng. ${SAME_NAME}`,
  ),
  commune2025('07462', 'Bảo Đài', 8302, [21.3524, 106.3539], SAME_NAME),
  commune2025('07486', 'Nghĩa Phương', 8832, [21.2783, 106.4754], SAME_NAME),
  commune2025(
    '07489',
    'Trường Sơn',
    7255,
    [21.2513, 106.5489],
    `${REUSED} xã Vô Tranh. ${SAME_NAME}`,
  ),
  commune2025(
    '07492',
    'Lục Sơn',
    12_598,
    [21.2289, 106.6251],
    `${REUSED} xã Bình Sơn. ${SAME_NAME}`,
  ),
  commune2025('07498', 'Bắc Lũng', 5372, [21.2601, 106.3503], `${REUSED} xã Yên Sơn. ${SAME_NAME}`),
  commune2025('07519', 'Cẩm Lý', 4908, [21.203, 106.3654], SAME_NAME),
];

export const ADMIN_UNITS: readonly AdminUnit[] = [
  ...PROVINCES,
  DISTRICT_218,
  ...COMMUNES_2021,
  ...COMMUNES_2025,
];

export type LocatedUnit = AdminUnit & { readonly latitude: number; readonly longitude: number };

const isLocated = (unit: AdminUnit): unit is LocatedUnit =>
  unit.latitude !== null && unit.longitude !== null;

const COMMUNE_2021_BY_CODE = new Map(
  COMMUNES_2021.filter(isLocated).map((unit) => [unit.code, unit]),
);

/** @throws RangeError when the code was no commune of the district in 2021 */
export function commune2021(code: string): LocatedUnit {
  const unit = COMMUNE_2021_BY_CODE.get(code);
  if (!unit) throw new RangeError(`no commune of 2021: ${code}`);
  return unit;
}
