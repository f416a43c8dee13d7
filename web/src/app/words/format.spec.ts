import { day } from '../../../../src/kernel/day.js';
import { clockText, dayText, formatsOf, leftText, phoneText } from './format.js';

const vi = formatsOf('vi');
const en = formatsOf('en');

describe('figures and times as people write them', () => {
  it('UX-14 writes 1.234,5 kg with a decimal comma', () => {
    expect(vi.kg(1_234_500)).toBe('1.234,5\u00a0kg');
    expect(en.kg(1_234_500)).toBe('1,234.5\u00a0kg');
  });

  it('keeps the đồng sign on the line of its number', () => {
    expect(vi.vnd(35_000)).toBe('35.000\u00a0₫');
    expect(vi.perKg(35_000)).toBe('35.000\u00a0₫/kg');
  });

  it('shortens millions and tonnes on boards, never below', () => {
    expect(vi.vndShort(112_000_000)).toBe('112\u00a0triệu');
    expect(vi.vndShort(1_250_000_000)).toBe('1,3\u00a0tỷ');
    expect(vi.vndShort(999_999)).toBe('999.999\u00a0₫');
    expect(vi.load(999_400)).toBe('999\u00a0kg');
    expect(vi.load(5_240_000)).toBe('5,2\u00a0tấn');
  });

  it('writes days with two figures and the weekday', () => {
    expect(dayText(day('2026-08-05'))).toBe('05/08/2026');
    expect(vi.longDay(day('2026-11-27'))).toBe('Thứ Sáu, 27/11/2026');
  });

  it('keeps two places in a column of parts of one', () => {
    expect(vi.hundredths(0.2)).toBe('0,20');
    expect(en.hundredths(0.149)).toBe('0.15');
  });

  it('says the two nearest days in words', () => {
    expect(vi.nearDay(day('2026-11-24'), day('2026-11-23'))).toBe('ngày mai');
    expect(vi.nearDay(day('2026-11-27'), day('2026-11-23'))).toBe('Thứ Sáu, 27/11/2026');
    expect(vi.daysFrom(day('2026-11-23'), 2)).toEqual([
      { day: '2026-11-23', text: 'hôm nay' },
      { day: '2026-11-24', text: 'ngày mai' },
    ]);
  });

  it('says "sáng mai" for five in the morning of the next day in Việt Nam', () => {
    const now = new Date('2026-11-23T13:00:00Z');
    expect(vi.moment(new Date('2026-11-23T22:00:00Z'), now)).toBe('05:00 sáng mai');
    expect(en.moment(new Date('2026-11-23T22:00:00Z'), now)).toBe('05:00 tomorrow morning');
    expect(en.moment(new Date('2026-11-23T22:00:00Z'), new Date('2026-11-23T23:00:00Z'))).toBe(
      '05:00 this morning',
    );
    expect(en.moment(new Date('2026-11-24T05:15:00Z'), now)).toBe('12:15 tomorrow');
    expect(vi.moment(new Date('2026-11-27T08:15:00Z'), now)).toBe('15:15, Thứ Sáu 27/11');
  });

  it('tells the age of what was read earlier', () => {
    const now = new Date('2026-11-23T13:00:00Z');
    const before = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
    expect(vi.age(before(0), now)).toBe('vừa xong');
    expect(vi.age(before(5), now)).toBe('5 phút trước');
    expect(vi.age(before(180), now)).toBe('3 giờ trước');
    expect(vi.age(before(3 * 24 * 60), now)).toBe('3 ngày trước');
  });

  it('counts down in whole seconds and stops at nought', () => {
    expect(leftText(581_000)).toBe('9:41');
    expect(leftText(7_500_000)).toBe('2:05:00');
    expect(leftText(-5)).toBe('0:00');
  });

  it('groups a telephone number and shows the clock of Việt Nam', () => {
    expect(phoneText('+84912345678')).toBe('0912 345 678');
    expect(phoneText('1900')).toBe('1900');
    expect(clockText(new Date('2026-11-23T22:40:00Z'))).toBe('05:40');
  });
});
