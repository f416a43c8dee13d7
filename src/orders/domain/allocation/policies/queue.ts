import type { EligibleLot } from '../eligibility.js';
import { gradeByGrade, type Filled, type Rooms } from './grade-by-grade.js';
import { earlierFirst, soonestFirst } from './policy.js';

/** FIRST_COME: whoever published first sells first, all of it, until the order is full. */
export const firstCome = gradeByGrade(inTurn, earlierFirst);

/** SOONEST_EXPIRY: what must leave the garden soonest is taken first. */
export const soonestExpiry = gradeByGrade(inTurn, soonestFirst);

/**
 * Takes lots in their turn, favoured households before the others. A lot whose minimum is above what is still missing
 * is passed over; the first that was passed over and can be had by taking less of the lots before it ends the queue.
 */
function inTurn(lots: readonly EligibleLot[], demand: number, step: number, rooms: Rooms): Filled {
  const grams = lots.map(() => 0);
  const left = new Map(rooms);
  let missing = demand;
  const passed: number[] = [];
  const turns = lots
    .map((_, i) => i)
    .toSorted((a, b) => lots[b]!.weight - lots[a]!.weight || a - b);
  const take = (i: number, taken: number): void => {
    const { householdId } = lots[i]!.lot;
    grams[i]! += taken;
    missing -= taken;
    left.set(householdId, (left.get(householdId) ?? Infinity) - taken);
  };
  const roomOf = (i: number): number =>
    Math.min(lots[i]!.most, left.get(lots[i]!.lot.householdId) ?? Infinity);

  for (const i of turns) {
    if (missing <= 0) break;
    const least = Math.ceil(lots[i]!.least / step) * step;
    if (roomOf(i) < least) continue;
    if (missing < least) passed.push(i);
    else take(i, Math.min(roomOf(i), missing));
  }
  const givers = turns.filter((i) => grams[i]! > 0).toReversed();
  const ending = passed.find((i) => {
    const least = Math.ceil(lots[i]!.least / step) * step;
    if (missing <= 0 || roomOf(i) < least) return false;
    const excess = least - missing;
    return excess <= givers.reduce((sum, j) => sum + spare(lots[j]!, grams[j]!, step), 0);
  });
  if (ending !== undefined) {
    let excess = Math.ceil(lots[ending]!.least / step) * step - missing;
    for (const j of givers) {
      const less = Math.min(excess, spare(lots[j]!, grams[j]!, step));
      take(j, -less);
      excess -= less;
    }
    take(ending, missing);
  }
  return { grams, belowLeast: passed.filter((i) => i !== ending) };
}

/** What may be taken back of a line without falling below its minimum, in whole steps. */
const spare = ({ least }: EligibleLot, grams: number, step: number): number =>
  Math.max(0, Math.floor((grams - Math.max(least, step)) / step) * step);
