import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { basisPoints, grams, vnd } from '../../kernel/units.js';
import type { LotFacts } from '../../lots/index.js';
import {
  deductionRule,
  impossibleNumber,
  type DeductionWish,
  type NumbersRefusal,
} from '../../orders/index.js';
import type { Side } from '../../kernel/side.js';
import {
  amountOf,
  linePrice,
  tierPrice,
  type OfferLine,
  type OfferTerms,
  type PricePlace,
} from '../domain/terms.js';

export interface LineWish {
  readonly gradeCode: string;
  readonly grams: number;
  /** null: the price named before, or else what the grower asks. */
  readonly vndPerKg: number | null;
  /** Go back to what the grower asks. */
  readonly resetPrice: boolean | null;
}

/** The terms one side types; everything of an offer but whose it is and how long it stands. */
export interface TermsWish {
  readonly tiers: readonly { gradeCode: string; fromGrams: number; vndPerKg: number }[] | null;
  readonly pricePlace: PricePlace;
  readonly toleranceBp: number;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly deduction: DeductionWish;
  readonly depositVnd: number;
  readonly paymentDays: number;
  readonly loadingBy: Side;
  readonly transportBy: Side;
  readonly cratesBy: Side;
  readonly band: { readonly moveBp: number; readonly buyerShareBp: number } | null;
  readonly answerMinutes: number;
}

export type BuildRefusal =
  | NumbersRefusal
  | 'NEGOTIATION_GRADE_NOT_OFFERED'
  | 'NEGOTIATION_PRICE_MISSING'
  | 'NEGOTIATION_TIER_IMPLAUSIBLE'
  | 'NEGOTIATION_DEPOSIT_IMPLAUSIBLE'
  | 'NEGOTIATION_BAND_IMPLAUSIBLE'
  | 'NEGOTIATION_WINDOW_OUTSIDE_LOT';

const MOST_TIERS = 6;
/** A wider band never speaks, a narrower one speaks every day. */
const BAND_BP = [100, 5_000] as const;
const WHOLE_BP = 10_000;

/**
 * Turns what was typed into the frozen terms of one offer on one lot, or says what cannot be meant.
 *
 * @param context `together`: kilograms by grade over all offers made at once, this one included; `before`: the lines of
 *   the offer this one answers
 */
export function buildOffer(
  lot: LotFacts,
  lines: readonly LineWish[],
  wish: TermsWish,
  context: {
    readonly together: ReadonlyMap<string, number>;
    readonly before: readonly OfferLine[];
    readonly now: Date;
  },
): OfferTerms | Refusal<BuildRefusal> {
  const impossible = impossibleAsOrder(lines, wish, context.now) ?? impossibleExtras(wish);
  if (impossible) return impossible;
  if (wish.readyFrom >= lot.readyTo || wish.readyTo <= lot.readyFrom) {
    const facts = { from: lot.readyFrom.toISOString(), to: lot.readyTo.toISOString() };
    return refuse('NEGOTIATION_WINDOW_OUTSIDE_LOT', facts, 'readyFrom');
  }
  const tiers = (wish.tiers ?? []).map((tier) => ({
    gradeCode: tier.gradeCode,
    fromGrams: grams(tier.fromGrams),
    vndPerKg: vnd(tier.vndPerKg),
  }));
  const priced: OfferLine[] = [];
  for (const [i, line] of lines.entries()) {
    const made = lineOf(lot, line, context.before, i);
    if (isRefusal(made)) return made;
    const together = context.together.get(line.gradeCode) ?? line.grams;
    priced.push({
      ...made,
      vndPerKg: tierPrice(made.baseVndPerKg, tiers, line.gradeCode, together),
    });
  }
  const most = amountOf(priced);
  if (wish.depositVnd > most)
    return refuse('NEGOTIATION_DEPOSIT_IMPLAUSIBLE', { most }, 'depositVnd');
  return {
    lines: priced,
    tiers,
    pricePlace: wish.pricePlace,
    toleranceBp: basisPoints(wish.toleranceBp),
    readyFrom: wish.readyFrom,
    readyTo: wish.readyTo,
    deduction: deductionRule(wish.deduction),
    depositVnd: vnd(wish.depositVnd),
    paymentDays: wish.paymentDays,
    loadingBy: wish.loadingBy,
    transportBy: wish.transportBy,
    cratesBy: wish.cratesBy,
    band: wish.band && {
      moveBp: basisPoints(wish.band.moveBp),
      buyerShareBp: basisPoints(wish.band.buyerShareBp),
    },
  };
}

/** Kilograms by grade over several offers made at once, as typed: nobody has looked yet whether they can be meant. */
export function togetherOf(
  offers: readonly (readonly Pick<LineWish, 'gradeCode' | 'grams'>[])[],
): Map<string, number> {
  const together = new Map<string, number>();
  for (const line of offers.flat()) {
    together.set(line.gradeCode, (together.get(line.gradeCode) ?? 0) + line.grams);
  }
  return together;
}

function lineOf(
  lot: LotFacts,
  line: LineWish,
  before: readonly OfferLine[],
  i: number,
): Omit<OfferLine, 'vndPerKg'> | Refusal<BuildRefusal> {
  const { gradeCode } = line;
  const offered = lot.grades.find((grade) => grade.gradeCode === gradeCode);
  if (!offered) {
    return refuse('NEGOTIATION_GRADE_NOT_OFFERED', { gradeCode }, `lines.${i}.gradeCode`);
  }
  const price = linePrice({
    named: line.vndPerKg,
    before: before.find((one) => one.gradeCode === gradeCode),
    askVndPerKg: offered.askVndPerKg,
    isReset: line.resetPrice === true,
  });
  if (!price) return refuse('NEGOTIATION_PRICE_MISSING', { gradeCode }, `lines.${i}.vndPerKg`);
  return { lotGradeId: offered.id, gradeCode, grams: grams(line.grams), ...price };
}

/** What an order's numbers may be, an offer's may be too; a refusal names the fields as an offer has them. */
function impossibleAsOrder(
  lines: readonly LineWish[],
  wish: TermsWish,
  now: Date,
): Refusal<NumbersRefusal> | undefined {
  const order = {
    lines: lines.map((line) => ({ ...line, maxVndPerKg: line.vndPerKg })),
    readyFrom: wish.readyFrom,
    readyTo: wish.readyTo,
    toleranceBp: wish.toleranceBp,
    minGrams: 0,
    householdCapGrams: null,
    deduction: wish.deduction,
    paymentDays: wish.paymentDays,
    offerTtlMinutes: wish.answerMinutes,
  };
  const impossible = impossibleNumber(order, now);
  const field = impossible?.field
    ?.replace('maxVndPerKg', 'vndPerKg')
    .replace('offerTtlMinutes', 'answerMinutes');
  return impossible && field ? { ...impossible, field } : impossible;
}

function impossibleExtras(wish: TermsWish): Refusal<BuildRefusal> | undefined {
  const tiers = wish.tiers ?? [];
  if (tiers.length > MOST_TIERS || tiers.some(isImpossibleTier)) {
    return refuse('NEGOTIATION_TIER_IMPLAUSIBLE', { most: MOST_TIERS }, 'tiers');
  }
  if (!Number.isSafeInteger(wish.depositVnd) || wish.depositVnd < 0) {
    return refuse('NEGOTIATION_DEPOSIT_IMPLAUSIBLE', { most: null }, 'depositVnd');
  }
  if (wish.band !== null && !isPlausibleBand(wish.band)) {
    const [least, most] = BAND_BP;
    return refuse('NEGOTIATION_BAND_IMPLAUSIBLE', { least: least / 100, most: most / 100 }, 'band');
  }
}

const isImpossibleTier = ({
  fromGrams,
  vndPerKg,
}: NonNullable<TermsWish['tiers']>[number]): boolean =>
  !(fromGrams >= 1_000 && fromGrams <= 500_000_000 && vndPerKg >= 100 && vndPerKg <= 1_000_000);

const isPlausibleBand = ({ moveBp, buyerShareBp }: NonNullable<TermsWish['band']>): boolean =>
  moveBp >= BAND_BP[0] && moveBp <= BAND_BP[1] && buyerShareBp >= 0 && buyerShareBp <= WHOLE_BP;
