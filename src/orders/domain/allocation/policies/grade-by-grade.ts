import type { EligibleLot } from '../eligibility.js';
import { fillRespectingLeast } from './least-takes.js';
import { topUpLoose } from './loose-crates.js';
import { earlierFirst, type Policy, type Take } from './policy.js';

/** Room a household has left under its cap; a household not in the map has no cap. */
export type Rooms = ReadonlyMap<string, number>;

/**
 * Shares one grade's demand over lots that come earliest first, in whole steps as far as the lots allow.
 * Gives grams per lot, in the order of the lots, never above a lot's `most` nor a household's room.
 */
export type Sharing = (
  lots: readonly EligibleLot[],
  demand: number,
  step: number,
  rooms: Rooms,
) => readonly number[];

const WHOLE_KILOGRAM = 1000;

/** Makes a policy of a rule that shares one grade: grade after grade, in the order the buyer named them. */
export const gradeByGrade =
  (share: Sharing): Policy =>
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
      const ofGrade = visited
        .filter(({ lot }) => lot.gradeCode === line.gradeCode)
        .toSorted(earlierFirst);
      const demand = whole(line.wanted);
      const inWhole = new Map(ofGrade.map((lot) => [lot, { ...lot, most: whole(lot.most) }]));
      const filled = fillRespectingLeast(ofGrade, demand, (some) =>
        share(
          some.map((lot) => inWhole.get(lot)!),
          demand,
          step,
          rooms,
        ),
      );
      filled.lots.forEach((lot, i) => {
        const grams = filled.grams[i]!;
        const { householdId } = lot.lot;
        takes.push({ lot, grams });
        rooms.set(householdId, (rooms.get(householdId) ?? Infinity) - grams);
      });
      for (const { lot, least } of filled.dropped) if (least > 1) belowLeast.add(lot.lotGradeId);
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
