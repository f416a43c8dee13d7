import fc from 'fast-check';
import { grams, vnd } from '../../kernel/units.js';
import { linePrice, tierPrice, type Tier } from './terms.js';

const tier = (fromKg: number, price: number): Tier => ({
  gradeCode: 'L1',
  fromGrams: grams(fromKg * 1000),
  vndPerKg: vnd(price),
});

describe('price tiers', () => {
  const tiers = [tier(1_000, 31_000), tier(3_000, 32_000)];

  it.each([
    [999_999, 30_000],
    [1_000_000, 31_000],
    [2_999_999, 31_000],
    [3_000_000, 32_000],
  ])('NG-08: %i g together cost %i a kilogram', (together, price) => {
    expect(tierPrice(vnd(30_000), tiers, 'L1', together)).toBe(price);
  });

  it('NG-08: a tier of another grade says nothing', () => {
    expect(tierPrice(vnd(30_000), tiers, 'L2', 9_000_000)).toBe(30_000);
  });

  it('NG-08: splitting a weight over households never changes its price', () => {
    const whole = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(whole, (parts) => {
        const together = parts.reduce((sum, part) => sum + part, 0);
        const prices = parts.map(() => tierPrice(vnd(30_000), tiers, 'L1', together));
        expect(new Set(prices)).toEqual(new Set([tierPrice(vnd(30_000), tiers, 'L1', together)]));
      }),
    );
  });
});

describe('the price of a line', () => {
  const named = { baseVndPerKg: vnd(29_000), isManual: true };
  // What stood before is a whole line: its kilograms are no part of its price.
  const before = { ...named, grams: grams(100_000) };

  it('NG-10: a named price is marked, survives a new weight, and goes only when reset', () => {
    const line = { askVndPerKg: 33_000, named: null, before, isReset: false };
    expect(linePrice({ ...line, named: 28_000 })).toEqual({ baseVndPerKg: 28_000, isManual: true });
    expect(linePrice(line)).toEqual(named);
    expect(linePrice({ ...line, isReset: true })).toEqual({
      baseVndPerKg: 33_000,
      isManual: false,
    });
  });

  it('NG-10: a price taken from the lot follows the lot', () => {
    const taken = { baseVndPerKg: vnd(29_000), isManual: false };
    expect(linePrice({ named: null, before: taken, askVndPerKg: 33_000, isReset: false })).toEqual({
      baseVndPerKg: 33_000,
      isManual: false,
    });
  });

  it('nobody named any', () => {
    const nothing = { named: null, before: undefined, askVndPerKg: null, isReset: false };
    expect(linePrice(nothing)).toBeUndefined();
  });
});
