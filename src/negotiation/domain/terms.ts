import {
  priceOf,
  sumGrams,
  vnd,
  type BasisPoints,
  type Grams,
  type Vnd,
} from '../../kernel/units.js';
import type { DeductionRule } from '../../orders/index.js';
import type { PriceBand } from './price-band.js';
import type { Side } from '../../kernel/side.js';

/** Where the price holds: as picked, or carried to the scale or store. */
export type PricePlace = 'GARDEN' | 'SCALE';

/** From this weight of the grade, over everything offered together, the kilogram costs this. */
export interface Tier {
  readonly gradeCode: string;
  readonly fromGrams: Grams;
  readonly vndPerKg: Vnd;
}

export interface OfferLine {
  readonly lotGradeId: string;
  readonly gradeCode: string;
  readonly grams: Grams;
  /** What the grower asks or somebody named; what holds below every tier. */
  readonly baseVndPerKg: Vnd;
  /** What holds at this weight. */
  readonly vndPerKg: Vnd;
  /** Somebody named the base; it stays when kilograms change, until it is reset (NG-10). */
  readonly isManual: boolean;
}

/** Everything one offer freezes (NG-02); a changed mind is another offer. */
export interface OfferTerms {
  readonly lines: readonly OfferLine[];
  readonly tiers: readonly Tier[];
  readonly pricePlace: PricePlace;
  readonly toleranceBp: BasisPoints;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly deduction: DeductionRule;
  readonly depositVnd: Vnd;
  readonly paymentDays: number;
  readonly loadingBy: Side;
  readonly transportBy: Side;
  readonly cratesBy: Side;
  readonly band: PriceBand | null;
}

/**
 * The price of a grade at the weight of everything offered together, so that splitting an order over households does
 * not lose the tier (NG-08).
 *
 * @param base what a kilogram costs below every tier
 * @param togetherGrams kilograms of the grade in all offers made at once
 */
export function tierPrice(
  base: Vnd,
  tiers: readonly Tier[],
  gradeCode: string,
  togetherGrams: number,
): Vnd {
  const reached = tiers
    .filter((tier) => tier.gradeCode === gradeCode && tier.fromGrams <= togetherGrams)
    .toSorted((a, b) => b.fromGrams - a.fromGrams);
  return reached[0]?.vndPerKg ?? base;
}

/** Before any deduction, at the prices of the lines. */
export const amountOf = (lines: readonly Pick<OfferLine, 'grams' | 'vndPerKg'>[]): Vnd =>
  vnd(lines.reduce((sum, { grams, vndPerKg }) => sum + priceOf(grams, vndPerKg), 0));

export const weightOf = (lines: readonly OfferLine[]): Grams =>
  sumGrams(lines.map(({ grams }) => grams));

/**
 * The price of a line below every tier: the one that was named; else the one named before, which a changed weight does not touch;
 * else what the grower asks (NG-10). undefined when nobody named any.
 */
export function linePrice(line: {
  readonly named: number | null;
  readonly before: Pick<OfferLine, 'baseVndPerKg' | 'isManual'> | undefined;
  readonly askVndPerKg: number | null;
  readonly isReset: boolean;
}): Pick<OfferLine, 'baseVndPerKg' | 'isManual'> | undefined {
  if (line.named !== null) return { baseVndPerKg: vnd(line.named), isManual: true };
  const { before } = line;
  if (before?.isManual && !line.isReset)
    return { baseVndPerKg: before.baseVndPerKg, isManual: true };
  return line.askVndPerKg === null
    ? undefined
    : { baseVndPerKg: vnd(line.askVndPerKg), isManual: false };
}
