import { moneyInWords, numberInWords } from './number-words.js';

describe('numbers read aloud', () => {
  it.each([
    [0, 'không'],
    [5, 'năm'],
    [10, 'mười'],
    [15, 'mười lăm'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [55, 'năm mươi lăm'],
    [101, 'một trăm linh một'],
    [115, 'một trăm mười lăm'],
    [320, 'ba trăm hai mươi'],
    [1005, 'một nghìn không trăm linh năm'],
    [12_000, 'mười hai nghìn'],
    [1_000_050, 'một triệu không trăm năm mươi'],
    [3_000_000_000, 'ba tỷ'],
  ])('UX-02 says %i as "%s"', (n, said) => {
    expect(numberInWords(n)).toBe(said);
  });

  it('says a price in đồng', () => {
    expect(moneyInWords(35_000)).toBe('ba mươi lăm nghìn đồng');
  });

  it('refuses what has no name', () => {
    expect(() => numberInWords(-1)).toThrow(RangeError);
    expect(() => numberInWords(1e12)).toThrow(RangeError);
  });
});
