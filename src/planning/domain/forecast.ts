import { daysBetween, type Day } from '../../kernel/day.js';
import { sumGrams, type Grams } from '../../kernel/units.js';

/** The last number a household gave for one day; earlier revisions of that day are history. */
export interface CurrentForecast {
  readonly householdId: string;
  readonly day: Day;
  readonly grams: Grams;
}

/** A household that is expected to pick on the day. */
export interface ExpectedHousehold {
  readonly householdId: string;
  /** What its production plan would give on a day like this; null without a plan. */
  readonly plannedGrams: Grams | null;
}

interface SupplyPart {
  readonly grams: Grams;
  readonly households: number;
}

/** What a day will bring, in three parts that are never added up unseen. */
export interface DaySupply {
  /** Said for this very day; zero is an answer. */
  readonly reported: SupplyPart;
  /** Said for a day shortly before, and taken to go on. */
  readonly carried: SupplyPart;
  /** Nobody said anything: the plan's number, which is a guess. */
  readonly unknown: SupplyPart;
}

/** What is known of one household for a day: its own word, an earlier one, or nothing. */
export type MarkKind = 'REPORTED' | 'CARRIED' | 'UNKNOWN';

export interface Mark {
  readonly householdId: string;
  readonly kind: MarkKind;
  /** Said, carried, or what the plan would give; null when there is not even a plan. */
  readonly grams: Grams | null;
  /** The day the number was said for; null when nobody said one. */
  readonly saidFor: Day | null;
}

/** Picks come every two or three days: a number speaks for so many days after its own. */
export const CARRY_DAYS = 3;

/**
 * One mark for every household that is expected or has spoken.
 * @param carryDays how many days an earlier report speaks for
 */
export function marksOn(
  on: Day,
  households: readonly ExpectedHousehold[],
  forecasts: readonly CurrentForecast[],
  carryDays: number,
): Mark[] {
  const latest = new Map<string, CurrentForecast>();
  for (const one of forecasts) {
    const age = daysBetween(one.day, on);
    if (age < 0 || age > carryDays) continue;
    const known = latest.get(one.householdId);
    if (known === undefined || known.day < one.day) latest.set(one.householdId, one);
  }
  const said = [...latest.values()].map((one): Mark => ({
    householdId: one.householdId,
    kind: one.day === on ? 'REPORTED' : 'CARRIED',
    grams: one.grams,
    saidFor: one.day,
  }));
  const planned = new Map(households.map((one) => [one.householdId, one.plannedGrams]));
  const silent = [...planned].filter(([householdId]) => !latest.has(householdId));
  return [
    ...said,
    ...silent.map(([householdId, grams]): Mark => ({
      householdId,
      kind: 'UNKNOWN',
      grams,
      saidFor: null,
    })),
  ];
}

/** The three parts of a day, which are never added up unseen. */
export const supplyOf = (marks: readonly Mark[]): DaySupply => ({
  reported: partOf(marks, 'REPORTED'),
  carried: partOf(marks, 'CARRIED'),
  unknown: partOf(marks, 'UNKNOWN'),
});

function partOf(marks: readonly Mark[], kind: MarkKind): SupplyPart {
  const own = marks.filter((mark) => mark.kind === kind);
  return { grams: sumGrams(own.map(({ grams }) => grams ?? 0)), households: own.length };
}
