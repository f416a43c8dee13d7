import type { EligibleLot } from '../eligibility.js';

/** Positions in the list, by household, for the positions asked about. */
export function positionsByHousehold(
  lots: readonly EligibleLot[],
  positions: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const byHousehold = new Map<string, number[]>();
  for (const i of positions) {
    const { householdId } = lots[i]!.lot;
    const members = byHousehold.get(householdId);
    if (members === undefined) byHousehold.set(householdId, [i]);
    else members.push(i);
  }
  return byHousehold;
}
