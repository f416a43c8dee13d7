import fc from 'fast-check';
import { isRefusal } from '../../kernel/refusal.js';
import { basisPoints, grams, kilograms, vnd } from '../../kernel/units.js';
import { tareOf, weighUp, type DeductionRule, type Weighing } from './ticket.js';
import { afterStep, TICKET_STEPS, type TicketState } from './ticket.state.js';

const NONE: DeductionRule = { kind: 'NONE' };
const percent = (points: number): DeductionRule => ({
  kind: 'PERCENT',
  basisPoints: basisPoints(points),
});
const BAMBOO = kilograms(1.8);

const load = (gradeCode: string, kg: number, crates: number, tare = BAMBOO): Weighing => ({
  gradeCode,
  gross: kilograms(kg),
  crates,
  tare: tareOf(tare, crates),
});

const terms = (deduction: DeductionRule, ...prices: readonly (readonly [string, number])[]) => ({
  deduction,
  prices: prices.map(([gradeCode, each]) => ({ gradeCode, vndPerKg: vnd(each) })),
});

function weighed(...given: Parameters<typeof weighUp>) {
  const sums = weighUp(...given);
  if (isRefusal(sums)) throw new Error(sums.refused);
  return sums;
}

describe('what a ticket comes to', () => {
  it('WE-01 works out the two baskets of the morning: 3,805,600 đồng, 3,806,000 in notes', () => {
    const deal = terms(percent(200), ['L1', 36_000], ['L2', 28_000]);
    const rows = [load('L1', 50, 2), load('L2', 49, 2), load('L1', 26.5, 1)];
    const sums = weighed(rows, deal, new Map([['L1', NONE]]));
    expect(sums.lines).toEqual([
      {
        gradeCode: 'L1',
        crates: 3,
        gross: 76_500,
        tare: 5_400,
        net: 71_100,
        deductionGrams: 0,
        payable: 71_100,
        vndPerKg: 36_000,
        amountVnd: 2_559_600,
      },
      {
        gradeCode: 'L2',
        crates: 2,
        gross: 49_000,
        tare: 3_600,
        net: 45_400,
        deductionGrams: 900,
        payable: 44_500,
        vndPerKg: 28_000,
        amountVnd: 1_246_000,
      },
    ]);
    expect(sums).toMatchObject({
      gross: 125_500,
      tare: 9_000,
      deductionGrams: 900,
      payable: 115_600,
      amountVnd: 3_805_600,
    });
  });

  it('WE-02 takes 2 % of 160 kg net: 3.2 kg off, 156.8 kg paid, 3,136,000 đồng', () => {
    const rows = [load('XO', 170, 5, kilograms(2))];
    expect(weighed(rows, terms(percent(200), ['XO', 20_000]))).toMatchObject({
      tare: 10_000,
      deductionGrams: 3_200,
      payable: 156_800,
      amountVnd: 3_136_000,
    });
  });

  it('WE-02 takes so much per crate, and never more than was weighed', () => {
    const rule: DeductionRule = { kind: 'FIXED_PER_CRATE', grams: grams(500) };
    const rows = [load('L2', 60, 3, kilograms(2))];
    expect(weighed(rows, terms(rule, ['L2', 10_000]))).toMatchObject({
      deductionGrams: 1_500,
      payable: 52_500,
    });
    const light = [load('L2', 2.2, 1, kilograms(2))];
    expect(weighed(light, terms(rule, ['L2', 10_000]))).toMatchObject({
      deductionGrams: 200,
      payable: 0,
      amountVnd: 0,
    });
  });
});

describe('what a ticket refuses', () => {
  const deal = terms(percent(200), ['L2', 28_000]);

  it('WE-03 a deduction above the deal, and says both', () => {
    const rows = [load('L2', 100, 0)];
    expect(weighUp(rows, deal, new Map([['L2', percent(500)]]))).toEqual({
      refused: 'DEDUCTION_ABOVE_DEAL',
      facts: { gradeCode: 'L2', entered: 5_000, allowed: 2_000 },
    });
    const perCrate: DeductionRule = { kind: 'FIXED_PER_CRATE', grams: kilograms(1) };
    const crated = [load('L2', 100, 4, grams(0))];
    expect(weighUp(crated, deal, new Map([['L2', perCrate]]))).toMatchObject({
      refused: 'DEDUCTION_ABOVE_DEAL',
      facts: { entered: 4_000, allowed: 2_000 },
    });
  });

  it('WE-03 nothing when less is taken than the deal allows', () => {
    const sums = weighed([load('L2', 100, 0)], deal, new Map([['L2', percent(100)]]));
    expect(sums.payable).toBe(99_000);
  });

  it('WE-01 crates as heavy as the load, naming the row', () => {
    const rows = [load('L2', 30, 1), load('L2', 3.6, 2)];
    expect(weighUp(rows, deal)).toEqual({
      refused: 'TARE_OVER_GROSS',
      facts: { gross: 3_600, tare: 3_600 },
      field: 'rows.1.tare',
    });
  });

  it('WE-07 a grade the deal has no price for', () => {
    expect(weighUp([load('L1', 30, 1)], deal)).toMatchObject({
      refused: 'GRADE_NOT_IN_DEAL',
      facts: { gradeCode: 'L1' },
    });
  });

  it('WE-01 a ticket without a weighing', () => {
    expect(weighUp([], deal)).toMatchObject({ refused: 'NOTHING_WEIGHED' });
  });
});

describe('a ticket against the same sums in whole numbers without limit', () => {
  // Grams, đồng and ten-thousandths in BigInt, straight from the sentence "net, deduction, 0.1 kg, price".
  const oracle = (gross: bigint, tare: bigint, points: bigint, price: bigint) => {
    const left = (gross - tare) * (10_000n - points);
    const payable = ((left + 500_000n) / 1_000_000n) * 100n;
    return { payable, amount: (payable * price + 500n) / 1000n };
  };

  it('A11 agrees to the đồng over many baskets, grades and rates', () => {
    const row = fc.record({
      grade: fc.constantFrom('L1', 'L2', 'L3'),
      gross: fc.integer({ min: 20, max: 3_000_000 }),
      tare: fc.integer({ min: 0, max: 19 }),
    });
    const rows = fc.array(row, { minLength: 1, maxLength: 24 });
    const price = fc.integer({ min: 1, max: 500_000 });
    fc.assert(
      fc.property(rows, price, fc.integer({ min: 0, max: 2_000 }), (loads, each, points) => {
        const weighings = loads.map(({ grade, gross, tare }) => ({
          gradeCode: grade,
          gross: grams(gross * 100),
          crates: 1,
          tare: grams(tare * 100),
        }));
        const deal = terms(percent(points), ['L1', each], ['L2', each + 7], ['L3', each * 2]);
        const sums = weighed(weighings, deal);
        let total = 0n;
        const agrees = sums.lines.every((line) => {
          const own = weighings.filter((one) => one.gradeCode === line.gradeCode);
          const gross = own.reduce((sum, one) => sum + BigInt(one.gross), 0n);
          const tare = own.reduce((sum, one) => sum + BigInt(one.tare), 0n);
          const expected = oracle(gross, tare, BigInt(points), BigInt(line.vndPerKg));
          total += expected.amount;
          return (
            BigInt(line.payable) === expected.payable &&
            BigInt(line.amountVnd) === expected.amount &&
            line.gross - line.tare - line.deductionGrams === line.payable
          );
        });
        expect({ agrees, amount: BigInt(sums.amountVnd) }).toEqual({ agrees: true, amount: total });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the life of a ticket', () => {
  it('WE-09 is open, submitted, confirmed', () => {
    expect(afterStep('OPEN', 'submit')).toBe('SUBMITTED');
    expect(afterStep('SUBMITTED', 'confirm')).toBe('CONFIRMED');
  });

  it('WE-10 goes back to the scale after a dispute, or is agreed to after all', () => {
    expect(afterStep('SUBMITTED', 'dispute')).toBe('DISPUTED');
    expect(afterStep('DISPUTED', 'reopen')).toBe('OPEN');
    expect(afterStep('DISPUTED', 'confirm')).toBe('CONFIRMED');
  });

  it('WE-05 never leaves CONFIRMED or VOID', () => {
    const steps = ['submit', 'confirm', 'dispute', 'reopen', 'void'] as const;
    const finished = (Object.keys(TICKET_STEPS) as TicketState[]).filter((state) =>
      steps.every((step) => isRefusal(afterStep(state, step))),
    );
    expect(finished).toEqual(['CONFIRMED', 'VOID']);
  });
});
