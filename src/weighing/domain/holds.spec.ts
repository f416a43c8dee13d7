import fc from 'fast-check';
import { grams } from '../../kernel/units.js';
import { weighedByHold } from './holds.js';

const line = (holdId: string, gradeCode: string, promised: number) => ({
  holdId,
  gradeCode,
  grams: promised,
});

describe('which promise the weighed kilograms keep', () => {
  it('fills the lines of a grade in order, and the last takes the rest', () => {
    const lines = [line('a', 'L1', 100_000), line('b', 'L2', 50_000), line('c', 'L1', 80_000)];
    const net = new Map([
      ['L1', grams(190_000)],
      ['L2', grams(48_000)],
    ]);
    expect(weighedByHold(lines, net)).toEqual([
      { holdId: 'a', grams: 100_000 },
      { holdId: 'b', grams: 48_000 },
      { holdId: 'c', grams: 90_000 },
    ]);
  });

  it('WE-08 gives nothing to a promise that was not kept', () => {
    const lines = [line('a', 'L1', 100_000), line('b', 'L1', 80_000), line('c', 'L2', 50_000)];
    expect(weighedByHold(lines, new Map([['L1', grams(60_000)]]))).toEqual([
      { holdId: 'a', grams: 60_000 },
      { holdId: 'b', grams: 0 },
      { holdId: 'c', grams: 0 },
    ]);
  });

  it('WE-08 spreads every gram and no gram twice', () => {
    const promised = fc.record({
      gradeCode: fc.constantFrom('L1', 'L2'),
      grams: fc.integer({ min: 1, max: 500_000 }),
    });
    const weight = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(fc.array(promised, { maxLength: 6 }), weight, weight, (promises, l1, l2) => {
        const both = [...promises, { gradeCode: 'L1', grams: 1 }, { gradeCode: 'L2', grams: 1 }];
        const lines = both.map((one, index) => ({ ...one, holdId: String(index) }));
        const net = new Map([
          ['L1', grams(l1)],
          ['L2', grams(l2)],
        ]);
        const weighed = weighedByHold(lines, net);
        const total = weighed.reduce((sum, one) => sum + one.grams, 0);
        expect(total).toBe(l1 + l2);
      }),
    );
  });
});
