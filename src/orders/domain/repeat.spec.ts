import { day } from '../../kernel/day.js';
import { vnd } from '../../kernel/units.js';
import { priceToday, priceUnseen, sameHours } from './repeat.js';

describe('OR-10 the price of a repeated order', () => {
  it.each([
    [32_000, 30_000, 34_000, 36_000],
    [32_000, 34_000, 30_000, 28_000],
    [32_000, 30_000, 30_049, 32_000],
    [1_000, 30_000, 20_000, 100],
    [null, 30_000, 34_000, null],
    [32_000, undefined, 34_000, null],
    [32_000, 30_000, undefined, null],
  ])('last %s, reference then %s and now %s: %s', (last, then, now, today) => {
    const price = (value: number | null | undefined) =>
      typeof value === 'number' ? vnd(value) : value;
    expect(
      priceToday({
        last: price(last) ?? null,
        referenceThen: price(then) ?? undefined,
        referenceNow: price(now) ?? undefined,
      }),
    ).toBe(today);
  });

  it.each([
    [33_000, 36_000, 33_000],
    [33_000, 28_000, 28_000],
    [33_000, null, 33_000],
    [null, 28_000, null],
  ])('unseen, with at most %s and today %s: %s', (most, today, price) => {
    const money = (value: number | null) => (value === null ? null : vnd(value));
    expect(priceUnseen(money(most), money(today))).toBe(price);
  });

  it('is fetched at the same hours of the new day, also over midnight', () => {
    const hours = {
      readyFrom: new Date('2026-08-25T23:30:00+07:00'),
      readyTo: new Date('2026-08-26T04:00:00+07:00'),
    };
    expect(sameHours(hours, day('2026-09-01'))).toEqual({
      readyFrom: new Date('2026-09-01T23:30:00+07:00'),
      readyTo: new Date('2026-09-02T04:00:00+07:00'),
    });
  });
});
