import { dayOf, instant, plusDays } from '../../../../../src/kernel/day.js';
import { grams, type Grams, type Vnd } from '../../../../../src/kernel/units.js';
import { daysHeard, figureHeard, priceHeard, weightHeard } from '../../ui/heard.js';

/** The form as it was typed; kept on the phone until it became an order. */
export interface OrderDraft {
  cropCode: string;
  /** By grade code, as typed: `2.000`, `2 tấn`, `1 tạ 2`. */
  kg: Record<string, string>;
  price: Record<string, string>;
  /** 0: as soon as a truck can come. */
  daysAhead: number;
  destinationId: string;
  policy:
    'LOWEST_COST' | 'FAIR_SHARE' | 'PRO_RATA' | 'SOONEST_EXPIRY' | 'FEWEST_STOPS' | 'FIRST_COME';
  /** The buyer brings crates of 25 kg. */
  isCrated?: boolean;
  isUnsoldFirst?: boolean;
  isVietgap?: boolean;
  /** The most of one household, in percent of the order, as typed. */
  householdPercent?: string;
  /** Truckloads at most, as typed. */
  trucks?: string;
  deductionPercent: string;
  paymentDays: string;
}

export interface OrderDraftLine {
  gradeCode: string;
  grams: Grams;
  maxVndPerKg: Vnd | null;
}

const CRATE = grams(25_000);

/** The limits of choosing lots, as the order takes them. */
export const limitsOf = (draft: OrderDraft): OrderLimits => ({
  crateGrams: draft.isCrated ? CRATE : null,
  isUnsoldFirst: draft.isUnsoldFirst ?? false,
  certificate: draft.isVietgap ? 'VIETGAP' : null,
  householdCapBp: typedNumber(draft.householdPercent, 100),
  mostTruckloads: typedNumber(draft.trucks, 1),
});

interface OrderLimits {
  crateGrams: Grams | null;
  isUnsoldFirst: boolean;
  certificate: 'VIETGAP' | null;
  /** Basis points. */
  householdCapBp: number | null;
  mostTruckloads: number | null;
}

/** A figure with a decimal comma, times `scale`; null when nothing was typed. What is no figure is for the server to refuse. */
function typedNumber(typed: string | undefined, scale: number): number | null {
  const text = (typed ?? '').trim().replace(',', '.');
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? Math.round(value * scale) : 0;
}

/** Lines with a weight; without a price the price stays open. */
export function linesOf({ kg, price }: OrderDraft): OrderDraftLine[] {
  return Object.entries(kg).flatMap(([gradeCode, typed]) => {
    const weight = weightHeard(typed);
    const maxVndPerKg = priceHeard(price[gradeCode] ?? '') || null;
    return weight ? [{ gradeCode, grams: weight, maxVndPerKg }] : [];
  });
}

export const wantedOf = (draft: OrderDraft): number =>
  linesOf(draft).reduce((sum, line) => sum + line.grams, 0);

/** Something typed is no number yet, or two: nothing is sent before it is mended. */
export const isDoubtful = ({ kg, price, deductionPercent, paymentDays }: OrderDraft): boolean =>
  figureHeard(deductionPercent) === null ||
  daysHeard(paymentDays) === null ||
  Object.values(kg).some((typed) => typed.trim() !== '' && weightHeard(typed) === null) ||
  Object.values(price).some((typed) => typed.trim() !== '' && priceHeard(typed) === null);

/** What is taken off the weight, as the order takes it. */
export function deductionOf({ deductionPercent }: Pick<OrderDraft, 'deductionPercent'>) {
  const percent = figureHeard(deductionPercent) ?? 0;
  return {
    kind: percent > 0 ? ('PERCENT' as const) : ('NONE' as const),
    basisPoints: Math.round(percent * 100),
    gramsPerCrate: grams(0),
  };
}

const MINUTE_MS = 60_000;
// Time for the households to answer and a truck to start; then a morning's length.
const SOONEST_MS = 30 * MINUTE_MS;
const MORNING_MS = 270 * MINUTE_MS;

/** When the fruit is fetched: the sale hours of a morning, or from half an hour on. */
export function windowOf(
  daysAhead: number,
  now = new Date(),
): { readyFrom: string; readyTo: string } {
  const from =
    daysAhead === 0
      ? new Date(now.getTime() + SOONEST_MS)
      : instant(plusDays(dayOf(now), daysAhead), '04:30');
  return {
    readyFrom: from.toISOString(),
    readyTo: new Date(from.getTime() + MORNING_MS).toISOString(),
  };
}
