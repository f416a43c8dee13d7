import { day, instant } from '../../kernel/day.js';
import { checkPublishing, checkTerms, type LotTerms } from './lot-terms.js';

const now = instant(day('2026-08-25'), '18:00');
const grades = new Set(['L1', 'L2', 'XO']);
const fair: LotTerms = {
  lines: [{ gradeCode: 'L1', grams: 300_000, askVndPerKg: 35_000 }],
  readyFrom: instant(day('2026-08-26'), '03:00'),
  readyTo: instant(day('2026-08-26'), '12:00'),
  minTakeGrams: 0,
  pickupNote: '',
  sprayedOn: null,
  intervalDays: null,
  hasPhoto: false,
  isConfirmed: false,
};
const line = (over: Partial<LotTerms['lines'][number]>): LotTerms => ({
  ...fair,
  lines: [{ gradeCode: 'L1', grams: 300_000, askVndPerKg: null, ...over }],
});

describe('LI-01 what a lot may say', () => {
  it('takes one grade with a price, and a mixed lot at the order’s price', () => {
    expect(checkTerms(fair, grades, now)).toBeUndefined();
    expect(checkTerms(line({ gradeCode: 'XO', grams: 1_000 }), grades, now)).toBeUndefined();
  });

  it.each<[string, LotTerms, string]>([
    ['LOT_GRADES_MISSING', { ...fair, lines: [] }, 'grades'],
    ['LOT_GRADE_UNKNOWN', line({ gradeCode: 'DB' }), 'grades.0.gradeCode'],
    ['LOT_GRADE_TWICE', { ...fair, lines: [...fair.lines, ...fair.lines] }, 'grades.1.gradeCode'],
    ['LOT_GRAMS_WRONG', line({ grams: 999 }), 'grades.0.grams'],
    ['LOT_GRAMS_WRONG', line({ grams: 36_000_001 }), 'grades.0.grams'],
    ['LOT_PRICE_WRONG', line({ askVndPerKg: 499 }), 'grades.0.askVndPerKg'],
    ['LOT_PRICE_WRONG', line({ askVndPerKg: 1_000_001 }), 'grades.0.askVndPerKg'],
    ['LOT_WINDOW_WRONG', { ...fair, readyTo: fair.readyFrom }, 'readyTo'],
    ['LOT_WINDOW_WRONG', { ...fair, readyTo: instant(day('2026-09-09'), '03:01') }, 'readyTo'],
    [
      'LOT_WINDOW_OVER',
      { ...fair, readyFrom: instant(day('2026-08-25'), '03:00'), readyTo: now },
      'readyTo',
    ],
    [
      'LOT_WINDOW_FAR',
      {
        ...fair,
        readyFrom: instant(day('2026-11-23'), '18:01'),
        readyTo: instant(day('2026-11-24'), '12:00'),
      },
      'readyFrom',
    ],
    ['LOT_MIN_TAKE_LARGE', { ...fair, minTakeGrams: 300_001 }, 'minTakeGrams'],
    ['LOT_NOTE_LONG', { ...fair, pickupNote: 'x'.repeat(201) }, 'pickupNote'],
    ['LOT_SPRAY_INCOMPLETE', { ...fair, sprayedOn: day('2026-08-20') }, 'intervalDays'],
    ['LOT_SPRAY_INCOMPLETE', { ...fair, intervalDays: 7 }, 'sprayedOn'],
    [
      'LOT_SPRAY_INCOMPLETE',
      { ...fair, sprayedOn: day('2026-08-20'), intervalDays: -1 },
      'intervalDays',
    ],
  ])('refuses with %s', (refused, terms, field) => {
    expect(checkTerms(terms, grades, now)).toMatchObject({ refused, field });
  });
});

describe('what a lot needs before strangers see it', () => {
  it('LI-14 is refused with the first day it may be picked while the spray interval runs', () => {
    const sprayed = { ...fair, sprayedOn: day('2026-08-20'), intervalDays: 7 };
    expect(checkPublishing(sprayed, now)).toEqual({
      refused: 'LOT_SPRAY_INTERVAL',
      facts: { pickableFrom: '2026-08-27' },
      field: 'readyFrom',
    });
  });

  it('LI-14 may be picked on the very day the interval ends', () => {
    expect(
      checkPublishing({ ...fair, sprayedOn: day('2026-08-20'), intervalDays: 6 }, now),
    ).toBeUndefined();
  });

  it('LI-01 needs a picture or an officer above 500 kg, and neither at 500 kg', () => {
    const big = line({ grams: 500_001 });
    expect(checkPublishing(line({ grams: 500_000 }), now)).toBeUndefined();
    expect(checkPublishing(big, now)).toMatchObject({
      refused: 'LOT_PHOTO_NEEDED',
      field: 'photoId',
    });
    expect(checkPublishing({ ...big, hasPhoto: true }, now)).toBeUndefined();
    expect(checkPublishing({ ...big, isConfirmed: true }, now)).toBeUndefined();
  });

  it('cannot be opened after its window', () => {
    expect(checkPublishing({ ...fair, readyTo: now }, now)).toMatchObject({
      refused: 'LOT_WINDOW_OVER',
    });
  });
});
