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
  /** What its production plan would give on a day like this. */
  readonly plannedGrams: Grams;
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

/**
 * The supply of one crop on one day over the households given.
 * @param carryDays how many days an earlier report speaks for; picks come every two or three days
 */
export function supplyOn(
  on: Day,
  households: readonly ExpectedHousehold[],
  forecasts: readonly CurrentForecast[],
  carryDays: number,
): DaySupply {
  const latest = new Map<string, CurrentForecast>();
  for (const one of forecasts) {
    const age = daysBetween(one.day, on);
    if (age < 0 || age > carryDays) continue;
    const known = latest.get(one.householdId);
    if (known === undefined || known.day < one.day) latest.set(one.householdId, one);
  }
  const planned = new Map(households.map((one) => [one.householdId, one.plannedGrams]));
  const said = [...latest.values()];
  const unknown = [...planned].filter(([householdId]) => !latest.has(householdId));
  return {
    reported: part(said.filter((one) => one.day === on).map((one) => one.grams)),
    carried: part(said.filter((one) => one.day !== on).map((one) => one.grams)),
    unknown: part(unknown.map(([, plannedGrams]) => plannedGrams)),
  };
}

const part = (weights: readonly Grams[]): SupplyPart => ({
  grams: sumGrams(weights),
  households: weights.length,
});
