import { daysBetween, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { monthOf } from './season.js';

/** More than the district picks of a crop in a season. */
const MOST_GRAMS = 20_000_000_000;
/** The district's whole na land is 1 800 ha. */
const MOST_M2 = 20_000_000;
const MOST_TREES = 5_000_000;
const LONGEST_DAYS = 270;

export interface PlanWish {
  readonly expectedGrams: number;
  /** `2026-08`: enough for who knows no days. */
  readonly month: string;
  readonly firstDay?: Day | null;
  readonly lastDay?: Day | null;
  readonly areaM2?: number | null;
  readonly treeCount?: number | null;
}

export type PlanRefusal =
  | 'PLAN_WEIGHT_MISSING'
  | 'PLAN_IMPLAUSIBLE'
  | 'PLAN_MONTH_WRONG'
  | 'PLAN_DAYS_WRONG'
  | 'PLAN_AREA_WRONG';

/** The days a plan is picked on: those given, else the whole month. */
export function checkPlan(
  wish: PlanWish,
  today: Day,
): { firstDay: Day; lastDay: Day } | Refusal<PlanRefusal> {
  const { expectedGrams, areaM2 = null, treeCount = null } = wish;
  if (expectedGrams === 0) return refuse('PLAN_WEIGHT_MISSING', {}, 'expectedGrams');
  if (expectedGrams > MOST_GRAMS)
    return refuse('PLAN_IMPLAUSIBLE', { mostGrams: MOST_GRAMS }, 'expectedGrams');
  if (!/^20\d\d-(?:0[1-9]|1[0-2])$/.test(wish.month))
    return refuse('PLAN_MONTH_WRONG', {}, 'month');
  if (areaM2 !== null && (areaM2 <= 0 || areaM2 > MOST_M2))
    return refuse('PLAN_AREA_WRONG', { mostM2: MOST_M2 }, 'areaM2');
  if (treeCount !== null && (treeCount <= 0 || treeCount > MOST_TREES))
    return refuse('PLAN_AREA_WRONG', { mostM2: MOST_M2 }, 'treeCount');
  const month = monthOf(wish.month);
  const firstDay = wish.firstDay ?? month.firstDay;
  const lastDay =
    wish.lastDay ??
    (wish.firstDay && wish.firstDay > month.lastDay ? wish.firstDay : month.lastDay);
  const days = daysBetween(firstDay, lastDay);
  if (days < 0 || days > LONGEST_DAYS || lastDay < today || daysBetween(today, firstDay) > 400)
    return refuse('PLAN_DAYS_WRONG', { days: LONGEST_DAYS }, 'firstDay');
  return { firstDay, lastDay };
}
