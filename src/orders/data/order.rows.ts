import {
  basisPoints,
  grams,
  vnd,
  type BasisPoints,
  type Grams,
  type Vnd,
} from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { AllocationLimits } from '../domain/allocation-limits.js';
import type { CutOff } from '../domain/cut-off.js';
import type { OrderState } from '../domain/order.state.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import type { CancelTerms, DeductionRule } from '../domain/terms.js';

interface OrderLine {
  readonly gradeCode: string;
  readonly wantedGrams: Grams;
  readonly maxVndPerKg: Vnd | null;
}

export interface Order {
  readonly id: string;
  readonly number: string;
  /** BULK is filled from many lots; LOT asks one household for one grade of one lot. */
  readonly kind: 'BULK' | 'LOT';
  readonly buyerId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly state: OrderState;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** null: fetched at the garden. */
  readonly destinationId: string | null;
  readonly policy: PolicyCode;
  readonly toleranceBp: BasisPoints;
  readonly minGrams: Grams;
  readonly householdCapGrams: Grams | null;
  /** Empty: every commune. */
  readonly communeIds: readonly string[];
  /** Gathered from the lots of this pooled listing alone; null: from the whole market. */
  readonly pooledListingId: string | null;
  readonly limits: AllocationLimits;
  /** null: gathering ends with the pick-up window. */
  readonly cutOff: CutOff | null;
  readonly deduction: DeductionRule;
  readonly paymentDays: number;
  /** Of each household's goods, before they are fetched. */
  readonly depositBp: BasisPoints;
  readonly cancelTerms: CancelTerms;
  readonly offerTtlMinutes: number;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly cancelReason: string | null;
  readonly lines: readonly OrderLine[];
}

/** How a deduction rule lies in its three columns. */
export interface DeductionColumns {
  readonly deductionKind: DeductionRule['kind'];
  readonly deductionBp: number;
  readonly deductionCrateGrams: string;
}

type Converted =
  | 'cutOff'
  | 'depositBp'
  | 'cancelTerms'
  | 'toleranceBp'
  | 'minGrams'
  | 'householdCapGrams'
  | 'deduction'
  | 'lines'
  | 'limits';

export interface OrderRow extends Omit<Order, Converted>, DeductionColumns {
  readonly toleranceBp: number;
  readonly minGrams: string;
  readonly householdCapGrams: string | null;
  readonly limits: Parameters<typeof limitsOf>[0];
  readonly depositBp: number;
  readonly cancelDispatchedBp: number;
  readonly cancelGateBp: number;
  readonly sourcingUntil: Date | null;
  readonly extendUntil: Date | null;
  readonly lines: readonly { gradeCode: string; wantedGrams: number; maxVndPerKg: number | null }[];
}

export const ORDER_COLUMNS = `o.id, o.number, o.kind, o.buyer_id as "buyerId", o.crop_code as "cropCode",
  o.variety_code as "varietyCode", o.state, o.ready_from as "readyFrom", o.ready_to as "readyTo",
  o.destination_id as "destinationId", o.policy, o.tolerance_bp as "toleranceBp", o.min_g as "minGrams",
  o.household_cap_g as "householdCapGrams", o.commune_ids as "communeIds", o.deduction_kind as "deductionKind",
  o.deduction_bp as "deductionBp", o.deduction_crate_g as "deductionCrateGrams", o.payment_days as "paymentDays",
  o.offer_ttl_minutes as "offerTtlMinutes", o.created_at as "createdAt", o.committed_at as "committedAt",
  o.cancel_reason as "cancelReason", o.pooled_listing_id as "pooledListingId",
  o.deposit_bp as "depositBp", o.cancel_dispatched_bp as "cancelDispatchedBp", o.cancel_gate_bp as "cancelGateBp",
  o.sourcing_until as "sourcingUntil", o.extend_until as "extendUntil",
  json_build_object('crateGrams', o.crate_g, 'leastLineGrams', o.least_line_g, 'householdCapBp', o.household_cap_bp,
    'mostPickupPoints', o.most_points, 'mostRoadMetres', o.most_road_m, 'mostTruckloads', o.most_trucks,
    'isUnsoldFirst', o.unsold_first, 'certificate', o.certificate, 'leastKeptBp', o.least_kept_bp) as limits,
  (select json_agg(json_build_object('gradeCode', n.grade_code, 'wantedGrams', n.wanted_g,
     'maxVndPerKg', n.max_vnd_per_kg) order by n.id) from order_lines n where n.order_id = o.id) as lines`;

export function toOrder(row: OrderRow): Order {
  const { deductionKind, deductionBp, deductionCrateGrams, sourcingUntil, extendUntil, ...rest } =
    row;
  const { cancelDispatchedBp, cancelGateBp, ...same } = rest;
  return {
    ...same,
    depositBp: basisPoints(row.depositBp),
    cancelTerms: toCancelTerms({ cancelDispatchedBp, cancelGateBp }),
    cutOff: sourcingUntil && { until: sourcingUntil, extendUntil },
    toleranceBp: basisPoints(row.toleranceBp),
    minGrams: grams(parseSafe(row.minGrams)),
    householdCapGrams:
      row.householdCapGrams === null ? null : grams(parseSafe(row.householdCapGrams)),
    deduction: toDeduction({ deductionKind, deductionBp, deductionCrateGrams }),
    limits: limitsOf(row.limits),
    lines: row.lines.map(({ gradeCode, wantedGrams, maxVndPerKg }) => ({
      gradeCode,
      wantedGrams: grams(wantedGrams),
      maxVndPerKg: maxVndPerKg === null ? null : vnd(maxVndPerKg),
    })),
  };
}

export const toCancelTerms = (columns: {
  readonly cancelDispatchedBp: number;
  readonly cancelGateBp: number;
}): CancelTerms => ({
  afterDispatchBp: basisPoints(columns.cancelDispatchedBp),
  atGateBp: basisPoints(columns.cancelGateBp),
});

/** Limits as the database or a client writes them: plain numbers. */
export const limitsOf = (
  limits: Readonly<
    Record<Exclude<keyof AllocationLimits, 'isUnsoldFirst' | 'certificate'>, number | null>
  > &
    Pick<AllocationLimits, 'certificate'> & { readonly isUnsoldFirst: boolean | null },
): AllocationLimits => ({
  crateGrams: limits.crateGrams === null ? null : grams(limits.crateGrams),
  leastLineGrams: limits.leastLineGrams === null ? null : grams(limits.leastLineGrams),
  householdCapBp: limits.householdCapBp,
  mostPickupPoints: limits.mostPickupPoints,
  mostRoadMetres: limits.mostRoadMetres,
  mostTruckloads: limits.mostTruckloads,
  isUnsoldFirst: limits.isUnsoldFirst ?? false,
  certificate: limits.certificate,
  leastKeptBp: limits.leastKeptBp,
});

export function toDeduction(columns: DeductionColumns): DeductionRule {
  switch (columns.deductionKind) {
    case 'NONE':
      return { kind: 'NONE' };
    case 'PERCENT':
      return { kind: 'PERCENT', basisPoints: basisPoints(columns.deductionBp) };
    case 'FIXED_PER_CRATE':
      return { kind: 'FIXED_PER_CRATE', grams: grams(parseSafe(columns.deductionCrateGrams)) };
  }
}

/** Kind, basis points and grams per crate, as the three columns take them. */
export const deductionValues = (rule: DeductionRule): [DeductionRule['kind'], number, number] => [
  rule.kind,
  rule.kind === 'PERCENT' ? rule.basisPoints : 0,
  rule.kind === 'FIXED_PER_CRATE' ? rule.grams : 0,
];
