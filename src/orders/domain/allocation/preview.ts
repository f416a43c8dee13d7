import type { CostModel } from './cost-model.js';
import { sieve, type EligibleLot } from './eligibility.js';
import { linesOf, shortfallOf, totalsOf, type AllocationPlan, type LeftOut } from './plan.js';
import { fairShare } from './policies/fair-share.js';
import { lowestCost } from './policies/lowest-cost.js';
import type { Chosen, Policy } from './policies/policy.js';
import { proRata } from './policies/pro-rata.js';
import type { CandidateLot, LeftOutReason, Wish } from './wish.js';

/** How an order chooses among lots: one file per policy. */
const POLICIES = {
  LOWEST_COST: lowestCost,
  FAIR_SHARE: fairShare,
  PRO_RATA: proRata,
} as const satisfies Record<string, Policy>;

export type PolicyCode = keyof typeof POLICIES;

/**
 * The plan for one wish over many lots. Writes nothing and knows no clock: the same wish and candidates,
 * in whatever order, give the same plan.
 *
 * @throws RangeError when two candidates share a lot grade id
 */
export function preview(
  wish: Wish,
  candidates: readonly CandidateLot[],
  policy: PolicyCode,
  costModel: CostModel,
): AllocationPlan {
  if (new Set(candidates.map((lot) => lot.lotGradeId)).size < candidates.length) {
    throw new RangeError('a lot grade was offered twice');
  }
  const { eligible, leftOut } = sieve(wish, candidates, costModel);
  const chosen = POLICIES[policy](wish, eligible, costModel);
  const takes = chosen.takes.toSorted((a, b) =>
    a.lot.lot.lotGradeId < b.lot.lot.lotGradeId ? -1 : 1,
  );
  const lines = linesOf(wish, takes, costModel);
  const totals = totalsOf(wish, lines, costModel.truckload);

  const reasons = new Map([...leftOut, ...unchosen(wish, eligible, chosen)]);
  const excluded = candidates.flatMap(({ lotId, lotGradeId, householdId }): LeftOut[] => {
    const reason = reasons.get(lotGradeId);
    return reason === undefined ? [] : [{ lotId, lotGradeId, householdId, reason }];
  });
  return {
    lines,
    shortfall: totals.isWithinTolerance ? [] : shortfallOf(wish, lines),
    excluded: excluded.toSorted((a, b) => (a.lotGradeId < b.lotGradeId ? -1 : 1)),
    totals,
  };
}

/** Lots that passed every hard rule and yet were not taken, and what stood against each. */
function unchosen(
  wish: Wish,
  eligible: readonly EligibleLot[],
  { takes, belowLeast }: Chosen,
): readonly [string, LeftOutReason][] {
  const taken = new Set(takes.map((take) => take.lot.lot.lotGradeId));
  const ofHousehold = new Map<string, number>();
  const ofGrade = new Map<string, number>();
  for (const { lot, grams } of takes) {
    const { householdId, gradeCode } = lot.lot;
    ofHousehold.set(householdId, (ofHousehold.get(householdId) ?? 0) + grams);
    ofGrade.set(gradeCode, (ofGrade.get(gradeCode) ?? 0) + grams);
  }
  const reasonFor = ({ lot, least }: EligibleLot): LeftOutReason => {
    const room = (wish.householdCap ?? Infinity) - (ofHousehold.get(lot.householdId) ?? 0);
    if (room < least) return 'HOUSEHOLD_CAP';
    const { wanted } = wish.lines.find((line) => line.gradeCode === lot.gradeCode)!;
    const missing = wanted - (ofGrade.get(lot.gradeCode) ?? 0);
    if (belowLeast.has(lot.lotGradeId) || (missing > 0 && missing < least)) return 'MIN_TAKE';
    return 'POLICY_RANK';
  };
  return eligible
    .filter(({ lot }) => !taken.has(lot.lotGradeId))
    .map((one) => [one.lot.lotGradeId, reasonFor(one)]);
}
