import { grams, vnd, type Grams, type Vnd } from '../../../../../src/kernel/units.js';

/** The form as it was typed; kept on the phone until it became an order. */
export interface OrderDraft {
  cropCode: string;
  /** By grade code, as typed: `2.000`, `1500`, `2,5`. */
  kg: Record<string, string>;
  price: Record<string, string>;
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
