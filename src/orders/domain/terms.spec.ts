import { basisPoints, kilograms, vnd } from '../../kernel/units.js';
import { frozenTerms } from './terms.js';

const order = {
  deduction: { kind: 'PERCENT', basisPoints: basisPoints(200) },
  paymentDays: 7,
  readyTo: new Date('2021-08-21T09:00:00+07:00'),
} as const;

describe('the terms of a deal', () => {
  it('NG-02 keeps one price per grade, the deduction, the days to pay and when the fruit is free again', () => {
    const terms = frozenTerms(order, [
      { gradeCode: 'L2', grams: kilograms(100), vndPerKg: vnd(28_000) },
      { gradeCode: 'L1', grams: kilograms(50), vndPerKg: vnd(36_000) },
    ]);
    expect(terms).toEqual({
      prices: [
        { gradeCode: 'L1', vndPerKg: 36_000 },
        { gradeCode: 'L2', vndPerKg: 28_000 },
      ],
      deduction: { kind: 'PERCENT', basisPoints: 200 },
      paymentDays: 7,
      releaseBy: new Date('2021-08-21T09:00:00+07:00'),
    });
  });

  it('NG-08 averages two asks for one grade by weight, half a đồng up', () => {
    const prices = (kg: number, other: number): number | undefined =>
      frozenTerms(order, [
        { gradeCode: 'L2', grams: kilograms(kg), vndPerKg: vnd(28_000) },
        { gradeCode: 'L2', grams: kilograms(other), vndPerKg: vnd(28_001) },
      ]).prices[0]?.vndPerKg;
    expect(prices(100, 100)).toBe(28_001);
    expect(prices(101, 100)).toBe(28_000);
  });
});
