import { basisPoints, grams } from '../../kernel/units.js';
import { mostUnasked, objectionToOver } from './over-weight.js';

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
});
