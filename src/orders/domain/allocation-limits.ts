import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Grams } from '../../kernel/units.js';
import type { ClaimKind } from '../../lots/index.js';

/** How an order may be gathered, beyond what it wants; null sets no limit. Stored with the order and with each plan. */
export interface AllocationLimits {
  /** The buyer sends crates of this weight: lines become whole crates. */
  readonly crateGrams: Grams | null;
  /** No line smaller than this, whatever the lot's own minimum says. */
  readonly leastLineGrams: Grams | null;
  /** The most of one household, in basis points of the whole order. */
  readonly householdCapBp: number | null;
  readonly mostPickupPoints: number | null;
  readonly mostRoadMetres: number | null;
  readonly mostTruckloads: number | null;
  /** Households that sold nothing this week come first, or count double where shares are given. */
  readonly isUnsoldFirst: boolean;
  /** The paper every lot must have. */
  readonly certificate: ClaimKind | null;
  /** The least share of promises its household kept, in basis points. */
  readonly leastKeptBp: number | null;
}

export const NO_LIMITS: AllocationLimits = {
  crateGrams: null,
  leastLineGrams: null,
  householdCapBp: null,
  mostPickupPoints: null,
  mostRoadMetres: null,
  mostTruckloads: null,
  isUnsoldFirst: false,
  certificate: null,
  leastKeptBp: null,
};

// From a carton to what two people lift; from one stop to more than a morning has.
const CRATE_G = [1_000, 100_000] as const;
const LEAST_LINE_G = [1_000, 10_000_000] as const;
const HOUSEHOLD_BP = [100, 10_000] as const;
const POINTS = [1, 1_000] as const;
const ROAD_M = [1_000, 500_000] as const;
const TRUCKS = [1, 200] as const;
const KEPT_BP = [1, 10_000] as const;

export type LimitRefusal = 'ALLOCATION_LIMIT_IMPLAUSIBLE';

/** The first limit that cannot be meant, at its field. */
export function impossibleLimit(limits: {
  readonly [Key in keyof AllocationLimits]: number | boolean | string | null;
}): Refusal<LimitRefusal> | undefined {
  const ranges = {
    crateGrams: CRATE_G,
    leastLineGrams: LEAST_LINE_G,
    householdCapBp: HOUSEHOLD_BP,
    mostPickupPoints: POINTS,
    mostRoadMetres: ROAD_M,
    mostTruckloads: TRUCKS,
    leastKeptBp: KEPT_BP,
  } as const;
  for (const key of Object.keys(ranges) as (keyof typeof ranges)[]) {
    const value = limits[key];
    const [least, most] = ranges[key];
    if (value !== null && !(Number(value) >= least && Number(value) <= most)) {
      return refuse('ALLOCATION_LIMIT_IMPLAUSIBLE', { limit: key, least, most }, `limits.${key}`);
    }
  }
}
