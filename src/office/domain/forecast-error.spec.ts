import { property, assert, array, record, integer } from 'fast-check';
import { grams } from '../../kernel/units.js';
import { forecastError } from './forecast-error.js';

const days = (count: number, said: number, weighed: number, apart: number) => ({
  days: count,
  said: grams(said),
  weighed: grams(weighed),
  apart: grams(apart),
});

describe('PL-06 how far what is said is from what is weighed', () => {
  it('says the lean and the distance apart: 120, 80 and 100 kg for three times 100 kg', () => {
    expect(forecastError(days(3, 300_000, 300_000, 40_000))).toEqual({
      biasBp: 0,
      absoluteBp: 1333,
    });
  });

  it('is above nought for who says too much, below for who says too little', () => {
    expect(forecastError(days(3, 360_000, 300_000, 60_000))).toEqual({
      biasBp: 2000,
      absoluteBp: 2000,
    });
    expect(forecastError(days(4, 0, 400_000, 400_000))).toEqual({
      biasBp: -10_000,
      absoluteBp: 10_000,
    });
  });

  it('says nothing of two days', () => {
    expect(forecastError(days(2, 300_000, 200_000, 100_000))).toBeUndefined();
  });

  it('never leans further than it is off', () => {
    const day = record({
      said: integer({ min: 0, max: 5_000_000 }),
      weighed: integer({ min: 1, max: 5_000_000 }),
    });
    assert(
      property(array(day, { minLength: 3, maxLength: 28 }), (rows) => {
        const sum = (of: (row: (typeof rows)[number]) => number): number =>
          rows.reduce((total, row) => total + of(row), 0);
        const apart = sum(({ said, weighed }) => Math.abs(said - weighed));
        const error = forecastError(
          days(
            rows.length,
            sum(({ said }) => said),
            sum(({ weighed }) => weighed),
            apart,
          ),
        );
        expect(Math.abs(error!.biasBp)).toBeLessThanOrEqual(error!.absoluteBp);
      }),
    );
  });
});
