import { grams } from '../../kernel/units.js';
import { fairnessOf, type HouseholdShare } from './fairness.js';

const share = (
  communeId: string,
  householdId: string,
  offered: number,
  taken: number,
): HouseholdShare => ({
  communeId,
  householdId,
  offered: grams(offered * 1000),
  taken: grams(taken * 1000),
});
const asTheyAre = (id: string): string => id;

describe('how evenly the households of a commune sold', () => {
  it('AL-18: a worked example: of 100, 300 and 600 kg, 100, 150 and nothing are taken', () => {
    const rows = [share('a', '1', 100, 100), share('a', '2', 300, 150), share('a', '3', 600, 0)];
    // By part sold, the least first: 0.6·0 + 0.3·(150/500) + 0.1·(400/500) = 0.17; 1 − 2·0.17 = 0.66.
    expect(fairnessOf(rows, asTheyAre)).toEqual([
      { communeId: 'a', households: 3, sellers: 2, offered: 1e6, taken: 25e4, gini: 6_600 },
    ]);
  });

  it('AL-18: the same part of everybody is even, whatever each has; nothing taken is even too', () => {
    const even = [share('a', '1', 100, 50), share('a', '2', 900, 450), share('b', '3', 80, 0)];
    expect(fairnessOf(even, asTheyAre).map(({ gini }) => gini)).toEqual([0, 0]);
  });

  it('AL-18: who offered nothing is not compared, and nobody sells more than was offered', () => {
    const rows = [share('a', '1', 0, 50), share('a', '2', 100, 120), share('b', '3', 0, 10)];
    expect(fairnessOf(rows, asTheyAre)).toEqual([
      { communeId: 'a', households: 1, sellers: 1, offered: 1e5, taken: 1e5, gini: 0 },
    ]);
  });

  it('OF-13: old communes count under the one they became, and a household in both once', () => {
    const rows = [share('old', '1', 100, 100), share('a', '1', 100, 0), share('a', '2', 200, 100)];
    expect(fairnessOf(rows, () => 'new')).toEqual([
      { communeId: 'new', households: 2, sellers: 2, offered: 4e5, taken: 2e5, gini: 0 },
    ]);
  });
});
