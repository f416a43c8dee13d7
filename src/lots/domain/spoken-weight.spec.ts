import fc from 'fast-check';
import { grams, kilograms } from '../../kernel/units.js';
import { parseSpokenWeight, weightInWords } from './spoken-weight.js';

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
    ['1 tạ 25', 125],
    ['1 tạ 05', 105],
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
    ['ba tạ hai mươi lăm', 325],
    ['ba tạ hai mươi lăm cân', 325],
    ['tạ rưỡi', 150],
    ['tạ mốt', 110],
    ['nửa tạ', 50],
    ['năm yến', 50],
    ['mười lăm cân', 15],
    ['một trăm linh năm cân', 105],
    ['một nghìn hai trăm cân', 1200],
    ['hai mươi tư ki-lô', 24],
    ['hai cân rưỡi', 2.5],
    ['hai cân ba lạng', 2.3],
    ['1 ta 2', 120],
    ['2 tan ruoi', 2500],
    ['ba ta hai', 320],
    ['  BA  TẠ  HAI ', 320],
    ['0', 0],
  ])('PL-02 reads "%s" as %d kg', (text, kg) => {
    expect(parseSpokenWeight(text)).toBe(kilograms(kg));
  });

  it.each([
    ['1.200'],
    ['1,200 kg'],
    ['45k'],
    ['hai ba tạ'],
    ['bốn năm yến'],
    ['2 tấn 15'],
    ['hai tấn mười lăm'],
  ])('PL-02 refuses "%s", which two people would read differently', (text) => {
    expect(parseSpokenWeight(text)).toEqual({ refused: 'WEIGHT_AMBIGUOUS', facts: { text } });
  });

  it.each([
    [''],
    ['kha khá'],
    ['3 quả'],
    ['2 yến 3 tạ'],
    ['1 tạ 15 yến'],
    ['4,5 yến 3 cân'],
    ['4,5 yến rưỡi'],
    ['tạ rưỡi hai'],
    ['1 2'],
    ['-5'],
    ['1234567'],
    ['0,5555 kg'],
    ['nửa'],
    ['1.2.3'],
  ])('PL-02 refuses "%s", which is no weight', (text) => {
    expect(parseSpokenWeight(text)).toEqual({ refused: 'WEIGHT_UNREADABLE', facts: { text } });
  });

  it('PL-02 never throws, whatever is typed', () => {
    const scraps = fc.constantFrom(
      'ba',
      'tạ',
      'hai',
      'rưỡi',
      'mươi',
      '5',
      '1,5',
      'nửa',
      'yến',
      'trăm',
      'k',
      '.',
      'tấn',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 6 }), fc.string(), (words, noise) => {
        for (const text of [words.join(' '), noise]) {
          const read = parseSpokenWeight(text);
          const isWeight = typeof read === 'number' && Number.isSafeInteger(read) && read >= 0;
          expect(isWeight || typeof read === 'object').toBe(true);
        }
      }),
      { numRuns: 2_000 },
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

  it('PL-02 is read back as the same weight, to the gram', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900_000_000 }), (weight) => {
        const [said = ''] = weightInWords(grams(weight)).split(' = ');
        expect(parseSpokenWeight(said)).toBe(weight);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (tens) => {
        const [said = ''] = weightInWords(kilograms(tens * 10)).split(' = ');
        expect(parseSpokenWeight(said)).toBe(kilograms(tens * 10));
      }),
      { numRuns: 3_000 },
    );
  });
});
