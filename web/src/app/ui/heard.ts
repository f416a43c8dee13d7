import { isRefusal, type Refusal } from '../../../../src/kernel/refusal.js';
import { parsePrice } from '../../../../src/kernel/spoken/price.js';
import { parseWeight } from '../../../../src/kernel/spoken/weight.js';
import type { Grams, Vnd } from '../../../../src/kernel/units.js';

/** The weight a field says; null for nothing and for what cannot be heard. */
export const weightHeard = (text: string): Grams | null => heardOr(text, parseWeight);

/** The price a field says; null for nothing and for what cannot be heard. */
export const priceHeard = (text: string): Vnd | null => heardOr(text, parsePrice);

/** A weight as a field hears it again, without a doubt. */
export const weightTyped = (weight: number): string =>
  weight % 10 === 0 ? `${weight / 1_000} kg`.replace('.', ',') : `${weight} g`;

function heardOr<Value>(text: string, parse: (text: string) => Value | Refusal): Value | null {
  if (text.trim() === '') return null;
  const heard = parse(text);
  return isRefusal(heard) ? null : heard;
}
