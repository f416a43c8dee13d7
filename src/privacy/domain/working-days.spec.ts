import { twoWorkingDaysAfter } from './working-days.js';

describe('G3 two working days', () => {
  it.each([
    ['a Monday', '2026-11-23T09:00:00+07:00', '2026-11-26T00:00:00+07:00'],
    ['a Thursday night', '2026-11-26T23:30:00+07:00', '2026-12-01T00:00:00+07:00'],
    ['a Friday', '2026-11-27T09:00:00+07:00', '2026-12-02T00:00:00+07:00'],
    ['a Sunday', '2026-11-29T09:00:00+07:00', '2026-12-02T00:00:00+07:00'],
  ])('after %s', (_, from, until) => {
    expect(twoWorkingDaysAfter(new Date(from))).toEqual(new Date(until));
  });
});
