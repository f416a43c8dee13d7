import { dayOf, instant, plusDays } from '../../../../../src/kernel/day.js';
import type { Grams, Vnd } from '../../../../../src/kernel/units.js';
import { priceHeard, weightHeard } from '../../ui/heard.js';

/** The form as it was typed; kept on the phone until it became an order. */
export interface OrderDraft {
  cropCode: string;
  /** By grade code, as typed: `2.000`, `2 tấn`, `1 tạ 2`. */
  kg: Record<string, string>;
  price: Record<string, string>;
  /** 0: as soon as a truck can come. */
  daysAhead: number;
  destinationId: string;
  policy: 'LOWEST_COST' | 'FAIR_SHARE';
  deductionPercent: string;
  paymentDays: string;
}

export interface OrderDraftLine {
  gradeCode: string;
  grams: Grams;
  maxVndPerKg: Vnd | null;
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
export const isDoubtful = ({ kg, price }: OrderDraft): boolean =>
  Object.values(kg).some((typed) => typed.trim() !== '' && weightHeard(typed) === null) ||
  Object.values(price).some((typed) => typed.trim() !== '' && priceHeard(typed) === null);

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
