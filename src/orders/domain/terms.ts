import { vnd, type BasisPoints, type Grams, type Vnd } from '../../kernel/units.js';

/** What may be taken off the net weight, agreed before anything is weighed. */
export type DeductionRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'PERCENT'; readonly basisPoints: BasisPoints }
  | { readonly kind: 'FIXED_PER_CRATE'; readonly grams: Grams };

interface GradePrice {
  readonly gradeCode: string;
  readonly vndPerKg: Vnd;
}

/** What both sides agreed, as it stood at the commit; later edits of lot or order never reach it. */
export interface DealTerms {
  /** One price per grade. */
  readonly prices: readonly GradePrice[];
  readonly deduction: DeductionRule;
  /** Days from the confirmed ticket to the money. */
  readonly paymentDays: number;
  /** If the buyer has not come by then, the fruit is free again. */
  readonly releaseBy: Date;
}

interface AgreedLine extends GradePrice {
  readonly grams: Grams;
}

/**
 * Freezes the terms of one household's part. Where its lots of one grade were asked at different prices,
 * the scale can no longer tell them apart: the grade gets their average by weight, rounded half up.
 */
export function frozenTerms(
  order: {
    readonly deduction: DeductionRule;
    readonly paymentDays: number;
    readonly readyTo: Date;
  },
  lines: readonly AgreedLine[],
): DealTerms {
  const grades = [...new Set(lines.map((line) => line.gradeCode))].toSorted();
  return {
    prices: grades.map((gradeCode) => ({
      gradeCode,
      vndPerKg: averagePrice(lines.filter((line) => line.gradeCode === gradeCode)),
    })),
    deduction: order.deduction,
    paymentDays: order.paymentDays,
    releaseBy: order.readyTo,
  };
}

function averagePrice(lines: readonly AgreedLine[]): Vnd {
  const weight = lines.reduce((sum, line) => sum + BigInt(line.grams), 0n);
  const worth = lines.reduce((sum, line) => sum + BigInt(line.grams) * BigInt(line.vndPerKg), 0n);
  return vnd(Number((2n * worth + weight) / (2n * weight)));
}
