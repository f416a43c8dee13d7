import {
  COMMUNES_2021,
  commune2021,
  HA_NOI,
  LUC_NAM_DISTRICT,
  type UnitKey,
} from './admin-units.js';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export type MarketKind =
  'MARKET_TOWN' | 'WHOLESALE_MARKET' | 'ORIGIN_MARKET' | 'BORDER_GATE' | 'AIRPORT';

/** Where produce goes. Points and distances are estimates; a truck drives about 50 km/h over all. */
export interface Market extends Point {
  readonly code: string;
  readonly name: string;
  readonly kind: MarketKind;
  readonly provinceCode: string;
  /** Road distance and truck time from Đồi Ngô. */
  readonly roadKm: number;
  readonly truckMinutes: number;
}

// Hà Vỹ is left out on purpose: it trades live poultry, not fruit.
// prettier-ignore
export const MARKETS: readonly Market[] = [
  { code: 'BG_CITY', name: 'TP Bắc Giang (chợ Thương)', kind: 'MARKET_TOWN', provinceCode: '24', latitude: 21.276, longitude: 106.197, roadKm: 21, truckMinutes: 30 },
  { code: 'BN_HOADINH', name: 'Chợ đầu mối Hòa Đình, Bắc Ninh', kind: 'WHOLESALE_MARKET', provinceCode: '27', latitude: 21.166, longitude: 106.052, roadKm: 45, truckMinutes: 64 },
  { code: 'HN_LONGBIEN', name: 'Chợ Long Biên, Hà Nội', kind: 'WHOLESALE_MARKET', provinceCode: '01', latitude: 21.0437, longitude: 105.8503, roadKm: 75, truckMinutes: 90 },
  { code: 'HN_MINHKHAI', name: 'Chợ đầu mối Minh Khai, Bắc Từ Liêm, Hà Nội', kind: 'WHOLESALE_MARKET', provinceCode: '01', latitude: 21.0527, longitude: 105.7427, roadKm: 88, truckMinutes: 106 },
  { code: 'HN_DENLU', name: 'Chợ đầu mối phía Nam (Đền Lừ), Hoàng Mai, Hà Nội', kind: 'WHOLESALE_MARKET', provinceCode: '01', latitude: 20.9843, longitude: 105.8636, roadKm: 80, truckMinutes: 96 },
  { code: 'HP_CENTER', name: 'Hải Phòng (chợ Đổ, Tam Bạc)', kind: 'WHOLESALE_MARKET', provinceCode: '31', latitude: 20.858, longitude: 106.676, roadKm: 95, truckMinutes: 114 },
  { code: 'QN_HALONG', name: 'Hạ Long, Quảng Ninh (chợ Hạ Long 1)', kind: 'WHOLESALE_MARKET', provinceCode: '22', latitude: 20.951, longitude: 107.08, roadKm: 110, truckMinutes: 132 },
  { code: 'CL_DONGBANH', name: 'Chợ na Đồng Bành, Chi Lăng', kind: 'ORIGIN_MARKET', provinceCode: '20', latitude: 21.6, longitude: 106.53, roadKm: 50, truckMinutes: 71 },
  { code: 'HUUNGHI', name: 'Cửa khẩu quốc tế Hữu Nghị, Lạng Sơn', kind: 'BORDER_GATE', provinceCode: '20', latitude: 21.975, longitude: 106.712, roadKm: 120, truckMinutes: 144 },
  { code: 'TANTHANH', name: 'Cửa khẩu Tân Thanh, Lạng Sơn', kind: 'BORDER_GATE', provinceCode: '20', latitude: 22.022, longitude: 106.69, roadKm: 128, truckMinutes: 154 },
  { code: 'CHIMA', name: 'Cửa khẩu Chi Ma, Lộc Bình, Lạng Sơn', kind: 'BORDER_GATE', provinceCode: '20', latitude: 21.79, longitude: 107.03, roadKm: 130, truckMinutes: 156 },
  { code: 'MONGCAI', name: 'Cửa khẩu Móng Cái, Quảng Ninh', kind: 'BORDER_GATE', provinceCode: '22', latitude: 21.535, longitude: 107.965, roadKm: 260, truckMinutes: 312 },
  { code: 'NOIBAI', name: 'Sân bay Nội Bài', kind: 'AIRPORT', provinceCode: '01', latitude: 21.214, longitude: 105.803, roadKm: 75, truckMinutes: 90 },
];

/** @throws RangeError when no market has that code */
export function marketOf(code: string): Market {
  const market = MARKETS.find((each) => each.code === code);
  if (!market) throw new RangeError(`no market: ${code}`);
  return market;
}

const JURISDICTIONS: Readonly<Record<string, string>> = {
  '01': 'Hà Nội',
  '31': 'Hải Phòng',
  '24': 'Bắc Giang',
  '27': 'Bắc Ninh',
  '22': 'Quảng Ninh',
  '20': 'Lạng Sơn',
};

/** Whose rules a truck meets on arrival; the rule packs name the same words. */
export const jurisdictionOf = ({ provinceCode }: Market): string | null =>
  JURISDICTIONS[provinceCode] ?? null;

/** Điểm cân: one buying point per commune of 2021, at the commune's own estimated point. */
export interface BuyingPoint extends Point {
  readonly code: string;
  readonly name: string;
  readonly commune: UnitKey;
}

export const BUYING_POINTS: readonly BuyingPoint[] = COMMUNES_2021.map(
  ({ code, validFrom, name }) => {
    const { latitude, longitude } = commune2021(code);
    return {
      code: `DC-${code}`,
      name: `Điểm cân ${name}`,
      commune: { code, validFrom },
      latitude,
      longitude,
    };
  },
);

export interface CheckpointFacts extends Point {
  readonly code: string;
  readonly name: string;
  readonly road: string;
  readonly unit: UnitKey;
  /** Codes of the markets whose trucks pass here on the way out. */
  readonly guards: readonly string[];
}

// The official list of 2021 was not published in one place; these are the likely spots on the edges of
// the district, and one of Hà Nội's 22 gateway posts (open from 2021-07-14 06:00).
// prettier-ignore
export const CHECKPOINTS_2021: readonly CheckpointFacts[] = [
  { code: 'CHOT-QL31-TAY', name: 'Chốt Phương Sơn (QL31)', road: 'QL31', unit: LUC_NAM_DISTRICT, latitude: 21.3, longitude: 106.316, guards: ['BG_CITY', 'BN_HOADINH', 'HN_LONGBIEN', 'HN_MINHKHAI', 'NOIBAI'] },
  { code: 'CHOT-QL31-DONG', name: 'Chốt Tiên Nha (QL31)', road: 'QL31', unit: LUC_NAM_DISTRICT, latitude: 21.327, longitude: 106.452, guards: [] },
  { code: 'CHOT-QL37-BAC', name: 'Chốt Bảo Sơn (QL37)', road: 'QL37', unit: LUC_NAM_DISTRICT, latitude: 21.383, longitude: 106.352, guards: ['CL_DONGBANH', 'HUUNGHI', 'TANTHANH', 'CHIMA'] },
  { code: 'CHOT-QL37-NAM', name: 'Chốt Cẩm Lý (QL37)', road: 'QL37', unit: LUC_NAM_DISTRICT, latitude: 21.197, longitude: 106.393, guards: ['HP_CENTER', 'QN_HALONG', 'MONGCAI'] },
  { code: 'CHOT-DT293-TAY', name: 'Chốt Yên Sơn (ĐT293)', road: 'ĐT293', unit: LUC_NAM_DISTRICT, latitude: 21.27, longitude: 106.325, guards: ['HN_DENLU'] },
  { code: 'CHOT-DT293-DONG', name: 'Chốt Lục Sơn (ĐT293)', road: 'ĐT293', unit: LUC_NAM_DISTRICT, latitude: 21.213, longitude: 106.68, guards: [] },
  { code: 'CHOT-HN-PHUDONG', name: 'Chốt cửa ngõ Hà Nội (Phù Đổng, QL1)', road: 'QL1', unit: HA_NOI, latitude: 21.053, longitude: 105.951, guards: ['HN_LONGBIEN', 'HN_MINHKHAI', 'HN_DENLU', 'NOIBAI'] },
];
