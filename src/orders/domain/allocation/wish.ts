import type { LatLon } from '../../../kernel/roads.js';
import type { BasisPoints, Grams, Vnd } from '../../../kernel/units.js';

export type { LatLon };

/** Where a truck stops to take fruit: a garden gate or a shared collection point. */
export interface PickupPoint extends LatLon {
  readonly id: string;
}

export interface WishLine {
  readonly gradeCode: string;
  readonly wanted: Grams;
  /** The most the buyer pays per kilogram of this grade; null leaves the price to the lots. */
  readonly maxVndPerKg: Vnd | null;
}

/** What one buyer wants of one crop, gathered from many small lots. One line per grade. */
export interface Wish {
  readonly lines: readonly WishLine[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly depot: LatLon;
  /** How far the order's total may fall short or run over and still be the order that was made. */
  readonly tolerance: BasisPoints;
  /** Below this total the buyer does not come at all. */
  readonly leastGrams: Grams;
  /** Certificate every lot must hold, for instance VIETGAP. */
  readonly certificate?: string;
  /** Only lots of these communes; left out or empty means every commune. */
  readonly communeIds?: readonly string[];
  readonly householdCap?: Grams;
  /** No line smaller than this, whatever the lot's own minimum says. */
  readonly leastLine?: Grams;
  /** Weight of one full crate when the buyer sends crates: lines become whole crates. */
  readonly crate?: Grams;
  readonly mostPickupPoints?: number;
  readonly mostRoadMetres?: number;
  readonly leastReliability?: number;
  /** What the buyer's trucks carry: a wish above it is cut down, every grade by the same part. */
  readonly mostGrams?: Grams;
  /** Lots of households that sold nothing this week count double where shares are given, and come first in a queue. */
  readonly isUnsoldFirst?: boolean;
  /** Of the policy MANUAL: grams by lot grade id. */
  readonly byHand?: ReadonlyMap<string, Grams>;
}

/** One grade line of one published lot, as it stood when the plan was asked for. */
export interface CandidateLot {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly gradeCode: string;
  readonly free: Grams;
  readonly leastTake: Grams;
  /** null: the grower takes the price of the order ("theo giá đơn"). */
  readonly askVndPerKg: Vnd | null;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly point: PickupPoint;
  readonly certificates: readonly string[];
  /** Share of promises kept, 0 … 1. */
  readonly reliability: number;
  /** No goods may leave where the lot lies, come to where the order goes, or be on the road in all its hours. */
  readonly isZoneClosed: boolean;
  /** The household has had no deal in the last seven days. */
  readonly isUnsoldThisWeek?: boolean;
  readonly publishedAt: Date;
}

/** Why a candidate is not in the plan; exactly one per unused candidate. */
export type LeftOutReason =
  | 'WINDOW'
  | 'GRADE'
  | 'PRICE'
  | 'CERT'
  | 'ZONE'
  | 'DISTANCE'
  | 'MIN_TAKE'
  | 'HOUSEHOLD_CAP'
  | 'RELIABILITY'
  | 'POLICY_RANK';
