import { basisPoints, grams, vnd } from '../../kernel/units.js';
import { mostUnasked, objectionToOver, overOf } from './over-weight.js';

describe('more on the scale than the deal promised', () => {
  const most = mostUnasked({ promised: grams(50_000), tolerance: basisPoints(500) });

  it.each([
    [50_000, 0, 50_000],
    [50_000, 500, 52_500],
    [33_350, 0, 33_400],
    [33_333, 500, 35_000],
  ])('AL-12 lets %d g with a tolerance of %d go up to %d g', (promised, tolerance, expected) => {
    const terms = { promised: grams(promised), tolerance: basisPoints(tolerance) };
    expect(mostUnasked(terms)).toBe(expected);
  });

  it('AL-12 asks nobody up to the tolerance, and the buyer from the next 0.1 kg', () => {
    expect(objectionToOver(grams(52_500), most, false)).toBeUndefined();
    expect(objectionToOver(grams(52_600), most, false)).toMatchObject({
      refused: 'OVER_DEAL',
      facts: { payable: 52_600, most: 52_500, over: 100 },
    });
    expect(objectionToOver(grams(52_600), most, true)).toBeUndefined();
  });

  it.each([
    [60_000, 2_160_000, { over: 7_500, costVnd: 270_000 }],
    [52_600, 1_893_601, { over: 100, costVnd: 3_600 }],
    [52_500, 1_890_000, undefined],
    [0, 0, undefined],
  ])(
    'AL-12 says what %d g for %d ₫ are above it, and what those cost',
    (payable, sum, expected) => {
      expect(overOf({ payable: grams(payable), amountVnd: vnd(sum), most })).toEqual(expected);
    },
  );
});
