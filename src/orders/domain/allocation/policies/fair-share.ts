import type { EligibleLot } from '../eligibility.js';
import { gradeByGrade, type Rooms } from './grade-by-grade.js';
import { positionsByHousehold } from './households.js';
import { respectingLeast } from './least-takes.js';

/**
 * FAIR_SHARE: water-filling. Every lot gets the same kilograms until it has no more, a lot that counts double twice
 * as many; what then cannot be divided goes kilogram by kilogram to the earliest published.
 */
export const fairShare = gradeByGrade(respectingLeast(waterFill));

function waterFill(
  lots: readonly EligibleLot[],
  demand: number,
  step: number,
  rooms: Rooms,
): readonly number[] {
  const shares = atLevel(lots, highestLevel(lots, demand, step, rooms), step, rooms);
  let left = demand - sum(shares);
  const used = new Map<string, number>();
  lots.forEach(({ lot }, i) => add(used, lot.householdId, shares[i]!));
  return shares.map((share, i) => {
    const { lot, most, weight } = lots[i]!;
    const room = (rooms.get(lot.householdId) ?? Infinity) - used.get(lot.householdId)!;
    const more = Math.max(0, Math.min(step * weight, most - share, room, left));
    add(used, lot.householdId, more);
    left -= more;
    return share + more;
  });
}

/** The highest whole-step level at which the shares still fit the demand. */
function highestLevel(
  lots: readonly EligibleLot[],
  demand: number,
  step: number,
  rooms: Rooms,
): number {
  let low = 0;
  let high = Math.ceil(lots.reduce((most, lot) => Math.max(most, lot.most), 0) / step);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (totalAt(lots, middle * step, rooms) <= demand) low = middle;
    else high = middle - 1;
  }
  return low * step;
}

function totalAt(lots: readonly EligibleLot[], level: number, rooms: Rooms): number {
  if (rooms.size === 0) return lots.reduce((total, lot) => total + filledTo(level, lot), 0);
  const ofHousehold = new Map<string, number>();
  for (const one of lots) add(ofHousehold, one.lot.householdId, filledTo(level, one));
  let total = 0;
  for (const [household, grams] of ofHousehold) {
    total += Math.min(grams, rooms.get(household) ?? Infinity);
  }
  return total;
}

/** Shares at a level; a household over its room fills its own lots to a lower level of its own. */
function atLevel(
  lots: readonly EligibleLot[],
  level: number,
  step: number,
  rooms: Rooms,
): number[] {
  const shares = lots.map((lot) => filledTo(level, lot));
  const positions = lots.map((_, i) => i);
  for (const [household, members] of positionsByHousehold(lots, positions)) {
    const room = rooms.get(household) ?? Infinity;
    if (members.reduce((total, i) => total + shares[i]!, 0) <= room) continue;
    const own = waterFill(
      members.map((i) => lots[i]!),
      room,
      step,
      new Map(),
    );
    members.forEach((i, k) => (shares[i] = own[k]!));
  }
  return shares;
}

const filledTo = (level: number, { most, weight }: EligibleLot): number =>
  Math.min(most, level * weight);

const sum = (grams: readonly number[]): number => grams.reduce((total, one) => total + one, 0);

const add = (to: Map<string, number>, key: string, grams: number): void => {
  to.set(key, (to.get(key) ?? 0) + grams);
};
