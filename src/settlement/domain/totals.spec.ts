import { totalsOf } from './totals.js';

describe('the money of an order', () => {
  it('PA-07 PA-15 is paid or owed, each đồng once', () => {
    expect(
      totalsOf([
        { state: 'DUE', amountVnd: 1_000_000 },
        { state: 'CONTESTED', amountVnd: 200_000 },
        { state: 'DECLARED_PAID', amountVnd: 30_000 },
        { state: 'CONFIRMED', amountVnd: 4_000 },
      ]),
    ).toEqual({
      totalVnd: 1_234_000,
      paidVnd: 34_000,
      confirmedVnd: 4_000,
      owedVnd: 1_200_000,
    });
  });

  it('is nothing before anything was weighed', () => {
    expect(totalsOf([])).toEqual({ totalVnd: 0, paidVnd: 0, confirmedVnd: 0, owedVnd: 0 });
  });
});
