import { refuse, type Refusal } from '../../kernel/refusal.js';
import { basisPoints, grams, sumGrams } from '../../kernel/units.js';
import type { DeductionRule } from './terms.js';

export interface DeductionWish {
  readonly kind: DeductionRule['kind'];
  readonly basisPoints: number | null;
  readonly gramsPerCrate: number | null;
}

/** The numbers a buyer types; codes and ids are looked up elsewhere. */
export interface OrderNumbers {
  readonly lines: readonly {
    readonly gradeCode: string;
    readonly grams: number;
    readonly maxVndPerKg: number | null;
  }[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly toleranceBp: number;
  readonly minGrams: number;
  readonly householdCapGrams: number | null;
  readonly deduction: DeductionWish;
  readonly paymentDays: number;
  readonly offerTtlMinutes: number;
}

// One grade of one order: from a kilogram to more than the district picks in its best morning.
const LINE_G = [1_000, 500_000_000] as const;
const PRICE_VND = [100, 1_000_000] as const;
const MOST_LINES = 12;
const DAY_MS = 86_400_000;
const LONGEST_WINDOW_DAYS = 7;
const FURTHEST_DAYS = 90;
const WIDEST_TOLERANCE_BP = 2_000;
/** Growers report 5–12 kg taken off each 100 kg; above ten it is not a deduction but another price. */
const HIGHEST_DEDUCTION_BP = 1_000;
const HEAVIEST_CRATE_DEDUCTION_G = 5_000;
const LONGEST_PAYMENT_DAYS = 60;
const OFFER_MINUTES = [10, 2_880] as const;

export type NumbersRefusal =
  | 'ORDER_LINES_MISSING'
  | 'ORDER_GRADE_TWICE'
  | 'ORDER_GRAMS_IMPLAUSIBLE'
  | 'ORDER_PRICE_IMPLAUSIBLE'
  | 'ORDER_WINDOW_IMPLAUSIBLE'
  | 'ORDER_WINDOW_OVER'
  | 'TOLERANCE_IMPLAUSIBLE'
  | 'ORDER_MINIMUM_ABOVE_WISH'
  | 'HOUSEHOLD_CAP_IMPLAUSIBLE'
  | 'DEDUCTION_IMPLAUSIBLE'
  | 'PAYMENT_DAYS_IMPLAUSIBLE'
  | 'OFFER_TIME_IMPLAUSIBLE';

/** The first number that cannot be meant, at its field; undefined when all can. */
export function impossibleNumber(
  order: OrderNumbers,
  now: Date,
): Refusal<NumbersRefusal> | undefined {
  return (
    impossibleLines(order.lines) ??
    impossibleWindow(order, now) ??
    impossibleTerms(order) ??
    impossibleLimits(order)
  );
}

/** What may be taken off the net weight, as the scale will read it. */
export function deductionRule(wish: DeductionWish): DeductionRule {
  switch (wish.kind) {
    case 'NONE':
      return { kind: 'NONE' };
    case 'PERCENT':
      return { kind: 'PERCENT', basisPoints: basisPoints(wish.basisPoints ?? 0) };
    case 'FIXED_PER_CRATE':
      return { kind: 'FIXED_PER_CRATE', grams: grams(wish.gramsPerCrate ?? 0) };
  }
}

/** Grades, kilograms and prices that cannot be meant. */
export function impossibleLines(lines: OrderNumbers['lines']): Refusal<NumbersRefusal> | undefined {
  if (lines.length === 0 || lines.length > MOST_LINES)
    return refuse('ORDER_LINES_MISSING', {}, 'lines');
  for (const [i, line] of lines.entries()) {
    const isTwice = lines.findIndex((one) => one.gradeCode === line.gradeCode) < i;
    if (isTwice)
      return refuse('ORDER_GRADE_TWICE', { gradeCode: line.gradeCode }, `lines.${i}.gradeCode`);
    const impossible = impossibleWeight(line.grams, `lines.${i}.grams`);
    if (impossible) return impossible;
    if (line.maxVndPerKg !== null && !isWithin(line.maxVndPerKg, PRICE_VND)) {
      const facts = { least: PRICE_VND[0], most: PRICE_VND[1] };
      return refuse('ORDER_PRICE_IMPLAUSIBLE', facts, `lines.${i}.maxVndPerKg`);
    }
  }
}

/** Kilograms of one grade that cannot be meant. */
export function impossibleWeight(
  weight: number,
  field: string,
): Refusal<'ORDER_GRAMS_IMPLAUSIBLE'> | undefined {
  const [least, most] = LINE_G;
  if (!isWithin(weight, LINE_G)) return refuse('ORDER_GRAMS_IMPLAUSIBLE', { least, most }, field);
}

/** Hours of pick-up that cannot be meant: too far, too long, turned round, or over. */
export function impossibleWindow(
  { readyFrom, readyTo }: Pick<OrderNumbers, 'readyFrom' | 'readyTo'>,
  now: Date,
): Refusal<'ORDER_WINDOW_IMPLAUSIBLE' | 'ORDER_WINDOW_OVER'> | undefined {
  const facts = { days: LONGEST_WINDOW_DAYS, ahead: FURTHEST_DAYS };
  if (!(daysFrom(now, readyFrom) <= FURTHEST_DAYS)) {
    return refuse('ORDER_WINDOW_IMPLAUSIBLE', facts, 'readyFrom');
  }
  const length = daysFrom(readyFrom, readyTo);
  if (!(length > 0 && length <= LONGEST_WINDOW_DAYS)) {
    return refuse('ORDER_WINDOW_IMPLAUSIBLE', facts, 'readyTo');
  }
  if (readyTo <= now) return refuse('ORDER_WINDOW_OVER', {}, 'readyTo');
}

function impossibleTerms(order: OrderNumbers): Refusal<NumbersRefusal> | undefined {
  const { kind, basisPoints: share, gramsPerCrate } = order.deduction;
  const facts = { percent: HIGHEST_DEDUCTION_BP / 100, crateGrams: HEAVIEST_CRATE_DEDUCTION_G };
  if (kind === 'PERCENT' && !isWithin(share ?? 0, [1, HIGHEST_DEDUCTION_BP])) {
    return refuse('DEDUCTION_IMPLAUSIBLE', facts, 'deduction.basisPoints');
  }
  if (
    kind === 'FIXED_PER_CRATE' &&
    !isWithin(gramsPerCrate ?? 0, [1, HEAVIEST_CRATE_DEDUCTION_G])
  ) {
    return refuse('DEDUCTION_IMPLAUSIBLE', facts, 'deduction.gramsPerCrate');
  }
  if (!isWithin(order.paymentDays, [0, LONGEST_PAYMENT_DAYS])) {
    return refuse('PAYMENT_DAYS_IMPLAUSIBLE', { most: LONGEST_PAYMENT_DAYS }, 'paymentDays');
  }
  if (!isWithin(order.offerTtlMinutes, OFFER_MINUTES)) {
    const [least, most] = OFFER_MINUTES;
    return refuse('OFFER_TIME_IMPLAUSIBLE', { least, most }, 'offerTtlMinutes');
  }
}

function impossibleLimits(order: OrderNumbers): Refusal<NumbersRefusal> | undefined {
  if (!isWithin(order.toleranceBp, [0, WIDEST_TOLERANCE_BP])) {
    return refuse('TOLERANCE_IMPLAUSIBLE', { percent: WIDEST_TOLERANCE_BP / 100 }, 'toleranceBp');
  }
  const wanted = sumGrams(order.lines.map((line) => line.grams));
  if (!isWithin(order.minGrams, [0, wanted])) {
    return refuse('ORDER_MINIMUM_ABOVE_WISH', { wantedGrams: wanted }, 'minGrams');
  }
  if (
    order.householdCapGrams !== null &&
    !isWithin(order.householdCapGrams, [LINE_G[0], Number.MAX_SAFE_INTEGER])
  ) {
    return refuse('HOUSEHOLD_CAP_IMPLAUSIBLE', { least: LINE_G[0] }, 'householdCapGrams');
  }
}

/** NaN when either is not a moment at all, so that every comparison with it fails. */
const daysFrom = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY_MS;

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
