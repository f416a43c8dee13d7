import { isRefusal, type Refusal } from '../../../../src/kernel/refusal.js';
import { parsePrice } from '../../../../src/kernel/spoken/price.js';
import { parseWeight } from '../../../../src/kernel/spoken/weight.js';
import type { Grams, Vnd } from '../../../../src/kernel/units.js';

/** The weight a field says; null for nothing and for what cannot be heard. */
export const weightHeard = (text: string): Grams | null => heardOr(text, parseWeight);

/** The price a field says; null for nothing and for what cannot be heard. */
export const priceHeard = (text: string): Vnd | null => heardOr(text, parsePrice);

/** What a field of `figureHeard` may hold, for the browser to say where it does not. */
export const FIGURE = String.raw`\s*\d+([.,]\d+)?\s*%?\s*`;

/** A plain figure, `2`, `2,5` or `2 %`; null for nothing and for anything else. */
export const figureHeard = (text: string): number | null =>
  new RegExp(`^${FIGURE}$`).test(text) ? Number(text.replace(',', '.').replace('%', '')) : null;

/** What a field of whole days may hold. */
export const DAYS = String.raw`\s*\d{1,3}\s*`;

export const daysHeard = (text: string): number | null =>
  new RegExp(`^${DAYS}$`).test(text) ? Number(text) : null;

/** A weight as a field hears it again, without a doubt. */
export const weightTyped = (weight: number): string =>
  weight % 10 === 0 ? `${weight / 1_000} kg`.replace('.', ',') : `${weight} g`;

function heardOr<Value>(text: string, parse: (text: string) => Value | Refusal): Value | null {
  if (text.trim() === '') return null;
  const heard = parse(text);
  return isRefusal(heard) ? null : heard;
}
