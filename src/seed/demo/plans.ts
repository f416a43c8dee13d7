import { day, type Day, instant, plusDays } from '../../kernel/day.js';
import { kilograms } from '../../kernel/units.js';
import { commune2021 } from '../facts/admin-units.js';
import type { CropCode } from '../facts/crops.js';
import { apportion } from '../random.js';
import { idOf } from './ids.js';
import type { ProductionPlanRow } from './people-rows.js';

interface DistrictPlan {
  readonly cropCode: CropCode;
  readonly season: 'MAIN' | 'OFF';
  readonly areaHa: number;
  readonly tonnes: number;
  /** Month and day; a window that ends before it begins runs into the next year. */
  readonly window: readonly [from: string, to: string];
  /** Hundredths by commune of 2021. */
  readonly shares: Readonly<Record<string, number>>;
}

const NA_SHARES = { '07486': 30, '07504': 22, '07453': 20, '07450': 10, '07483': 10, '07495': 8 };
const MELON_SHARES = {
  '07480': 25,
  '07456': 22,
  '07462': 20,
  '07444': 13,
  '07453': 10,
  '07483': 10,
};
const TUBER_SHARES = { '07519': 27, '07522': 23, '07513': 20, '07498': 17, '07516': 13 };

// Totals of na, melon and longan are the district's own of 2017–2022; those of taro, sweet potato,
// cucumber and netted melon are estimates. Late na comes from the same trees, pruned to bear again.
// prettier-ignore
const DISTRICT_PLANS: readonly DistrictPlan[] = [
  { cropCode: 'NA', season: 'MAIN', areaHa: 951, tonnes: 8300, window: ['07-15', '09-30'], shares: NA_SHARES },
  { cropCode: 'NA', season: 'OFF', areaHa: 779, tonnes: 6000, window: ['10-15', '01-31'], shares: NA_SHARES },
  { cropCode: 'DUA_LE', season: 'MAIN', areaHa: 170, tonnes: 4250, window: ['05-10', '06-30'], shares: MELON_SHARES },
  { cropCode: 'DUA_CHUOT', season: 'MAIN', areaHa: 60, tonnes: 1800, window: ['03-01', '05-31'], shares: MELON_SHARES },
  { cropCode: 'DUA_CHUOT', season: 'OFF', areaHa: 40, tonnes: 1200, window: ['10-01', '12-20'], shares: MELON_SHARES },
  { cropCode: 'DUA_LUOI', season: 'MAIN', areaHa: 3, tonnes: 90, window: ['03-15', '11-30'], shares: { '07480': 50, '07444': 50 } },
  { cropCode: 'KHOAI_SO', season: 'MAIN', areaHa: 60, tonnes: 1380, window: ['06-15', '09-30'], shares: { '07501': 70, '07495': 15, '07498': 15 } },
  { cropCode: 'KHOAI_LANG', season: 'MAIN', areaHa: 150, tonnes: 1125, window: ['06-01', '07-31'], shares: TUBER_SHARES },
  { cropCode: 'KHOAI_LANG', season: 'OFF', areaHa: 100, tonnes: 750, window: ['12-01', '02-28'], shares: TUBER_SHARES },
  { cropCode: 'NHAN', season: 'MAIN', areaHa: 640, tonnes: 8200, window: ['07-20', '09-30'], shares: { '07510': 30, '07522': 20, '07492': 20, '07453': 15, '07450': 15 } },
];

/** Plans of the demo's first year, of the year of today and of the year before, whose late na runs into January. */
export function addPlans(today: Day): ProductionPlanRow[] {
  const thisYear = Number(today.slice(0, 4));
  const years = [...new Set([2021, thisYear - 1, thisYear])].filter((year) => year >= 2021);
  return years.flatMap((year) => DISTRICT_PLANS.flatMap((plan) => communePlans(plan, year, today)));
}

function communePlans(plan: DistrictPlan, year: number, today: Day): ProductionPlanRow[] {
  const weights = Object.values(plan.shares);
  const [from, to] = plan.window;
  const m2 = apportion(plan.areaHa * 10_000, weights);
  const kg = apportion(plan.tonnes * 1000, weights);
  // Plans are entered in January for the year.
  const enteredOn = [day(`${year}-01-15`), plusDays(today, -1)].toSorted()[0]!;
  return Object.keys(plan.shares).map((code, index) => ({
    id: idOf(`plan/${year}/${plan.cropCode}/${plan.season}/${code}`),
    unit: { code, validFrom: commune2021(code).validFrom },
    cropCode: plan.cropCode,
    season: `${year}-${plan.season}`,
    areaM2: m2[index]!,
    expectedG: kilograms(kg[index]!),
    firstDay: day(`${year}-${from}`),
    lastDay: day(`${to < from ? year + 1 : year}-${to}`),
    createdAt: instant(enteredOn, '08:00'),
  }));
}
