import { sumsOf } from './grower-sums.js';

describe('what a household is owed', () => {
  it('counts a contested payment as owed, and a declared one apart', () => {
    expect(
      sumsOf([
        { amountVnd: 9_600_000, state: 'DUE' },
        { amountVnd: 400_000, state: 'CONTESTED' },
        { amountVnd: 5_000_000, state: 'DECLARED_PAID' },
        { amountVnd: 1_250_000, state: 'CONFIRMED' },
      ]),
    ).toEqual({ owedVnd: 10_000_000, declaredVnd: 5_000_000, receivedVnd: 1_250_000 });
  });

  it('is nought when there is nothing', () => {
    expect(sumsOf([])).toEqual({ owedVnd: 0, declaredVnd: 0, receivedVnd: 0 });
  });
});
