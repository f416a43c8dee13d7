import { refuse, type Refusal } from '../../kernel/refusal.js';
import { basisPoints, vnd, type BasisPoints, type Grams, type Vnd } from '../../kernel/units.js';

/** What may be taken off the net weight, agreed before anything is weighed. */
export type DeductionRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'PERCENT'; readonly basisPoints: BasisPoints }
  | { readonly kind: 'FIXED_PER_CRATE'; readonly grams: Grams };

interface GradePrice {
  readonly gradeCode: string;
  readonly vndPerKg: Vnd;
}

/** What giving up costs whoever does it, as shares of the goods, by how far the vehicle is by then. */
export interface CancelTerms {
  readonly afterDispatchBp: BasisPoints;
  readonly atGateBp: BasisPoints;
}

/** Nobody owes for giving up what was not agreed; a deposit speaks for itself. */
export const NO_CANCEL_TERMS: CancelTerms = {
  afterDispatchBp: basisPoints(0),
  atGateBp: basisPoints(0),
};

/** Orchards sold whole ask for as much as this; more is not a surety but the price. */
const HIGHEST_SURETY_BP = 3_000;

/** A deposit, or a price of giving up, that cannot be meant. */
export function impossibleSurety(
  depositBp: number,
  { afterDispatchBp, atGateBp }: { readonly afterDispatchBp: number; readonly atGateBp: number },
): Refusal<'SURETY_IMPLAUSIBLE'> | undefined {
  const isShare = (value: number): boolean => value >= 0 && value <= HIGHEST_SURETY_BP;
  const refused = (field: string) =>
    refuse('SURETY_IMPLAUSIBLE', { percent: HIGHEST_SURETY_BP / 100 }, field);
  if (!isShare(depositBp)) return refused('depositBp');
  if (!isShare(afterDispatchBp) || !isShare(atGateBp) || atGateBp < afterDispatchBp)
    return refused('cancelTerms');
}

const DEPOSIT_HOURS = 24;
const HOUR_MS = 3_600_000;

/** A deposit comes within a day, and before the vehicle does. */
export function depositDueAt(depositVnd: Vnd, madeAt: Date, readyFrom: Date): Date | null {
  if (depositVnd === 0) return null;
  const due = new Date(madeAt.getTime() + DEPOSIT_HOURS * HOUR_MS);
  return due < readyFrom || readyFrom <= madeAt ? due : readyFrom;
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
