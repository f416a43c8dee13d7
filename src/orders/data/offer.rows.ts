import { grams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import { lineStateAt, type AllocationLineState } from '../domain/allocation-line.state.js';
import type { CancelTerms, DeductionRule } from '../domain/terms.js';
import { toCancelTerms, toDeduction, type DeductionColumns } from './order.rows.js';

/** One grade line of one lot that was offered to its household, with the order's facts it is judged by. */
export interface Offer {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderKind: 'BULK' | 'LOT';
  readonly buyerId: string;
  readonly cropCode: string;
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  /** Where it is fetched. */
  readonly lat: number;
  readonly lon: number;
  readonly gradeCode: string;
  readonly grams: Grams;
  /** What the household was asked for; more than `grams` when it agreed to a part of it. */
  readonly askedGrams: Grams;
  /** The least the lot gives, or the order takes, of one lot. */
  readonly leastGrams: Grams;
  readonly vndPerKg: Vnd;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly destinationId: string | null;
  readonly deduction: DeductionRule;
  readonly paymentDays: number;
  /** Deposit of the goods, in basis points. */
  readonly depositBp: number;
  readonly cancelTerms: CancelTerms;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  /** EXPIRED from the second its time is over, whether or not the sweep has come by. */
  readonly state: AllocationLineState;
}

export interface OfferRow
  extends
    Omit<Offer, 'grams' | 'askedGrams' | 'leastGrams' | 'vndPerKg' | 'deduction' | 'cancelTerms'>,
    DeductionColumns {
  readonly cancelDispatchedBp: number;
  readonly cancelGateBp: number;
  readonly grams: string;
  readonly askedGrams: string;
  readonly leastGrams: string;
  readonly vndPerKg: string;
}

export const OFFER_COLUMNS = `l.id, l.order_id as "orderId", o.number as "orderNumber", o.kind as "orderKind", o.buyer_id as "buyerId",
  o.crop_code as "cropCode", l.lot_id as "lotId", l.lot_grade_id as "lotGradeId",
  l.household_id as "householdId", lot.commune_id as "communeId", lot.lat, lot.lon,
  l.grade_code as "gradeCode", l.grams, coalesce(l.asked_g, l.grams) as "askedGrams",
  greatest(lot.min_take_g, o.least_line_g) as "leastGrams", l.vnd_per_kg as "vndPerKg", o.ready_from as "readyFrom",
  o.ready_to as "readyTo", o.destination_id as "destinationId", o.deduction_kind as "deductionKind",
  o.deduction_bp as "deductionBp", o.deduction_crate_g as "deductionCrateGrams", o.payment_days as "paymentDays",
  o.deposit_bp as "depositBp", o.cancel_dispatched_bp as "cancelDispatchedBp", o.cancel_gate_bp as "cancelGateBp",
  l.offered_at as "offeredAt", l.expires_at as "expiresAt", l.state`;

export const OFFER_TABLES = `allocation_lines l join orders o on o.id = l.order_id join lots lot on lot.id = l.lot_id`;

export function toOffer(row: OfferRow, now: Date): Offer {
  const { deductionKind, deductionBp, deductionCrateGrams, ...rest } = row;
  const { cancelDispatchedBp, cancelGateBp, ...same } = rest;
  return {
    ...same,
    grams: grams(parseSafe(row.grams)),
    askedGrams: grams(parseSafe(row.askedGrams)),
    leastGrams: grams(parseSafe(row.leastGrams)),
    vndPerKg: vnd(parseSafe(row.vndPerKg)),
    cancelTerms: toCancelTerms({ cancelDispatchedBp, cancelGateBp }),
    deduction: toDeduction({ deductionKind, deductionBp, deductionCrateGrams }),
    state: lineStateAt(row, now),
  };
}
