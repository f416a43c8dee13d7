import { day, type Day, plusDays } from '../../kernel/day.js';

// Days of mùng một (astronomical new moon at UTC+7), month-day, one line a year.
const FIRST_DAYS: Readonly<Record<string, string>> = {
  2021: '01-13 02-12 03-13 04-12 05-12 06-10 07-10 08-08 09-07 10-06 11-05 12-04',
  2022: '01-03 02-01 03-03 04-01 05-01 05-30 06-29 07-29 08-27 09-26 10-25 11-24 12-23',
  2023: '01-22 02-20 03-22 04-20 05-19 06-18 07-18 08-16 09-15 10-15 11-13 12-13',
  2024: '01-11 02-10 03-10 04-09 05-08 06-06 07-06 08-04 09-03 10-03 11-01 12-01 12-31',
  2025: '01-29 02-28 03-29 04-28 05-27 06-25 07-25 08-23 09-22 10-21 11-20 12-20',
  2026: '01-19 02-17 03-19 04-17 05-17 06-15 07-14 08-13 09-11 10-10 11-09 12-09',
  2027: '01-08 02-06 03-08 04-07 05-06 06-05 07-04 08-02 09-01 09-30 10-29 11-28 12-28',
};

const DAYS_BEFORE_A_FEAST: ReadonlySet<Day> = new Set(
  Object.entries(FIRST_DAYS).flatMap(([year, monthDays]) =>
    monthDays
      .split(' ')
      .map((monthDay) => day(`${year}-${monthDay}`))
      .flatMap((first) => [first, plusDays(first, 14)])
      .flatMap((feast) => [-3, -2, -1].map((days) => plusDays(feast, days))),
  ),
);

/** True on the three days before mùng một or rằm, when fruit is bought for the altars. Known for 2021–2027. */
export const isBeforeFeast = (on: Day): boolean => DAYS_BEFORE_A_FEAST.has(on);
