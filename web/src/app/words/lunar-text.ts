import type { Day } from '../../../../src/kernel/day.js';
import { lunarOf } from './lunar.js';
import { bilingual } from './words.js';

const words = bilingual(
  { lunar: 'âm', leap: 'nhuận', first: 'mùng một', full: 'rằm' },
  { lunar: 'lunar', leap: 'leap', first: 'new moon', full: 'full moon' },
);

/** `19/10 âm`; kept apart from the other formats, because only boards and calendars need the moon. */
export function lunarText(on: Day): string {
  const { day, month, isLeapMonth } = lunarOf(on);
  return [`${day}/${month}`, isLeapMonth && words().leap, words().lunar].filter(Boolean).join(' ');
}

/** The two days of a lunar month on which more fruit is bought; undefined on all others. */
export function lunarMark(on: Day): string | undefined {
  const { day } = lunarOf(on);
  return day === 1 ? words().first : day === 15 ? words().full : undefined;
}
