import { sorted } from './sorted.js';
import { basisPoints, type BasisPoints } from './units.js';

/** Kilograms one household offered and those that were taken. */
export interface Given {
  readonly offered: number;
  readonly taken: number;
}

/**
 * Gini coefficient of what was taken against what was offered, in basis points: 0 when every household sells the same
 * part of what it offers, near 10,000 when one sells and many offer. Households weigh as much as they offer.
 */
export function giniOf(households: readonly Given[]): BasisPoints {
  const offered = households.reduce((sum, one) => sum + one.offered, 0);
  const taken = households.reduce((sum, one) => sum + one.taken, 0);
  if (offered === 0 || taken === 0) return basisPoints(0);
  let below = 0;
  let area = 0;
  for (const one of sorted(households, (a, b) => a.taken * b.offered - b.taken * a.offered)) {
    area += (one.offered / offered) * ((2 * below + one.taken) / (2 * taken));
    below += one.taken;
  }
  return basisPoints(Math.max(0, Math.round((1 - 2 * area) * 10_000)));
}
