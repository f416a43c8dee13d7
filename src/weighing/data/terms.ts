import { basisPoints, grams, vnd } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { DeductionRule, WeighingTerms } from '../domain/ticket.js';

/** The deduction as three columns keep it. */
export interface DeductionColumns {
  readonly deductionKind: DeductionRule['kind'];
  readonly deductionBp: number;
  readonly deductionCrateG: string | number;
}

export interface GradePrice {
  readonly gradeCode: string;
  readonly vndPerKg: number;
}

/** A deal has one price per grade, whatever number of its lines carry it. */
export const termsOf = (
  deduction: DeductionColumns,
  prices: readonly GradePrice[],
): WeighingTerms => ({
  prices: prices.map(({ gradeCode, vndPerKg }) => ({ gradeCode, vndPerKg: vnd(vndPerKg) })),
  deduction: ruleOf(deduction),
});

/** A rule as its three columns, those that do not apply being 0. */
export const columnsOf = (rule: DeductionRule): DeductionColumns & { deductionCrateG: number } => ({
  deductionKind: rule.kind,
  deductionBp: rule.kind === 'PERCENT' ? rule.basisPoints : 0,
  deductionCrateG: rule.kind === 'FIXED_PER_CRATE' ? rule.grams : 0,
});

function ruleOf({ deductionKind, deductionBp, deductionCrateG }: DeductionColumns): DeductionRule {
  switch (deductionKind) {
    case 'NONE':
      return { kind: deductionKind };
    case 'PERCENT':
      return { kind: deductionKind, basisPoints: basisPoints(deductionBp) };
    case 'FIXED_PER_CRATE':
      return { kind: deductionKind, grams: grams(parseSafe(deductionCrateG)) };
  }
}
