import { dayOf, instant, plusDays, type Day } from '../../kernel/day.js';

/** Sunday is 0. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The end of the second working day after that moment; Saturdays and Sundays are none. Feast days are not reckoned. */
export function twoWorkingDaysAfter(at: Date): Date {
  let day = dayOf(at);
  for (let left = 2; left > 0;) {
    day = plusDays(day, 1);
    const weekday = weekdayOf(day);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return instant(plusDays(day, 1), '00:00');
}
