import { kilograms } from '../../../../../src/kernel/units.js';
import {
  disputed,
  needsPhoto,
  rebased,
  sprayOf,
  totalOf,
  windowOf,
  withLine,
} from './lot-draft.js';

const noon = new Date('2026-11-27T12:00:00+07:00');
const line = (gradeCode: string, kg: number) => ({
  gradeCode,
  grams: kilograms(kg),
  askVndPerKg: null,
});

describe('a lot being written', () => {
  it('keeps one line a grade, and none for nothing', () => {
    const lines = withLine(withLine([], line('L1', 300)), line('L1', 320));
    expect(lines).toEqual([line('L1', 320)]);
    expect(withLine(lines, line('L1', 0))).toEqual([]);
    expect(totalOf(withLine(lines, line('L2', 80)))).toBe(kilograms(400));
  });

  it('LI-01 asks for a photo above 500 kg', () => {
    expect(needsPhoto(kilograms(500))).toBe(false);
    expect(needsPhoto(kilograms(500.1))).toBe(true);
  });

  it('LI-07 lays only what was changed here over what another phone changed', () => {
    const base = [line('L1', 62), line('L2', 59)];
    const mine = [line('L1', 70), line('L2', 59)];
    const theirs = [line('L1', 62), line('L2', 64)];
    expect(rebased(base, mine, theirs)).toEqual([line('L1', 70), line('L2', 64)]);
    expect(disputed([line('L1', 70), line('L2', 64)], theirs)).toEqual(['L1']);
  });

  it('is fetched in the morning of its day, or in what is left of today', () => {
    expect(windowOf(1, noon)).toEqual({
      readyFrom: new Date('2026-11-28T04:00:00+07:00'),
      readyTo: new Date('2026-11-28T10:00:00+07:00'),
    });
    expect(windowOf(0, noon)).toEqual({
      readyFrom: noon,
      readyTo: new Date('2026-11-27T20:00:00+07:00'),
    });
    const late = new Date('2026-11-27T21:00:00+07:00');
    expect(windowOf(0, late)).toEqual({
      readyFrom: late,
      readyTo: new Date('2026-11-28T01:00:00+07:00'),
    });
  });

  it('knows the spraying only when both figures are there', () => {
    expect(sprayOf({ daysAgo: '3', interval: '7' }, noon)).toEqual({
      sprayedOn: '2026-11-24',
      intervalDays: 7,
    });
    expect(sprayOf({ daysAgo: '', interval: '7' }, noon)).toBeNull();
    expect(sprayOf({ daysAgo: 'x', interval: '7' }, noon)).toBeNull();
  });
});
