import { sorted } from '../../sorted.js';
import { fmt } from '../../words/words.js';
import { compareNames } from '../planning/reports.js';
import type { Share, SharePlan } from './documents.js';
import { say } from './words.js';

/** A lot as whoever looks may call it: by its household, or by its number and commune. */
export const nameOf = ({ household, lotCode, commune }: NamedLot): string =>
  household?.name ?? `${lotCode}, ${commune.name}`;

interface NamedLot {
  readonly household: { readonly name: string } | null;
  readonly lotCode: string;
  readonly commune: { readonly name: string };
}

/** At the head of their column. */
export const headOf = (rows: readonly NamedLot[]): string =>
  rows.some(({ household }) => household) ? say().household : say().lot;

/** Lots that could be taken, household by household in the order names are looked up; those that are taken stand first. */
export const rowsOf = ({ shares }: SharePlan): Share[] =>
  sorted(
    shares.filter(({ offeredGrams, leastGrams }) => offeredGrams >= leastGrams),
    byName,
  );

const byName = (a: Share, b: Share): number =>
  Number(b.takenGrams > 0) - Number(a.takenGrams > 0) ||
  compareNames(a.household?.name ?? '', b.household?.name ?? '') ||
  a.householdNumber - b.householdNumber;

/** Lots of which nothing is taken, those too that have less than may be taken. */
export const leftOf = ({ shares }: SharePlan): Share[] =>
  sorted(
    shares.filter(({ takenGrams }) => takenGrams === 0),
    byName,
  );

/** `0,15` */
export const giniText = (gini: number): string => fmt().number(Math.round(gini * 100) / 100);

/** Households of which something is taken. */
export const sellersOf = ({ shares }: SharePlan): number =>
  new Set(shares.filter(({ takenGrams }) => takenGrams > 0).map((one) => one.householdNumber)).size;
