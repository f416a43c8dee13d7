import fc from 'fast-check';
import { isRefusal } from '../refusal.js';
import { grams, kilograms } from '../units.js';
import { parseWeight, weightInWords } from './weight.js';

describe('a weight as it is typed or said', () => {
  it.each([
    ['45', 45],
    ['45kg', 45],
    ['45 cân', 45],
    ['44,5 kg', 44.5],
    ['4,5 yến', 45],
    ['4.5 yến', 45],
    ['4 yến 5', 45],
    ['1 tạ 2', 120],
    ['1ta2', 120],
    ['1 tạ 25', 125],
    ['1 tạ 05', 105],
    ['ba tạ lẻ năm', 305],
    ['1,25 tạ', 125],
    ['3 tạ 2 yến', 320],
    ['3 tạ 2 yến 5 cân', 325],
    ['2 tấn rưỡi', 2500],
    ['2 tấn 3', 2300],
    ['2 tấn 150', 2150],
    ['2 tấn 3 tạ rưỡi', 2350],
    ['1,5 tấn', 1500],
    ['ba tạ hai', 320],
    ['ba tạ hai lăm', 325],
    ['ba ta hai lam', 325],
    ['ba tạ hai mươi lăm', 325],
    ['ba tạ hai mươi lăm cân', 325],
    ['ba hai cân', 32],
    ['tạ rưỡi', 150],
    ['tạ mốt', 110],
    ['nửa tạ', 50],
    ['năm yến', 50],
    ['khoảng 3 tạ', 300],
    ['mười lăm cân', 15],
    ['hai chục cân', 20],
    ['một trăm linh năm cân', 105],
    ['một trăm rưỡi cân', 150],
    ['một nghìn hai trăm cân', 1200],
    ['một nghìn không trăm linh năm cân', 1005],
    ['một nghìn hai cân', 1200],
    ['hai mươi tư ki-lô', 24],
    ['hai cân rưỡi', 2.5],
    ['hai cân ba lạng', 2.3],
    ['hai cân ba', 2.3],
    ['1 ta 2', 120],
    ['2 tan ruoi', 2500],
    ['ba ta hai', 320],
    ['  BA  TẠ  HAI ', 320],
    ['1.200', 1200],
    ['1.200 kg', 1200],
    ['1.234,5 kg', 1234.5],
    ['12,345.5 kg', 12_345.5],
    ['1.234.567 kg', 1_234_567],
    ['0,125', 0.125],
    ['0', 0],
  ])('PL-02 reads "%s" as %d kg', (text, kg) => {
    expect(parseWeight(text)).toBe(kilograms(kg));
  });

  it.each([
    ['1,200 kg', 'THOUSANDS', 1200, 1.2],
    ['1,200', 'THOUSANDS', 1200, 1.2],
    ['1.200 yến', 'THOUSANDS', 12_000, 12],
    ['2 tấn 15', 'TAIL', 2015, 2150],
    ['hai tấn mười lăm', 'TAIL', 2015, 2150],
  ])(
    'PL-02 refuses "%s" (%s) and names both readings, %d kg and %d kg',
    (text, why, one, other) => {
      expect(parseWeight(text)).toEqual({
        refused: 'WEIGHT_AMBIGUOUS',
        facts: { text, why, one: kilograms(one), other: kilograms(other) },
      });
    },
  );

  it.each([
    ['45k', 'MONEY'],
    ['hai ba tạ', 'FROM_TO'],
    ['bốn năm yến', 'FROM_TO'],
  ])('PL-02 refuses "%s", which two people would read differently (%s)', (text, why) => {
    expect(parseWeight(text)).toEqual({ refused: 'WEIGHT_AMBIGUOUS', facts: { text, why } });
  });

  it.each([
    ['', 'EMPTY'],
    ['khoảng', 'EMPTY'],
    ['2 yến 3 tạ', 'ORDER'],
    ['1 tạ 15 yến', 'ORDER'],
    ['2 lạng 5', 'ORDER'],
    ['0,5555 kg', 'TOO_FINE'],
    ['20001 tấn', 'TOO_MUCH'],
    ['9'.repeat(400), 'TOO_MUCH'],
  ])('PL-02 refuses "%s" (%s)', (text, why) => {
    expect(parseWeight(text)).toEqual({ refused: 'WEIGHT_UNREADABLE', facts: { text, why } });
  });

  it.each([
    ['kha khá', 'kha'],
    ['3 quả', 'quả'],
    ['4,5 yến 3 cân', '3'],
    ['4,5 yến rưỡi', 'rưỡi'],
    ['tạ rưỡi hai', 'hai'],
    ['1 2', '2'],
    ['-5', '-'],
    ['nửa', 'nửa'],
    ['1.2.3', '1.2.3'],
    ['5 constructor', 'constructor'],
    ['toString', 'tostring'],
  ])('PL-02 refuses "%s" and points at "%s"', (text, word) => {
    expect(parseWeight(text)).toMatchObject({
      refused: 'WEIGHT_UNREADABLE',
      facts: { text, word },
    });
  });

  it('PL-02 is a weight or a reasoned refusal, whatever is typed', () => {
    const scraps = fc.constantFrom(
      ...'ba tạ hai rưỡi mươi 5 1,5 1,200 nửa yến trăm k . tấn nghìn linh kg / -'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 6 }), fc.string(), (words, noise) => {
        for (const text of [words.join(' '), words.join(''), noise]) {
          const read = parseWeight(text);
          const isWeight = typeof read === 'number' && Number.isSafeInteger(read) && read >= 0;
          expect(isWeight || (isRefusal(read) && typeof read.facts['why'] === 'string')).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a weight said back', () => {
  it.each([
    [320, 'ba tạ hai = 320 kg'],
    [300, 'ba tạ = 300 kg'],
    [350, 'ba tạ rưỡi = 350 kg'],
    [325, 'ba tạ hai mươi lăm cân = 325 kg'],
    [340, 'ba tạ tư = 340 kg'],
    [45, 'bốn mươi lăm cân = 45 kg'],
    [40, 'bốn yến = 40 kg'],
    [15.5, 'mười lăm cân năm lạng = 15,5 kg'],
    [1000, 'một tấn = 1.000 kg'],
    [1200, 'một tấn hai = 1.200 kg'],
    [2500, 'hai tấn rưỡi = 2.500 kg'],
    [2350, 'hai tấn ba tạ rưỡi = 2.350 kg'],
    [1050, 'một tấn năm yến = 1.050 kg'],
    [21_405, 'hai mươi mốt tấn bốn tạ năm cân = 21.405 kg'],
    [0, 'không cân = 0 kg'],
  ])('PL-02 says %d kg as "%s"', (kg, said) => {
    expect(weightInWords(kilograms(kg))).toBe(said);
  });

  const anyWeight = fc.oneof(
    fc.integer({ min: 0, max: 900_000_000 }),
    fc.integer({ min: 0, max: 90_000 }).map((tens) => tens * 10_000),
  );

  it('PL-02 is read back as the same weight, to the gram', () => {
    fc.assert(
      fc.property(anyWeight, (weight) => {
        const [said = ''] = weightInWords(grams(weight)).split(' = ');
        expect(parseWeight(said)).toBe(weight);
      }),
      { numRuns: 1_000 },
    );
  });

  it('PL-02 the figures are read back too; only "1,234 kg" is asked about, with the weight among the readings', () => {
    fc.assert(
      fc.property(anyWeight, (weight) => {
        const [, figures = ''] = weightInWords(grams(weight)).split(' = ');
        const read = parseWeight(figures);
        const heard = isRefusal(read) ? [read.facts['one'], read.facts['other']] : [read];
        expect(heard).toContain(weight);
      }),
      { numRuns: 1_000 },
    );
  });
});
