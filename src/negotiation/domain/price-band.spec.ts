import fc from 'fast-check';
import { basisPoints, kilograms, vnd } from '../../kernel/units.js';
import { bandAmount, bandResult } from './price-band.js';

const band = { moveBp: basisPoints(1_000), buyerShareBp: basisPoints(6_000) };

describe('the price-band clause', () => {
  it.each([
    ['a rise inside the band', 33_000, false, 0],
    ['a rise of exactly the band', 33_000, false, 0],
    ['a rise: the buyer bears 60 % of it', 36_000, true, 3_600],
    ['a fall inside the band', 27_000, false, 0],
    ['a fall: the seller bears 40 % of it', 20_000, true, -4_000],
  ])('NG-09: %s', (_, now, isOutside, adjustmentVndPerKg) => {
    expect(bandResult(band, vnd(30_000), vnd(now))).toMatchObject({
      isOutside,
      adjustmentVndPerKg,
    });
  });

  it.each([
    ['a rise is added', 36_000, 1_500_000, 180_000],
    ['a fall is taken off', 20_000, 1_500_000, -200_000],
    ['a fall takes off what the goods are worth and no more', 20_000, 150_000, -150_000],
    ['nothing inside the band', 33_000, 1_500_000, 0],
  ])('NG-09: of 50 kg, %s', (_, now, goodsVnd, amountVnd) => {
    const result = bandResult(band, vnd(30_000), vnd(now));
    expect(bandAmount(result, kilograms(50), vnd(goodsVnd))).toBe(amountVnd);
  });

  it('NG-09: both shares together are the whole difference', () => {
    const price = fc.integer({ min: 1_000, max: 200_000 });
    fc.assert(
      fc.property(price, price, fc.integer({ min: 0, max: 10_000 }), (then, now, share) => {
        const mine = bandResult(
          { moveBp: basisPoints(1), buyerShareBp: basisPoints(share) },
          vnd(then),
          vnd(now),
        );
        const theirs = bandResult(
          { moveBp: basisPoints(1), buyerShareBp: basisPoints(10_000 - share) },
          vnd(then),
          vnd(now),
        );
        const shared = mine.adjustmentVndPerKg + theirs.adjustmentVndPerKg;
        expect(Math.abs(shared - (mine.isOutside ? now - then : 0))).toBeLessThanOrEqual(1);
      }),
    );
  });
});
