import fc from 'fast-check';
import { costModel, lot, wishFor } from '../../../../test/support/allocation-lots.js';
import { preview } from './preview.js';
import { giniOf } from '../../../kernel/gini.js';
import { unfairnessOf } from './unfairness.js';

describe('AL-18 how unevenly households sell', () => {
  it('is nought when each sells the same part of what it offers, whoever offers how much', () => {
    expect(
      giniOf([
        { offered: 100, taken: 50 },
        { offered: 900, taken: 450 },
      ]),
    ).toBe(0);
    expect(giniOf([])).toBe(0);
  });

  it('is the part of the offer that others hold when one household sells it all', () => {
    expect(
      giniOf([
        { offered: 100, taken: 100 },
        { offered: 300, taken: 0 },
      ]),
    ).toBe(7_500);
  });

  it('lies between nought and one, whatever is taken', () => {
    const given = fc.record({
      offered: fc.integer({ min: 1, max: 900 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(given, { maxLength: 20 }), (all) => {
        const gini = giniOf(all.map(({ offered, share }) => ({ offered, taken: offered * share })));
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThan(10_000);
      }),
    );
  });

  it('of a plan: in proportion is fairer than first come', () => {
    const lots = [lot('a', 100), lot('b', 300), lot('c', 900)];
    const of = (policy: 'PRO_RATA' | 'FIRST_COME'): number =>
      unfairnessOf(preview(wishFor(650), lots, policy, costModel), lots);
    expect(of('PRO_RATA')).toBe(0);
    expect(of('FIRST_COME')).toBeGreaterThan(1_000);
  });
});
