import { faultsOf } from '../../../../test/support/allocation-checker.js';
import { costModel, kilogramsOf, lot, wishFor } from '../../../../test/support/allocation-lots.js';
import { grams, kilograms, vnd } from '../../../kernel/units.js';
import type { AllocationPlan } from './plan.js';
import { preview } from './preview.js';

describe('the checker of plans', () => {
  const lots = [
    lot('a', 100, { leastTake: kilograms(50) }),
    lot('b', 300, { householdId: 'household-a' }),
    lot('c', 900, { askVndPerKg: vnd(33_000) }),
  ];
  const wish = wishFor(200, { householdCap: kilograms(150) });
  const plan = preview(wish, lots, 'FAIR_SHARE', costModel);
  const [a, b] = plan.lines as [AllocationPlan['lines'][0], AllocationPlan['lines'][0]];
  const judged = (change: Partial<AllocationPlan>): string[] =>
    faultsOf({ ...plan, ...change }, wish, lots, costModel);

  it('finds nothing wrong with a plan that is right', () => {
    expect(kilogramsOf(plan)).toEqual({ a: 75, b: 75 });
    expect(judged({})).toEqual([]);
  });

  it.each<[string, Partial<AllocationPlan>, string]>([
    [
      'too little of a lot',
      { lines: [{ ...a, grams: grams(49_000) }, b] },
      'a is below its minimum',
    ],
    [
      'too much of a lot',
      { lines: [a, { ...b, grams: grams(300_001) }] },
      'b takes more than is free',
    ],
    [
      'a household over its cap',
      { lines: [a, { ...b, grams: grams(75_001) }] },
      'household-a over its cap',
    ],
    [
      'a đồng too much',
      { lines: [a, { ...b, goodsVnd: vnd(b.goodsVnd + 1) }] },
      'b is priced wrongly',
    ],
    [
      'transport that is lost',
      { lines: [a, { ...b, transportVnd: vnd(b.transportVnd - 1) }] },
      'transport of point-b does not add up',
    ],
    ['another price', { lines: [a, { ...b, vndPerKg: vnd(31_000) }] }, 'b has another price'],
    ['a lot that is forgotten', { excluded: [] }, 'c is passed over silently'],
    ['a lot named twice', { lines: [a, b, b] }, 'b is named twice'],
    [
      'a reason that is not so',
      { excluded: [{ ...plan.excluded[0]!, reason: 'WINDOW' }] },
      'c is told WINDOW, which is not so',
    ],
    [
      'a lot that is too dear',
      { lines: [{ ...a, lotGradeId: 'c' }, b] },
      'c is taken against PRICE',
    ],
    [
      'a sum that is wrong',
      { totals: { ...plan.totals, households: 2 } },
      'total households is 2 and should be 1',
    ],
    ['a shortage kept back', { shortfall: [] }, 'shortfall is told as []'],
  ])('finds %s', (_what, change, fault) => {
    expect(judged(change)).toContain(fault);
  });
});
