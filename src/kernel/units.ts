import type { Brand } from './brand.js';

/** Weight as whole grams; every weight in the product is stored and summed in this unit. */
export type Grams = Brand<number, 'Grams'>;

/** Whole đồng. The đồng has no smaller coin, so money is an integer. */
export type Vnd = Brand<number, 'Vnd'>;

/** Hundredths of one percent: 2 % is 200. Deduction rates are agreed and stored in this unit. */
export type BasisPoints = Brand<number, 'BasisPoints'>;

/** @throws RangeError when the value is not a safe integer of zero or more */
export const grams = (value: number): Grams => whole(value, 'grams') as Grams;

/** @throws RangeError when the value is not a safe integer */
export function vnd(value: number): Vnd {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole đồng: ${value}`);
  return value as Vnd;
}

/** @throws RangeError outside 0 … 10,000 */
export function basisPoints(value: number): BasisPoints {
  if (whole(value, 'basis points') > 10_000) throw new RangeError(`over 100 %: ${value}`);
  return value as BasisPoints;
}

export const kilograms = (value: number): Grams => grams(Math.round(value * 1000));

export const sumGrams = (parts: readonly number[]): Grams =>
  grams(parts.reduce((sum, part) => sum + part, 0));

/** Quoted per kilogram; rounded half up to whole đồng, here and nowhere else. */
export const priceOf = (weight: Grams, perKg: Vnd): Vnd =>
  vnd(Number((BigInt(weight) * BigInt(perKg) + 500n) / 1000n));

/** A share of a sum, rounded half up to whole đồng. */
export const shareOf = (sum: Vnd, share: BasisPoints): Vnd =>
  vnd(Number((BigInt(sum) * BigInt(share) + 5_000n) / 10_000n));

/** What changes hands in notes: the nearest 1,000 đồng, half up. */
export const inNotes = (sum: Vnd): Vnd => vnd(Math.floor((sum + 500) / 1000) * 1000);

/** The scale of the trade reads tenths of a kilogram: half up to 100 g. */
export const toTenthsOfKilogram = (weight: number): Grams =>
  grams(Math.floor((weight + 50) / 100) * 100);

function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`not whole ${what}: ${value}`);
  return value;
}
