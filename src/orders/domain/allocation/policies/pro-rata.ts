import type { EligibleLot } from '../eligibility.js';
import { gradeByGrade, type Rooms } from './grade-by-grade.js';
import { positionsByHousehold } from './households.js';
import { respectingLeast } from './least-takes.js';

/** PRO_RATA: every lot gives the same part of what it offers, whole kilograms by largest remainder. */
export const proRata = gradeByGrade(respectingLeast(inProportion));

/** Households over their room are settled at it first, and the others share what is left. */
function inProportion(
  lots: readonly EligibleLot[],
  demand: number,
  step: number,
  rooms: Rooms,
): readonly number[] {
  const shares = lots.map(() => 0);
  let open = lots.map((_, i) => i);
  let left = demand;
  for (;;) {
    const given = largestRemainder(
      open.map((i) => lots[i]!.most),
      left,
      step,
    );
    open.forEach((i, k) => (shares[i] = given[k]!));
    const over = [...positionsByHousehold(lots, open)].filter(
      ([household, members]) =>
        members.reduce((sum, i) => sum + shares[i]!, 0) > (rooms.get(household) ?? Infinity),
    );
    if (over.length === 0) return shares;
    for (const [household, members] of over) {
      const room = rooms.get(household)!;
      const own = largestRemainder(
        members.map((i) => lots[i]!.most),
        room,
        step,
      );
      members.forEach((i, k) => (shares[i] = own[k]!));
      open = open.filter((i) => !members.includes(i));
      left -= room;
    }
  }
}

function largestRemainder(
  offered: readonly number[],
  demand: number,
  step: number,
): readonly number[] {
  const total = offered.reduce((sum, grams) => sum + grams, 0);
  if (total <= demand) return offered;
  const scale = BigInt(total) * BigInt(step);
  const quotas = offered.map((grams) => BigInt(demand) * BigInt(grams));
  const shares = quotas.map((quota) => Number(quota / scale) * step);
  let left = demand - shares.reduce((sum, grams) => sum + grams, 0);
  const byRemainder = quotas
    .map((quota, i) => ({ i, remainder: quota % scale }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.i - b.i : b.remainder > a.remainder ? 1 : -1,
    );
  for (const { i } of byRemainder) {
    const more = Math.min(step, offered[i]! - shares[i]!, left);
    shares[i]! += more;
    left -= more;
  }
  return shares;
}
