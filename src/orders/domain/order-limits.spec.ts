import { kilograms } from '../../kernel/units.js';
import { deductionRule, impossibleNumber, type OrderNumbers } from './order-limits.js';

const NOW = new Date('2021-08-20T19:00:00+07:00');

const order = (over: Partial<OrderNumbers>): OrderNumbers => ({
  lines: [{ gradeCode: 'L1', grams: kilograms(5000), maxVndPerKg: 36_000 }],
  readyFrom: new Date('2021-08-21T05:00:00+07:00'),
  readyTo: new Date('2021-08-21T10:00:00+07:00'),
  toleranceBp: 500,
  minGrams: kilograms(3000),
  householdCapGrams: null,
  deduction: { kind: 'PERCENT', basisPoints: 200, gramsPerCrate: null },
  paymentDays: 3,
  offerTtlMinutes: 120,
  ...over,
});

const line = (over: object) => ({
  gradeCode: 'L1',
  grams: kilograms(100),
  maxVndPerKg: null,
  ...over,
});

describe('OR-01 what a buyer can mean', () => {
  it('takes an ordinary wish, with or without prices', () => {
    expect(impossibleNumber(order({}), NOW)).toBeUndefined();
    expect(impossibleNumber(order({ lines: [line({})], minGrams: 0 }), NOW)).toBeUndefined();
  });

  it.each([
    [{ lines: [] }, 'ORDER_LINES_MISSING', 'lines'],
    [{ lines: [line({}), line({})] }, 'ORDER_GRADE_TWICE', 'lines.1.gradeCode'],
    [{ lines: [line({ grams: 0 })] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'lines.0.grams'],
    [{ lines: [line({ grams: 999 })] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'lines.0.grams'],
    [
      { lines: [line({ grams: Number.MAX_SAFE_INTEGER })] },
      'ORDER_GRAMS_IMPLAUSIBLE',
      'lines.0.grams',
    ],
    [{ lines: [line({ maxVndPerKg: 99 })] }, 'ORDER_PRICE_IMPLAUSIBLE', 'lines.0.maxVndPerKg'],
    [
      { lines: [line({ maxVndPerKg: 1_000_001 })] },
      'ORDER_PRICE_IMPLAUSIBLE',
      'lines.0.maxVndPerKg',
    ],
    [{ readyFrom: new Date('') }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyFrom'],
    [{ readyFrom: new Date('2021-12-01T05:00:00+07:00') }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyFrom'],
    [{ readyFrom: new Date(8.64e15) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyFrom'],
    [{ readyFrom: new Date(-8.64e15) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
    [{ readyTo: new Date('2021-08-21T05:00:00+07:00') }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
    [{ readyTo: new Date('') }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
    [{ readyTo: new Date('2021-08-30T05:00:00+07:00') }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
    [
      { readyFrom: new Date('2021-08-20T05:00:00+07:00'), readyTo: NOW },
      'ORDER_WINDOW_OVER',
      'readyTo',
    ],
    [{ toleranceBp: 2001 }, 'TOLERANCE_IMPLAUSIBLE', 'toleranceBp'],
    [{ toleranceBp: -1 }, 'TOLERANCE_IMPLAUSIBLE', 'toleranceBp'],
    [{ minGrams: kilograms(5001) }, 'ORDER_MINIMUM_ABOVE_WISH', 'minGrams'],
    [{ householdCapGrams: 0 }, 'HOUSEHOLD_CAP_IMPLAUSIBLE', 'householdCapGrams'],
    [
      { deduction: { kind: 'PERCENT', basisPoints: 1001, gramsPerCrate: null } },
      'DEDUCTION_IMPLAUSIBLE',
      'deduction.basisPoints',
    ],
    [
      { deduction: { kind: 'PERCENT', basisPoints: null, gramsPerCrate: null } },
      'DEDUCTION_IMPLAUSIBLE',
      'deduction.basisPoints',
    ],
    [
      { deduction: { kind: 'FIXED_PER_CRATE', basisPoints: null, gramsPerCrate: 5001 } },
      'DEDUCTION_IMPLAUSIBLE',
      'deduction.gramsPerCrate',
    ],
    [{ paymentDays: 61 }, 'PAYMENT_DAYS_IMPLAUSIBLE', 'paymentDays'],
    [{ paymentDays: -1 }, 'PAYMENT_DAYS_IMPLAUSIBLE', 'paymentDays'],
    [{ offerTtlMinutes: 9 }, 'OFFER_TIME_IMPLAUSIBLE', 'offerTtlMinutes'],
    [{ offerTtlMinutes: 2881 }, 'OFFER_TIME_IMPLAUSIBLE', 'offerTtlMinutes'],
  ] as const)('%j is refused as %s at %s', (over, refused, field) => {
    expect(impossibleNumber(order(over), NOW)).toMatchObject({ refused, field });
  });

  it('WE-02 reads the deduction as the scale will', () => {
    expect(deductionRule({ kind: 'NONE', basisPoints: 300, gramsPerCrate: 5 })).toEqual({
      kind: 'NONE',
    });
    expect(deductionRule({ kind: 'PERCENT', basisPoints: 200, gramsPerCrate: null })).toEqual({
      kind: 'PERCENT',
      basisPoints: 200,
    });
    expect(
      deductionRule({ kind: 'FIXED_PER_CRATE', basisPoints: null, gramsPerCrate: 500 }),
    ).toEqual({ kind: 'FIXED_PER_CRATE', grams: 500 });
  });
});
