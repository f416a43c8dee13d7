import { grams, sumGrams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import type { DealState } from '../domain/deal.state.js';
import type { CancelTerms, DeductionRule } from '../domain/terms.js';
import { parseSafe } from '../../platform/database/columns.js';
import { toCancelTerms, toDeduction, type DeductionColumns } from './order.rows.js';

interface DealLine {
  readonly id: string;
  readonly lotId: string;
  readonly lotGradeId: string;
  /** The kilograms set aside on the lot for this line. */
  readonly holdId: string;
  readonly gradeCode: string;
  readonly grams: Grams;
  readonly vndPerKg: Vnd;
}

/** What one household and one buyer agreed to; its prices and deductions never change after it was made. */
export interface Deal {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly buyerId: string;
  readonly householdId: string;
  readonly cropCode: string;
  readonly communeId: string;
  readonly state: DealState;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** null: fetched at the garden. */
  readonly destinationId: string | null;
  readonly deduction: DeductionRule;
  readonly paymentDays: number;
  /** 0: none was agreed. */
  readonly depositVnd: Vnd;
  readonly depositDueAt: Date | null;
  readonly cancelTerms: CancelTerms;
  /** Not fetched by then, the fruit is free again; null: agreed on before there was such a clause. */
  readonly releaseBy: Date | null;
  readonly createdAt: Date;
  readonly lines: readonly DealLine[];
  readonly totalGrams: Grams;
}

export interface DealRow
  extends
    Omit<Deal, 'deduction' | 'lines' | 'totalGrams' | 'depositVnd' | 'cancelTerms'>,
    DeductionColumns {
  readonly depositVnd: string;
  readonly cancelDispatchedBp: number;
  readonly cancelGateBp: number;
  readonly lines: readonly {
    id: string;
    lotId: string;
    lotGradeId: string;
    holdId: string;
    gradeCode: string;
    grams: number;
    vndPerKg: number;
  }[];
}

export const DEAL_COLUMNS = `d.id, d.number, d.order_id as "orderId", o.number as "orderNumber",
  d.buyer_id as "buyerId", d.household_id as "householdId", d.crop_code as "cropCode", d.commune_id as "communeId",
  d.state, d.ready_from as "readyFrom", d.ready_to as "readyTo", o.destination_id as "destinationId",
  d.deduction_kind as "deductionKind", d.deduction_bp as "deductionBp",
  d.deduction_crate_g as "deductionCrateGrams", d.payment_days as "paymentDays",
  d.deposit_vnd as "depositVnd", d.deposit_due_at as "depositDueAt", d.release_by as "releaseBy",
  d.cancel_dispatched_bp as "cancelDispatchedBp", d.cancel_gate_bp as "cancelGateBp", d.created_at as "createdAt",
  (select json_agg(json_build_object('id', n.id, 'lotId', n.lot_id, 'lotGradeId', n.lot_grade_id,
     'holdId', n.hold_id, 'gradeCode', n.grade_code, 'grams', n.grams, 'vndPerKg', n.vnd_per_kg) order by n.id)
   from deal_lines n where n.deal_id = d.id) as lines`;

export const DEAL_TABLES = `deals d join orders o on o.id = d.order_id`;

export function toDeal(row: DealRow): Deal {
  const { deductionKind, deductionBp, deductionCrateGrams, ...rest } = row;
  const { cancelDispatchedBp, cancelGateBp, ...same } = rest;
  const lines = row.lines.map((line) => ({
    ...line,
    grams: grams(line.grams),
    vndPerKg: vnd(line.vndPerKg),
  }));
  return {
    ...same,
    depositVnd: vnd(parseSafe(row.depositVnd)),
    cancelTerms: toCancelTerms({ cancelDispatchedBp, cancelGateBp }),
    deduction: toDeduction({ deductionKind, deductionBp, deductionCrateGrams }),
    lines,
    totalGrams: sumGrams(lines.map((line) => line.grams)),
  };
}
