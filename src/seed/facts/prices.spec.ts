import { day } from '../../kernel/day.js';
import { isBeforeFeast } from './lunar.js';
import { modelPrice, type PriceQuestion } from './prices.js';

const naDai = (on: string, facts: Partial<PriceQuestion> = {}) =>
  modelPrice({
    cropCode: 'NA',
    varietyCode: 'NA_DAI',
    gradeCode: 'L2',
    on: day(on),
    mood: 0,
    ...facts,
  });

describe('the price model', () => {
  it('gives the month and the year their price: L2 in August 2021 is 28,000 × 0.9', () => {
    expect(naDai('2021-08-15')).toBe(25_200);
    expect(naDai('2021-07-27')).toBe(34_200);
    expect(naDai('2025-08-10')).toBe(30_800);
    expect(naDai('2026-11-24', { gradeCode: 'L1' })).toBe(74_800);
  });

  it('keeps a day within eight in a hundred of the model', () => {
    expect(naDai('2021-08-15', { mood: 1 })).toBe(27_200);
    expect(naDai('2021-08-15', { mood: -1 })).toBe(23_200);
  });

  it('asks ten to fifteen in a hundred more in the three days before rằm', () => {
    expect(naDai('2021-08-21')).toBe(28_400);
    expect(naDai('2021-08-22')).toBe(25_200);
  });

  it('knows the feasts by the moon: eve of Vu Lan, and no feast near 24 November 2026', () => {
    expect(isBeforeFeast(day('2021-08-21'))).toBe(true);
    expect(isBeforeFeast(day('2026-08-26'))).toBe(true);
    expect(isBeforeFeast(day('2026-11-20'))).toBe(true);
    expect(isBeforeFeast(day('2026-11-23'))).toBe(false);
    expect(isBeforeFeast(day('2026-11-24'))).toBe(false);
  });

  it('prices na bở at double and other crops by their own classes', () => {
    expect(naDai('2021-08-15', { varietyCode: 'NA_BO' })).toBe(50_400);
    const taro = { cropCode: 'KHOAI_SO', varietyCode: 'KHOAI_SO' } as const;
    expect(naDai('2023-08-10', { ...taro, gradeCode: 'L1' })).toBe(15_000);
    expect(naDai('2023-08-10', { ...taro, gradeCode: 'XO' })).toBe(11_100);
  });

  it('has no price out of season, nor for a grade the crop is not sold by', () => {
    expect(naDai('2021-05-15')).toBeNull();
    expect(
      naDai('2023-08-10', { cropCode: 'KHOAI_SO', varietyCode: 'KHOAI_SO', gradeCode: 'DB' }),
    ).toBeNull();
  });
});
