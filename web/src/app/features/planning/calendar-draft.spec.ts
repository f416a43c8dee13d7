import { day } from '../../../../../src/kernel/day.js';
import { dayMonthText, draftOf, monthDayOf, newWindow, windowOf } from './calendar-draft.js';

const NA = {
  cropCode: 'NA',
  varietyCode: null,
  season: 'MAIN' as const,
  opens: '07-15',
  closes: '09-30',
  usualKgPerHa: 8300,
  mostKgPerHa: 12_000,
  shelfDaysFrom: 3,
  shelfDaysTo: 5,
  validFrom: day('2021-01-01'),
};

describe('PL-10 a window of the crop calendar as it is typed', () => {
  it('writes days the way they are said, and reads them back', () => {
    expect(dayMonthText('07-05')).toBe('5/7');
    expect(monthDayOf('5/7')).toBe('07-05');
    expect(monthDayOf(' 05-07 ')).toBe('07-05');
  });

  it('takes no day that a year may lack, and nothing that is no day', () => {
    for (const text of ['29/2', '31/4', '0/5', '5/13', '7', '', '15/7/2026'])
      expect([text, monthDayOf(text)]).toEqual([text, undefined]);
  });

  it('a window that is there comes back as it was, from another day on', () => {
    const from = day('2026-06-01');
    expect(windowOf(draftOf(NA, from))).toEqual({ ...NA, validFrom: from });
  });

  it('reads thousands parted by a dot, and waits for every field', () => {
    const draft = draftOf(NA, day('2026-06-01'));
    expect(windowOf({ ...draft, usual: '9.000' })?.usualKgPerHa).toBe(9000);
    expect(windowOf({ ...draft, usual: 'chín nghìn' })).toBeUndefined();
    expect(windowOf({ ...draft, shelfFrom: '0' })).toBeUndefined();
    expect(windowOf(newWindow('NA', day('2026-06-01')))).toBeUndefined();
  });
});
