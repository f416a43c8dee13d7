import { refuse, type Refusal } from '../../kernel/refusal.js';
import {
  grams,
  priceOf,
  sumGrams,
  toTenthsOfKilogram,
  vnd,
  type BasisPoints,
  type Grams,
  type Vnd,
} from '../../kernel/units.js';

/** What may be taken off the net weight. */
export type DeductionRule =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'PERCENT'; readonly basisPoints: BasisPoints }
  | { readonly kind: 'FIXED_PER_CRATE'; readonly grams: Grams };

/** What a deal says about weighing: one price per grade, and the most that may be taken off. */
export interface WeighingTerms {
  readonly prices: readonly { readonly gradeCode: string; readonly vndPerKg: Vnd }[];
  readonly deduction: DeductionRule;
}

/** One load on the scale. */
export interface Weighing {
  readonly gradeCode: string;
  readonly gross: Grams;
  /** Baskets, crates or sacks in this load. */
  readonly crates: number;
  /** Empty weight of all of them: the crate type's tare × count, or as it was measured. */
  readonly tare: Grams;
}

/** One grade of a ticket: `gross − tare − deduction = payable`, all in grams. */
interface TicketLine {
  readonly gradeCode: string;
  readonly crates: number;
  readonly gross: Grams;
  readonly tare: Grams;
  readonly net: Grams;
  /** What the agreed rule takes off, with the rounding to 0.1 kg; below zero when that rounds up. */
  readonly deductionGrams: number;
  readonly payable: Grams;
  readonly vndPerKg: Vnd;
  readonly amountVnd: Vnd;
}

export interface TicketSums {
  /** In the order the grades were first weighed. */
  readonly lines: readonly TicketLine[];
  readonly gross: Grams;
  readonly tare: Grams;
  readonly deductionGrams: number;
  readonly payable: Grams;
  /** The goods alone: what is owed for them, deposit and price band reckoned in, is the payable's to say. */
  readonly amountVnd: Vnd;
}

export type TicketRefusal =
  'NOTHING_WEIGHED' | 'GRADE_NOT_IN_DEAL' | 'TARE_OVER_GROSS' | 'DEDUCTION_ABOVE_DEAL';

export const tareOf = (perCrate: Grams, crates: number): Grams => grams(perCrate * crates);

/**
 * The sums of a ticket. The order of operations is part of every deal: gross − tare, then the deduction on
 * what remains, then to 0.1 kg, then × price.
 * @param entered deductions the weigher chose for a grade; never more than the deal allows (WE-03)
 */
export function weighUp(
  weighings: readonly Weighing[],
  terms: WeighingTerms,
  entered: ReadonlyMap<string, DeductionRule> = new Map(),
): TicketSums | Refusal<TicketRefusal> {
  if (weighings.length === 0) return refuse('NOTHING_WEIGHED');
  for (const [i, { gross, tare }] of weighings.entries()) {
    if (tare >= gross) return refuse('TARE_OVER_GROSS', { gross, tare }, `rows.${i}.tare`);
  }

  const lines: TicketLine[] = [];
  for (const gradeCode of new Set(weighings.map((one) => one.gradeCode))) {
    const price = terms.prices.find((one) => one.gradeCode === gradeCode);
    if (price === undefined) return refuse('GRADE_NOT_IN_DEAL', { gradeCode });
    const ofGrade = weighings.filter((one) => one.gradeCode === gradeCode);
    const rule = entered.get(gradeCode) ?? terms.deduction;
    const line = lineOf(ofGrade, price.vndPerKg, rule);
    const allowed = lineOf(ofGrade, price.vndPerKg, terms.deduction);
    if (line.payable < allowed.payable) {
      const facts = { entered: line.deductionGrams, allowed: allowed.deductionGrams };
      return refuse('DEDUCTION_ABOVE_DEAL', { gradeCode, ...facts });
    }
    lines.push({ gradeCode, ...line });
  }
  return sumsOf(lines);
}

function lineOf(
  weighings: readonly Weighing[],
  vndPerKg: Vnd,
  rule: DeductionRule,
): Omit<TicketLine, 'gradeCode'> {
  const crates = weighings.reduce((sum, one) => sum + one.crates, 0);
  const gross = sumGrams(weighings.map((one) => one.gross));
  const tare = sumGrams(weighings.map((one) => one.tare));
  const net = grams(gross - tare);
  const payable = payableOf(net, crates, rule);
  const amountVnd = priceOf(payable, vndPerKg);
  return { crates, gross, tare, net, deductionGrams: net - payable, payable, vndPerKg, amountVnd };
}

function payableOf(net: Grams, crates: number, rule: DeductionRule): Grams {
  switch (rule.kind) {
    case 'NONE':
      return toTenthsOfKilogram(net);
    case 'FIXED_PER_CRATE':
      return toTenthsOfKilogram(Math.max(0, net - rule.grams * crates));
    case 'PERCENT': {
      // In ten-thousandths of a gram, so that the half that rounds up is the true half.
      const left = net * (10_000 - rule.basisPoints);
      return grams(Math.floor((left + 500_000) / 1_000_000) * 100);
    }
  }
}

function sumsOf(lines: readonly TicketLine[]): TicketSums {
  return {
    lines,
    gross: sumGrams(lines.map((line) => line.gross)),
    tare: sumGrams(lines.map((line) => line.tare)),
    deductionGrams: lines.reduce((sum, line) => sum + line.deductionGrams, 0),
    payable: sumGrams(lines.map((line) => line.payable)),
    amountVnd: vnd(lines.reduce((sum, line) => sum + line.amountVnd, 0)),
  };
}
