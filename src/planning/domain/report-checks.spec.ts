import { day } from '../../kernel/day.js';
import { checkReport } from './report-checks.js';

const today = day('2026-08-25');

describe('PL-03 a day’s report', () => {
  it.each([
    ['2026-08-25', 0],
    ['2026-08-26', 320_000],
    ['2026-11-23', 100_000_000],
  ])('takes %s with %i g', (on, grams) => {
    expect(checkReport({ day: day(on), grams }, today)).toBeUndefined();
  });

  it('refuses yesterday, the day after a season, and more than a garden can bear', () => {
    expect(checkReport({ day: day('2026-08-24'), grams: 1 }, today)).toEqual({
      refused: 'FORECAST_DAY_PAST',
      facts: { day: '2026-08-24' },
      field: 'day',
    });
    expect(checkReport({ day: day('2026-11-24'), grams: 1 }, today)).toMatchObject({
      refused: 'FORECAST_DAY_FAR',
    });
    expect(checkReport({ day: today, grams: 100_000_001 }, today)).toMatchObject({
      refused: 'FORECAST_IMPLAUSIBLE',
      field: 'grams',
    });
  });
});
