import { grams, kilograms } from '../../kernel/units.js';
import { loadOf, type LoadWish } from './load.js';

const FACTS = { gradeCodes: ['L1', 'L2'], crateTare: kilograms(1.8) };
const wish: LoadWish = {
  gradeCode: 'L1',
  gross: kilograms(76.5),
  crateCode: 'SOT',
  crates: 3,
  measuredTare: null,
};

describe('what a load on the scale counts for', () => {
  it('WE-01 takes the tare of the crate type times the number', () => {
    expect(loadOf(wish, FACTS)).toEqual({
      gradeCode: 'L1',
      gross: 76_500,
      crates: 3,
      tare: 5_400,
    });
  });

  it('WE-01 takes a measured tare instead, when there is one', () => {
    const measured = { ...wish, measuredTare: kilograms(5.1) };
    expect(loadOf(measured, FACTS)).toMatchObject({ tare: 5_100 });
  });

  it('counts loose fruit without any tare', () => {
    const loose = { ...wish, crateCode: null, crates: 0 };
    expect(loadOf(loose, { ...FACTS, crateTare: undefined })).toMatchObject({ tare: 0, crates: 0 });
  });

  it('refuses a grade that is not in the deal', () => {
    expect(loadOf({ ...wish, gradeCode: 'DB' }, FACTS)).toEqual({
      refused: 'GRADE_NOT_IN_DEAL',
      facts: { gradeCode: 'DB' },
      field: 'gradeCode',
    });
  });

  it('WE-05 refuses no weight at all, and more than two tonnes on one row', () => {
    expect(loadOf({ ...wish, gross: grams(0) }, FACTS)).toMatchObject({ refused: 'WEIGHT_ABSURD' });
    expect(loadOf({ ...wish, gross: grams(2_000_001) }, FACTS)).toMatchObject({
      refused: 'WEIGHT_ABSURD',
      facts: { most: 2_000_000 },
      field: 'grossGrams',
    });
    expect(loadOf({ ...wish, gross: grams(2_000_000) }, FACTS)).toMatchObject({ gross: 2_000_000 });
  });

  it('refuses crates below zero and over two hundred', () => {
    expect(loadOf({ ...wish, crates: -1 }, FACTS)).toMatchObject({ refused: 'CRATES_ABSURD' });
    expect(loadOf({ ...wish, crates: 201 }, FACTS)).toMatchObject({ refused: 'CRATES_ABSURD' });
  });

  it('refuses a crate type it does not know, and crates without any tare', () => {
    const unknown = { ...FACTS, crateTare: undefined };
    expect(loadOf(wish, unknown)).toMatchObject({ refused: 'CRATE_UNKNOWN' });
    expect(loadOf({ ...wish, crateCode: null }, unknown)).toMatchObject({
      refused: 'TARE_MISSING',
    });
  });

  it('WE-01 refuses crates as heavy as the whole load', () => {
    expect(loadOf({ ...wish, gross: grams(5_400) }, FACTS)).toEqual({
      refused: 'TARE_OVER_GROSS',
      facts: { gross: 5_400, tare: 5_400 },
      field: 'grossGrams',
    });
  });
});
