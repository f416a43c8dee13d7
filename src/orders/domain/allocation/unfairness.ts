import { giniOf, type Given } from '../../../kernel/gini.js';
import type { BasisPoints } from '../../../kernel/units.js';
import type { AllocationPlan } from './plan.js';
import type { CandidateLot, LeftOutReason } from './wish.js';

// A lot that broke a hard rule was never in question; the others were, and may feel passed over.
const IN_QUESTION: ReadonlySet<LeftOutReason> = new Set([
  'POLICY_RANK',
  'MIN_TAKE',
  'HOUSEHOLD_CAP',
]);

/** How unevenly a plan takes from the households whose lots were in question. */
export function unfairnessOf(
  plan: AllocationPlan,
  candidates: readonly CandidateLot[],
): BasisPoints {
  const taken = new Map(plan.lines.map((line) => [line.lotGradeId, line.grams]));
  const passed = new Set(
    plan.excluded.filter(({ reason }) => IN_QUESTION.has(reason)).map((one) => one.lotGradeId),
  );
  const households = new Map<string, Given>();
  for (const { lotGradeId, householdId, free } of candidates) {
    const grams = taken.get(lotGradeId) ?? 0;
    if (grams === 0 && !passed.has(lotGradeId)) continue;
    const known = households.get(householdId) ?? { offered: 0, taken: 0 };
    households.set(householdId, { offered: known.offered + free, taken: known.taken + grams });
  }
  return giniOf([...households.values()]);
}
