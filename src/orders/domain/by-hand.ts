import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, sumGrams, type Grams } from '../../kernel/units.js';
import { mostOf } from './allocation/eligibility.js';
import type { AllocationPlan } from './allocation/plan.js';
import type { Wish } from './allocation/wish.js';

/** Lines a person wrote down in place of the computed plan, and why (AL-18). */
export interface ByHand {
  readonly reason: string;
  readonly lines: readonly { readonly lotGradeId: string; readonly grams: number }[];
}

export type ByHandRefusal =
  'BY_HAND_REASON_MISSING' | 'BY_HAND_LINES_WRONG' | 'BY_HAND_IMPOSSIBLE' | 'BY_HAND_OVER_LIMITS';

const REASON_SIGNS = [3, 300] as const;
const MOST_LINES = 500;
/** A sentence that names more is not read. */
const MOST_NAMES = 3;

/** The amounts as the allocation reads them; a line of nought kilograms takes nothing. */
export function amountsByHand({
  reason,
  lines,
}: ByHand): ReadonlyMap<string, Grams> | Refusal<ByHandRefusal> {
  const said = reason.trim();
  if (said.length < REASON_SIGNS[0] || said.length > REASON_SIGNS[1]) {
    const [least, most] = REASON_SIGNS;
    return refuse('BY_HAND_REASON_MISSING', { least, most }, 'byHand.reason');
  }
  const taken = lines.filter((line) => line.grams !== 0);
  const isWhole = taken.every(({ grams: taking }) => Number.isSafeInteger(taking) && taking > 0);
  const isOnce = new Set(taken.map((line) => line.lotGradeId)).size === taken.length;
  if (!isWhole || !isOnce || taken.length === 0 || taken.length > MOST_LINES) {
    return refuse('BY_HAND_LINES_WRONG', {}, 'byHand.lines');
  }
  return new Map(taken.map((line) => [line.lotGradeId, grams(line.grams)]));
}

/**
 * What was written down and cannot be had: a line the market does not give so, too much of a grade or of a household, or more
 * than the order's limits leave.
 *
 * @param nameOf what whoever chooses may call the lot of a line; undefined when the market does not show it
 */
export function impossibleByHand(
  wish: Wish,
  { lines }: ByHand,
  plan: AllocationPlan,
  nameOf: (lotGradeId: string) => string | undefined,
): Refusal<ByHandRefusal> | undefined {
  const had = new Map(plan.lines.map((line) => [line.lotGradeId, line.grams]));
  const lost = lines.flatMap(({ lotGradeId, grams: wanted }, at) =>
    wanted > 0 && !had.has(lotGradeId) ? [{ at, name: nameOf(lotGradeId) }] : [],
  );
  const isOverGrade = wish.lines.some(
    (line) =>
      sumGrams(plan.lines.flatMap((one) => (one.gradeCode === line.gradeCode ? [one.grams] : []))) >
      mostOf(line, wish),
  );
  const households = new Set(plan.lines.map((line) => line.householdId));
  const isOverHousehold = [...households].some(
    (id) =>
      sumGrams(plan.lines.flatMap((one) => (one.householdId === id ? [one.grams] : []))) >
      (wish.householdCap ?? Infinity),
  );
  const over = overLimits(wish, plan);
  if (lost.length === 0 && !isOverGrade && !isOverHousehold)
    return over && refuse('BY_HAND_OVER_LIMITS', over, 'byHand.lines');
  const names = lost.flatMap(({ name }) => name ?? []).slice(0, MOST_NAMES);
  const field = lost[0] ? `byHand.lines.${lost[0].at}.grams` : 'byHand.lines';
  const facts = { lines: lost.length, about: names.join(', ') || null };
  return refuse('BY_HAND_IMPOSSIBLE', facts, field);
}

/** The first of the buyer's limits that the plan does not keep: stops, truckloads, whole crates but one line a household (AL-06). */
function overLimits(
  wish: Wish,
  { lines, totals }: AllocationPlan,
): { limit: 'POINTS' | 'TRUCKS' | 'CRATES'; most: number } | undefined {
  const { mostPickupPoints: points, mostGrams, crate } = wish;
  if (points !== undefined && totals.pickupPoints > points)
    return { limit: 'POINTS', most: points };
  if (mostGrams !== undefined && totals.planned > mostGrams)
    return { limit: 'TRUCKS', most: mostGrams };
  const loose = lines.filter(({ isLoose }) => isLoose).map(({ householdId }) => householdId);
  if (crate !== undefined && new Set(loose).size < loose.length)
    return { limit: 'CRATES', most: crate };
  return undefined;
}
