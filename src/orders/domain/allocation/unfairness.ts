import { giniOf, type Given } from '../../../kernel/gini.js';
import { grams, type BasisPoints, type Grams } from '../../../kernel/units.js';
import type { AllocationPlan } from './plan.js';
import type { CandidateLot, LeftOutReason } from './wish.js';

// A lot that broke a hard rule was never in question; the others were, and may feel passed over.
const IN_QUESTION: ReadonlySet<LeftOutReason> = new Set([
  'POLICY_RANK',
  'MIN_TAKE',
  'HOUSEHOLD_CAP',
]);

/** What a plan takes of one lot that was in question. */
export interface LotShare {
  readonly lot: CandidateLot;
  readonly taken: Grams;
  /** Why nothing is taken; null when something is. */
  readonly reason: LeftOutReason | null;
}

/** Every lot in question that has something left, in the order of the candidates. */
export function sharesOf(
  plan: AllocationPlan,
  candidates: readonly CandidateLot[],
): readonly LotShare[] {
  const taken = new Map(plan.lines.map((line) => [line.lotGradeId, line.grams]));
  const reasons = new Map(plan.excluded.map(({ lotGradeId, reason }) => [lotGradeId, reason]));
  return candidates.flatMap((lot): LotShare[] => {
    const part = taken.get(lot.lotGradeId);
    if (part !== undefined) return [{ lot, taken: part, reason: null }];
    const reason = reasons.get(lot.lotGradeId);
    return reason && IN_QUESTION.has(reason) && lot.free > 0
      ? [{ lot, taken: grams(0), reason }]
      : [];
  });
}

/** How unevenly a plan takes from the households whose lots were in question. */
export function unfairnessOf(
  plan: AllocationPlan,
  candidates: readonly CandidateLot[],
): BasisPoints {
  const households = new Map<string, Given>();
  for (const { lot, taken } of sharesOf(plan, candidates)) {
    const known = households.get(lot.householdId) ?? { offered: 0, taken: 0 };
    households.set(lot.householdId, {
      offered: known.offered + lot.free,
      taken: known.taken + taken,
    });
  }
  return giniOf([...households.values()]);
}
