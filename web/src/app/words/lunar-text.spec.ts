import { day } from '../../../../src/kernel/day.js';
import { lunarMark, lunarText } from './lunar-text.js';

describe('the moon in words', () => {
  it('writes the lunar day, and says when its month is a leap month', () => {
    expect(lunarText(day('2026-11-27'))).toBe('19/10 âm');
    expect(lunarText(day('2025-07-25'))).toBe('1/6 nhuận âm');
  });

  it('marks mùng một and rằm, when more fruit is bought', () => {
    expect(lunarMark(day('2026-08-27'))).toBe('rằm');
    expect(lunarMark(day('2027-02-06'))).toBe('mùng một');
    expect(lunarMark(day('2026-08-26'))).toBeUndefined();
  });
});
