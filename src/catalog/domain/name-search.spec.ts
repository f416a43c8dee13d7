import { findNames, fold, type NamedCrop } from './name-search.js';

const crop = (cropCode: string, ...names: string[]): NamedCrop => ({
  cropCode,
  varietyCode: null,
  names,
});

const CROPS = [
  crop('NA', 'na', 'mãng cầu ta'),
  crop('DUA_LE', 'dưa lê'),
  crop('DUA_HAU', 'dưa hấu'),
  crop('PINEAPPLE', 'dứa', 'thơm'),
  crop('COCONUT', 'dừa'),
  crop('NHAN', 'nhãn'),
  crop('KHOAI_SO', 'khoai sọ'),
];
const codes = (typed: string): string[] => findNames(typed, CROPS).map((hit) => hit.cropCode);

describe('SM-01 search without marks', () => {
  it('finds every dưa, dứa and dừa for "dua"', () => {
    expect(codes('dua').toSorted()).toEqual(['COCONUT', 'DUA_HAU', 'DUA_LE', 'PINEAPPLE']);
  });

  it('puts exact marks first', () => {
    expect(codes('dưa').slice(0, 2)).toEqual(['DUA_HAU', 'DUA_LE']);
    expect(codes('dứa')[0]).toBe('PINEAPPLE');
    expect(codes('dừa')[0]).toBe('COCONUT');
  });

  it('finds the two letters of na, and not nhãn', () => {
    expect(codes('na')).toEqual(['NA']);
    expect(codes('NA ')).toEqual(['NA']);
  });

  it('finds khoai sọ by "khoai so" and by a name in decomposed form', () => {
    expect(codes('khoai so')).toEqual(['KHOAI_SO']);
    expect(codes('khoai sọ'.normalize('NFD'))).toEqual(['KHOAI_SO']);
  });

  it('knows the southern name', () => {
    expect(codes('mang cau')).toEqual(['NA']);
  });

  it('finds nothing for nothing and for what we do not sell', () => {
    expect(codes('  ')).toEqual([]);
    expect(codes('cà phê')).toEqual([]);
  });

  it('folds đ', () => {
    expect(fold('Đồi  Ngô')).toBe('doi ngo');
  });
});
