import { gramsTyped, ownDivision, typedOf } from './own-division.js';

const grade = { code: 'L1', nameVi: 'loại I', nameEn: 'grade I' };
const share = (lotGradeId: string, householdNumber: number, offeredKg: number, leastKg = 0) => ({
  lotGradeId,
  lotCode: 'LO-7655C0',
  householdNumber,
  offeredGrams: (offeredKg * 1000) as never,
  leastGrams: (leastKg * 1000) as never,
  takenGrams: 0 as never,
  sentence: null,
  household: null,
  commune: { name: 'Nghĩa Phương' },
  grade,
});
const plan = {
  shares: [share('a', 1, 100), share('b', 2, 300, 50)],
  grades: [{ grade, wantedGrams: 200_000 as never, mostGrams: 200_000 as never }],
};
const division = (cells: Record<string, string>) =>
  ownDivision(plan, new Map(Object.entries(cells)));

describe('AL-18 a division by hand', () => {
  it.each([
    ['', 0],
    ['20', 20_000],
    ['1.200', 1_200_000],
    ['12,5', 12_500],
    ['12.5', null],
    ['hai', null],
  ])('reads %j', (text, grams) => {
    expect(gramsTyped(text)).toBe(grams);
  });

  it('writes a weight so that it reads it again', () => {
    for (const grams of [0, 20_000, 12_500, 1_200_000])
      expect(gramsTyped(typedOf(grams))).toBe(grams);
  });

  it('comes to the figure the server keeps: a fifth of the smaller, three fifths of the larger', () => {
    expect(division({ a: '20', b: '180' })).toMatchObject({
      total: 200_000,
      households: 2,
      gini: 0.15,
      over: [],
    });
  });

  it('says which cell cannot stand, and which grade has too much', () => {
    const { doubts } = division({ a: '101', b: '49' });
    expect([...doubts]).toEqual([
      ['a', 'MORE_THAN_OFFERED'],
      ['b', 'LESS_THAN_LEAST'],
    ]);
    expect(division({ a: 'x' }).doubts.get('a')).toBe('NUMBER');
    expect(division({ a: '100', b: '101' }).over).toEqual(['L1']);
  });
});
