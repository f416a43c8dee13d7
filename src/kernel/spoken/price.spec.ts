import fc from 'fast-check';
import { isRefusal } from '../refusal.js';
import { moneyInWords } from './number-words.js';
import { parsePrice } from './price.js';

// Prices are round more often than chance makes them.
const ROUND = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.constantFrom(1_000, 1_000_000, 1_000_000_000))
  .map(([count, unit]) => count * unit);

describe('a price as it is typed or said', () => {
  it.each([
    ['45', 45_000],
    ['45k', 45_000],
    ['45.000', 45_000],
    ['45,000', 45_000],
    ['45000', 45_000],
    ['45.000 đ', 45_000],
    ['45,000₫/kg', 45_000],
    ['45,5', 45_500],
    ['45 rưỡi', 45_500],
    ['45k5', 45_500],
    ['45k5/kg', 45_500],
    ['45 nghìn 500', 45_500],
    ['45 nghìn rưỡi / cân', 45_500],
    ['7 rưỡi', 7_500],
    ['7500', 7_500],
    ['120', 120_000],
    ['bốn lăm', 45_000],
    ['bon lam', 45_000],
    ['ba hai', 32_000],
    ['bốn mươi lăm nghìn', 45_000],
    ['ba mươi lăm ngàn rưỡi', 35_500],
    ['32 nghìn đồng', 32_000],
    ['45k đ/kg', 45_000],
    ['ba mươi hai nghìn rưỡi đồng / cân', 32_500],
    ['hai triệu đồng', 2_000_000],
    ['1 triệu 2', 1_200_000],
    ['1tr2', 1_200_000],
    ['triệu rưỡi', 1_500_000],
    ['1 triệu 250', 1_250_000],
    ['0', 0],
  ])('reads "%s" as %d đồng', (text, price) => {
    expect(parsePrice(text)).toBe(price);
  });

  it.each([
    ['500', 'SCALE', 500_000, 500],
    ['45k50', 'TAIL', 45_050, 45_500],
    ['1.200k', 'THOUSANDS', 1_200_000, 1_200],
    ['1 triệu 25', 'TAIL', 1_025_000, 1_250_000],
  ])('refuses "%s" (%s) and names both readings, %d and %d', (text, why, one, other) => {
    expect(parsePrice(text)).toEqual({
      refused: 'PRICE_AMBIGUOUS',
      facts: { text, why, one, other },
    });
  });

  it('refuses "hai ba", which may be two to three', () => {
    expect(parsePrice('hai ba')).toMatchObject({
      refused: 'PRICE_AMBIGUOUS',
      facts: { why: 'FROM_TO' },
    });
  });

  it.each([
    '',
    'rẻ',
    '5 constructor',
    '-5',
    '45 kg',
    '45 quả',
    '5 nghìn 2 triệu',
    '45/quả',
    '1.2.3',
    '0,0001',
  ])('refuses "%s", which is no price', (text) => {
    expect(parsePrice(text)).toMatchObject({ refused: 'PRICE_UNREADABLE', facts: { text } });
  });

  it('is a price or a reasoned refusal, whatever is typed', () => {
    const scraps = fc.constantFrom(
      ...'ba 45 k nghìn rưỡi triệu tr 5 500 1,5 1.200 tỷ đ / kg hai lăm trăm không'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 6 }), fc.string(), (words, noise) => {
        for (const text of [words.join(' '), words.join(''), noise]) {
          const read = parsePrice(text);
          const isPrice = typeof read === 'number' && Number.isSafeInteger(read) && read >= 0;
          expect(isPrice || (isRefusal(read) && typeof read.facts['why'] === 'string')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read back from its own words and from how the product writes it', () => {
    const written = [new Intl.NumberFormat('vi-VN'), new Intl.NumberFormat('en-GB')];
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }), ROUND), (price) => {
        expect(parsePrice(moneyInWords(price))).toBe(price);
        for (const numbers of written)
          expect(parsePrice(`${numbers.format(price)} ₫/kg`)).toBe(price);
      }),
      { numRuns: 500 },
    );
  });
});
