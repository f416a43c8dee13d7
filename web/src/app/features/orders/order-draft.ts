import { dayOf, instant, plusDays } from '../../../../../src/kernel/day.js';
import { grams, vnd, type Grams, type Vnd } from '../../../../../src/kernel/units.js';

/** The form as it was typed; kept on the phone until it became an order. */
export interface OrderDraft {
  cropCode: string;
  /** By grade code, as typed: `2.000`, `1500`, `2,5`. */
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

/** Lines with a weight; a price such as `35` or `35k` means thousands, as people say it. */
export function linesOf({ kg, price }: OrderDraft): OrderDraftLine[] {
  return Object.entries(kg).flatMap(([gradeCode, typed]) => {
    const weight = figureOf(typed);
    const most = figureOf((price[gradeCode] ?? '').replace(/k$/i, ''));
    if (!weight) return [];
    const maxVndPerKg = most ? vnd(Math.round(most < 1_000 ? most * 1_000 : most)) : null;
    return [{ gradeCode, grams: grams(Math.round(weight * 1_000)), maxVndPerKg }];
  });
}

export const wantedOf = (draft: OrderDraft): number =>
  linesOf(draft).reduce((sum, line) => sum + line.grams, 0);

/** Vietnamese figures: dots part thousands, a comma the decimals; 0 for what is no figure. */
function figureOf(typed: string): number {
  const text = typed
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  const value = Number(text);
  return Number.isFinite(value) && value > 0 && value < 1e9 ? value : 0;
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
