import { CRATES, crop, CROPS, seasonOf, variety } from './crops.js';

describe('crops', () => {
  it('LI-02 grade na by grams a fruit, half-open and without gaps', () => {
    const bounds = crop('NA').grades.map(({ code, fromG, belowG }) => [code, fromG, belowG]);

    expect(bounds).toEqual([
      ['DB', 330, null],
      ['L1', 250, 330],
      ['L2', 180, 250],
      ['L3', 130, 180],
      ['L4', null, 130],
      ['XO', null, null],
    ]);
  });

  it('can all be sold unsorted', () => {
    expect(CROPS.filter(({ grades }) => grades.every(({ code }) => code !== 'XO'))).toEqual([]);
  });

  it('have words of their own, so that dưa, dứa and dừa are never one search', () => {
    const words = CROPS.flatMap(({ code, name, synonyms }) =>
      [...new Set([name, ...synonyms])].map((word) => ({ code, word: word.normalize('NFC') })),
    );
    const owners = new Map<string, Set<string>>();
    for (const { code, word } of words) {
      owners.set(word, (owners.get(word) ?? new Set()).add(code));
    }

    expect([...owners].filter(([, codes]) => codes.size > 1)).toEqual([]);
    expect(words.filter(({ word }) => word === 'dứa').map(({ code }) => code)).toEqual([
      'PINEAPPLE',
    ]);
  });

  it('PL-10 are in season by the month, na Thái on its own calendar', () => {
    const months = (code: string) =>
      Array.from({ length: 12 }, (_, index) => seasonOf('NA', code, index + 1)?.[0] ?? '-').join(
        '',
      );

    expect(months('NA_DAI')).toBe('S-----MMMSMM');
    expect(months('NA_THAI')).toBe('------SMMS--');
    expect(seasonOf('DUA_LE', 'DUA_LE', 11)).toBeNull();
    expect(seasonOf('DUA_CHUOT', 'DUA_CHUOT', 11)).toBe('MAIN');
  });

  it('fail aloud on a variety of another crop', () => {
    expect(() => variety('NA', 'DUA_LE')).toThrow(RangeError);
  });
});

describe('crates', () => {
  it('WE-01 carry their usual tare in grams, inside the range people measure', () => {
    expect(CRATES.map(({ code, tareG }) => [code, tareG])).toEqual([
      ['SOT', 1800],
      ['KHAY_NHUA', 1900],
      ['THUNG_XOP', 700],
      ['BAO', 200],
    ]);
    for (const { tareG, tareRangeG } of CRATES) {
      expect(tareG).toBeGreaterThanOrEqual(tareRangeG[0]);
      expect(tareG).toBeLessThanOrEqual(tareRangeG[1]);
    }
  });
});
