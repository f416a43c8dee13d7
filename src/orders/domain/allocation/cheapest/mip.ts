import type { Amounts, Purchase } from './problem.js';

interface Row {
  readonly lower: number;
  readonly upper: number;
  /** Column and coefficient. */
  readonly terms: readonly (readonly [number, number])[];
}

/** A mixed-integer program, minimised; in kilograms and thousand đồng, which keeps the numbers of one size. */
export interface MixedIntegerProgram {
  readonly costs: readonly number[];
  readonly uppers: readonly number[];
  readonly isWhole: readonly boolean[];
  readonly rows: readonly Row[];
  /** A known answer to start from. */
  readonly start: readonly number[];
}

const G = 1000;

/**
 * The purchase over the offers of the core. Per offer a column for its kilograms and one for whether it is used, per
 * point that several offers share one for whether it is opened; an offer is tied to its point one by one, which keeps
 * the linear relaxation sharp. Columns 2k and 2k + 1 belong to the k-th offer of the core.
 */
export function mipOf(
  purchase: Purchase,
  core: readonly number[],
  known: Amounts,
): MixedIntegerProgram {
  const { offers, comingVnd, lineVnd, wanted, mostWanted, mostPoints, householdCap } = purchase;
  const costs: number[] = [];
  const uppers: number[] = [];
  const isWhole: boolean[] = [];
  const start: number[] = [];
  const rows: Row[] = [];
  const column = (cost: number, upper: number, whole: boolean, value: number): number => {
    uppers.push(upper);
    isWhole.push(whole);
    start.push(value);
    return costs.push(cost) - 1;
  };
  const knownOf = (i: number): number => known[i] ?? 0;
  const members = groupedBy(core, (i) => offers[i]!.point);

  core.forEach((i) => {
    const { vndPerGram, least, most, point } = offers[i]!;
    const isAlone = members.get(point)?.length === 1;
    const using = (lineVnd + (isAlone ? comingVnd[point]! : 0)) / G;
    const kilograms = column(vndPerGram, most / G, false, knownOf(i) / G);
    const used = column(using, 1, true, knownOf(i) > 0 ? 1 : 0);
    rows.push(atMost(0, [kilograms, 1], [used, -most / G]));
    if (least > 1) rows.push(atMost(0, [kilograms, -1], [used, least / G]));
  });
  const opened: [number, number][] = [];
  for (const [point, theirs] of members) {
    const users = theirs.map((k) => 2 * k + 1);
    if (users.length === 1) opened.push([users[0]!, 1]);
    else {
      const isOpen = theirs.some((k) => knownOf(core[k]!) > 0);
      const open = column(comingVnd[point]! / G, 1, true, isOpen ? 1 : 0);
      for (const used of users) rows.push(atMost(0, [used, 1], [open, -1]));
      opened.push([open, 1]);
    }
  }
  if (mostPoints < opened.length) rows.push(atMost(mostPoints, ...opened));
  wanted.forEach((grams, grade) => {
    const theirs = core.flatMap((i, k) => (offers[i]!.grade === grade ? [k] : []));
    const taken = theirs.map((k): [number, number] => [2 * k, 1]);
    const sum = theirs.reduce((total, k) => total + knownOf(core[k]!), 0);
    const missing = Math.max(0, grams - sum) / G;
    const short = column(purchase.missingVndPerGram, grams / G, false, missing);
    rows.push({ lower: grams / G, upper: Infinity, terms: [...taken, [short, 1]] });
    rows.push(atMost(mostWanted[grade]! / G, ...taken));
  });
  for (const theirs of groupedBy(core, (i) => offers[i]!.household).values()) {
    const all = theirs.reduce((total, k) => total + offers[core[k]!]!.most, 0);
    if (all <= householdCap) continue;
    rows.push(atMost(householdCap / G, ...theirs.map((k): [number, number] => [2 * k, 1])));
  }
  return { costs, uppers, isWhole, rows, start };
}

/** The offers an answer uses. */
export const usedIn = (values: readonly number[], core: readonly number[]): number[] =>
  core.filter((_, k) => values[2 * k + 1]! > 0.5);

const atMost = (upper: number, ...terms: [number, number][]): Row => ({
  lower: -Infinity,
  upper,
  terms,
});

/** Positions in the core, by a key of the offer there. */
function groupedBy(
  core: readonly number[],
  keyOf: (i: number) => number,
): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  core.forEach((i, k) => {
    const group = groups.get(keyOf(i));
    if (group === undefined) groups.set(keyOf(i), [k]);
    else group.push(k);
  });
  return groups;
}
