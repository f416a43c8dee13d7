import { earlierFirst, type Take } from './policy.js';
import type { Wish } from '../wish.js';

/**
 * With the buyer's crates every line is whole crates, and what is then still missing of a grade is asked
 * for loose ("lẻ"): at most one line per household is not a whole number of crates.
 */
export function topUpLoose(wish: Wish, takes: readonly Take[]): readonly Take[] {
  const { crate } = wish;
  if (crate === undefined) return takes;
  const grams = new Map(takes.map((take) => [take.lot.lot.lotGradeId, take.grams]));
  const ofHousehold = new Map<string, number>();
  for (const { lot, grams: taken } of takes) {
    const { householdId } = lot.lot;
    ofHousehold.set(householdId, (ofHousehold.get(householdId) ?? 0) + taken);
  }
  const hasLoose = new Set<string>();
  for (const line of wish.lines) {
    const ofGrade = takes.filter((take) => take.lot.lot.gradeCode === line.gradeCode);
    let missing = line.wanted - ofGrade.reduce((sum, take) => sum + take.grams, 0);
    for (const { lot, grams: taken } of ofGrade.toSorted((a, b) => earlierFirst(a.lot, b.lot))) {
      const { householdId, lotGradeId } = lot.lot;
      if (missing <= 0) break;
      if (hasLoose.has(householdId)) continue;
      const room = (wish.householdCap ?? Infinity) - (ofHousehold.get(householdId) ?? 0);
      const added = Math.min(missing, lot.most - taken, room);
      if (added <= 0 || taken + added < lot.least) continue;
      hasLoose.add(householdId);
      grams.set(lotGradeId, taken + added);
      ofHousehold.set(householdId, (ofHousehold.get(householdId) ?? 0) + added);
      missing -= added;
    }
  }
  return takes.map((take) => ({ ...take, grams: grams.get(take.lot.lot.lotGradeId)! }));
}
