import { isRefusal } from '../../../../../src/kernel/refusal.js';
import { parsePrice } from '../../../../../src/kernel/spoken/price.js';
import { priceOf, type Grams, type Vnd } from '../../../../../src/kernel/units.js';
import { daysHeard, figureHeard, priceHeard, weightHeard } from '../../ui/heard.js';
import { deductionOf } from '../orders/order-draft.js';

export type Bearer = 'BUYER' | 'SELLER';

/** An offer as it is typed; every text stays as it was written. */
export interface OfferDraft {
  kg: Record<string, string>;
  price: Record<string, string>;
  pricePlace: 'GARDEN' | 'SCALE';
  deductionPercent: string;
  deposit: string;
  paymentDays: string;
  loadingBy: Bearer;
  transportBy: Bearer;
  cratesBy: Bearer;
  hasBand: boolean;
  answerMinutes: string;
}

export const EMPTY_OFFER: OfferDraft = {
  kg: {},
  price: {},
  pricePlace: 'GARDEN',
  deductionPercent: '2',
  deposit: '',
  paymentDays: '3',
  loadingBy: 'BUYER',
  transportBy: 'BUYER',
  cratesBy: 'BUYER',
  hasBand: false,
  answerMinutes: '120',
};

export interface DraftLine {
  gradeCode: string;
  grams: Grams;
  vndPerKg: Vnd;
}

/** The lines that are whole: a weight and a price that can be heard one way only. */
export function linesOf(draft: OfferDraft): DraftLine[] {
  return Object.entries(draft.kg).flatMap(([gradeCode, typed]) => {
    const grams = weightHeard(typed);
    const vndPerKg = priceHeard(draft.price[gradeCode] ?? '');
    return grams && vndPerKg !== null ? [{ gradeCode, grams, vndPerKg }] : [];
  });
}

/** Something is no number yet, or a grade has no price: a binding offer does not leave without it. */
export const isDoubtful = (draft: OfferDraft): boolean =>
  linesOf(draft).length < Object.values(draft.kg).filter(isMeant).length ||
  figureHeard(draft.deductionPercent) === null ||
  daysHeard(draft.paymentDays) === null;

const isMeant = (typed: string): boolean => typed.trim() !== '' && weightHeard(typed) !== 0;

/** Before any deduction. */
export const worthOf = (lines: readonly DraftLine[]): number =>
  lines.reduce((sum, { grams, vndPerKg }) => sum + priceOf(grams, vndPerKg), 0);

/** Everything of an offer but its goods and hours, as the market takes it. */
export function termsInput(draft: OfferDraft) {
  const deposit = draft.deposit.trim() === '' ? 0 : parsePrice(draft.deposit);
  return {
    pricePlace: draft.pricePlace,
    toleranceBp: 500,
    tiers: null,
    deduction: deductionOf(draft),
    // What cannot be heard is sent as what no deposit can be, so that the field says so.
    depositVnd: (isRefusal(deposit) ? Number.MAX_SAFE_INTEGER : deposit) as never,
    paymentDays: daysHeard(draft.paymentDays) ?? 0,
    loadingBy: draft.loadingBy,
    transportBy: draft.transportBy,
    cratesBy: draft.cratesBy,
    band: draft.hasBand ? { moveBp: 1_000, buyerShareBp: 5_000 } : null,
    answerMinutes: Number(draft.answerMinutes),
  };
}
