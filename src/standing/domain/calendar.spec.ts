import { day } from '../../kernel/day.js';
import { dueDays, impossibleCalendar, inWeekOrder, occurrencesFrom } from './calendar.js';

/** Tuesdays and Saturdays, 5:00 to 10:00, opened a day ahead. */
const calendar = {
  weekdays: [2, 6],
  leadHours: 24,
  readyFrom: new Date('2026-08-04T05:00:00+07:00'),
  readyTo: new Date('2026-08-04T10:00:00+07:00'),
  gatheredUntil: null,
};
const at = (time: string): Date => new Date(`${time}:00+07:00`);

describe('OR-07 the calendar of a standing order', () => {
  it('has the same hours on each of its weekdays', () => {
    expect(occurrencesFrom(calendar, day('2026-08-09'), 8)).toEqual([
      {
        day: '2026-08-11',
        readyFrom: at('2026-08-11T05:00'),
        readyTo: at('2026-08-11T10:00'),
        opensAt: at('2026-08-10T05:00'),
        closesAt: at('2026-08-11T05:00'),
      },
      expect.objectContaining({ day: '2026-08-15', opensAt: at('2026-08-14T05:00') }),
    ]);
  });

  it.each([
    ['2026-08-10T04:59', 24, null, []],
    ['2026-08-10T05:00', 24, null, ['2026-08-11']],
    ['2026-08-11T04:59', 24, null, ['2026-08-11']],
    ['2026-08-11T05:00', 24, null, []],
    // It stopped gathering the evening before: later there is nothing to ask for.
    ['2026-08-10T19:59', 24, '2026-08-03T20:00', ['2026-08-11']],
    ['2026-08-10T20:00', 24, '2026-08-03T20:00', []],
    ['2026-08-10T05:00', 168, null, ['2026-08-11', '2026-08-15']],
    ['2026-08-08T05:00', 168, null, ['2026-08-11', '2026-08-15']],
  ])('at %s, opened %s h ahead, gathered until %s: %j', (now, leadHours, until, due) => {
    const gatheredUntil = until === null ? null : at(until);
    expect(dueDays({ ...calendar, leadHours, gatheredUntil }, at(now))).toEqual(due);
  });

  it.each([
    [{ weekdays: [] }, 'weekdays'],
    [{ weekdays: [8] }, 'weekdays'],
    [{ weekdays: [1.5] }, 'weekdays'],
    [{ leadHours: 0 }, 'leadHours'],
    [{ leadHours: 169 }, 'leadHours'],
    [{ leadHours: 9, gatheredUntil: at('2026-08-03T20:00') }, 'leadHours'],
  ])('cannot be %j', (over, field) => {
    expect(impossibleCalendar({ ...calendar, ...over })).toMatchObject({ field });
  });

  it('keeps each weekday once, Monday first', () => {
    expect(inWeekOrder([7, 2, 7, 1])).toEqual([1, 2, 7]);
    expect(impossibleCalendar(calendar)).toBe(undefined);
  });
});
