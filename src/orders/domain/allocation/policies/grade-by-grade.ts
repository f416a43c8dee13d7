import type { EligibleLot } from '../eligibility.js';
import { topUpLoose } from './loose-crates.js';
import { earlierFirst, type Policy, type Take } from './policy.js';

/** Room a household has left under its cap; a household not in the map has no cap. */
export type Rooms = ReadonlyMap<string, number>;

/** Grams per lot, in the order of the lots, and the positions of lots given up because their part was too small. */
export interface Filled {
  readonly grams: readonly number[];
  readonly belowLeast: readonly number[];
}

/**
 * Serves one grade's demand from lots in their order, in whole steps as far as the lots allow: never above a
 * lot's `most` nor a household's room, never below a lot's `least`.
 */
export type Filling = (
  lots: readonly EligibleLot[],
  demand: number,
  step: number,
  rooms: Rooms,
) => Filled;

const WHOLE_KILOGRAM = 1000;

/** Makes a policy of a rule that serves one grade: grade after grade, in the order the buyer named them. */
export const gradeByGrade =
  (fill: Filling, order: (a: EligibleLot, b: EligibleLot) => number = earlierFirst): Policy =>
  (wish, lots) => {
    const { crate } = wish;
    const step = crate ?? WHOLE_KILOGRAM;
    const whole = (grams: number): number =>
      crate === undefined ? grams : Math.floor(grams / crate) * crate;
    const rooms = new Map<string, number>();
    if (wish.householdCap !== undefined) {
      for (const { lot } of lots) rooms.set(lot.householdId, whole(wish.householdCap));
    }

    const takes: Take[] = [];
    const belowLeast = new Set<string>();
    const visited = withinPoints(lots, wish.mostPickupPoints ?? Infinity);
    for (const line of wish.lines) {
      const ofGrade = visited.filter(({ lot }) => lot.gradeCode === line.gradeCode).toSorted(order);
      const filled = fill(
        ofGrade.map((lot) => ({ ...lot, most: whole(lot.most) })),
        whole(line.wanted),
        step,
        rooms,
      );
      ofGrade.forEach((lot, i) => {
        const grams = filled.grams[i]!;
        const { householdId } = lot.lot;
        takes.push({ lot, grams });
        rooms.set(householdId, (rooms.get(householdId) ?? Infinity) - grams);
      });
      for (const i of filled.belowLeast) {
        const { lot, least } = ofGrade[i]!;
        if (least > 1) belowLeast.add(lot.lotGradeId);
      }
    }
    return { takes: topUpLoose(wish, takes).filter(({ grams }) => grams > 0), belowLeast };
  };

/** The lots of the points with the most to take, when only so many points may be visited. */
function withinPoints(lots: readonly EligibleLot[], mostPoints: number): readonly EligibleLot[] {
  const offered = new Map<string, number>();
  for (const { lot, most } of lots) {
    offered.set(lot.point.id, (offered.get(lot.point.id) ?? 0) + most);
  }
  if (offered.size <= mostPoints) return lots;
  const visited = new Set(
    [...offered]
      .toSorted(([a, gramsA], [b, gramsB]) => gramsB - gramsA || (a < b ? -1 : 1))
      .slice(0, mostPoints)
      .map(([point]) => point),
  );
  return lots.filter(({ lot }) => visited.has(lot.point.id));
}
