import { day, plusDays } from '../../../../src/kernel/day.js';
import { lunarOf } from './lunar.js';

describe('the Vietnamese lunar calendar', () => {
  it.each([
    [2007, '2007-02-17'],
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-02'],
  ])('puts Tết of %i on %s', (year, date) => {
    expect(lunarOf(day(date))).toEqual({ day: 1, month: 1, year, isLeapMonth: false });
    expect(lunarOf(plusDays(day(date), -1))).toMatchObject({ month: 12, year: year - 1 });
  });

  it.each([
    ['2021-01-13', 1, 12, 2020],
    ['2021-08-22', 15, 7, 2021],
    ['2022-08-12', 15, 7, 2022],
    ['2024-02-09', 30, 12, 2023],
    ['2026-11-27', 19, 10, 2026],
    ['2027-01-08', 1, 12, 2026],
  ])('reads %s as %i/%i of %i', (date, d, month, year) => {
    expect(lunarOf(day(date))).toEqual({ day: d, month, year, isLeapMonth: false });
  });

  it('knows the second February of 2023 and the second June of 2025 as leap months', () => {
    expect(lunarOf(day('2023-03-22'))).toEqual({ day: 1, month: 2, year: 2023, isLeapMonth: true });
    expect(lunarOf(day('2025-07-25'))).toEqual({ day: 1, month: 6, year: 2025, isLeapMonth: true });
    expect(lunarOf(day('2025-06-25')).isLeapMonth).toBe(false);
  });
});
