import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import type { Standing } from './documents.js';
import { say } from './words.js';

/** `mỗi T3, T6` */
export const weekdaysText = (weekdays: readonly number[]): string =>
  say().each(weekdays.map((day) => say().weekdays[day - 1] ?? '').join(', '));

/** `500 kg na` */
export const loadText = (
  lines: readonly { readonly grams: number }[],
  crop: Standing['crop'],
): string => {
  const grams = lines.reduce((sum, line) => sum + line.grams, 0);
  return `${fmt().load(grams)} ${named(crop)}`;
};

/** `Loại 1: 500 kg, không quá 36.000 ₫/kg` */
export function lineText({ grade, grams, maxVndPerKg }: Standing['lines'][0]): string {
  const words = say();
  const price = maxVndPerKg === null ? words.open : words.most(fmt().perKg(maxVndPerKg));
  return `${titled(named(grade))}: ${fmt().kg(grams)}, ${price}`;
}
