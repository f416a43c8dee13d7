import { day } from '../../kernel/day.js';
import { orderNumber } from './order-number.js';

describe('order numbers', () => {
  it('OR-11 are short, sayable, and end in a check character', () => {
    expect(orderNumber(day('2026-08-25'), 0)).toMatch(/^LN-0825-[2-9ACDEFGHKLMNPQRTUVWXY]{3}$/);
  });

  it('are never the same on one day, nor on the same date of another year', () => {
    const numbers = ['2021-08-25', '2026-08-25'].flatMap((on) =>
      Array.from({ length: 500 }, (_, index) => orderNumber(day(on), index)),
    );

    expect(new Set(numbers).size).toBe(1000);
  });
});
