import type { Day } from '../../../../../src/kernel/day.js';
import { listKey, newReport, stillMeant, withList } from './report-draft.js';

const day = (text: string) => text as Day;
const [monday, tuesday, wednesday] = [day('2026-11-23'), day('2026-11-24'), day('2026-11-25')];

describe('a report being written', () => {
  it('PL-03 is of tomorrow, and keeps the day it was typed for', () => {
    const begun = newReport(monday);
    expect(begun.day).toBe(tuesday);
    const typed = { ...begun, cropCode: 'NA' };
    expect(stillMeant(typed, monday)).toBe(typed);
    expect(stillMeant(typed, tuesday)).toBe(typed);
    expect(stillMeant(typed, wednesday)).toEqual(newReport(wednesday));
  });

  it('asks of tomorrow again on the next day, when no number was begun', () => {
    const looked = { ...newReport(monday), day: tuesday, choosesCrop: true };
    expect(stillMeant(looked, monday)).toBe(looked);
    expect(stillMeant(looked, tuesday)).toEqual(newReport(tuesday));
  });

  it('of an earlier release, which knew no day, begins anew', () => {
    const { day: _, ...older } = newReport(monday);
    expect(stillMeant({ ...older, cropCode: 'NA' } as never, monday)).toEqual(newReport(monday));
  });
});

describe('a clerk’s lists', () => {
  it('PL-05 are apart by day and crop, and go with their day', () => {
    const na = withList({}, listKey(tuesday, 'NA'), { h1: '300' }, monday);
    const both = withList(na, listKey(tuesday, 'VAI'), { h1: '40' }, monday);
    expect(both[listKey(tuesday, 'NA')]).toEqual({ h1: '300' });
    expect(both[listKey(tuesday, 'VAI')]).toEqual({ h1: '40' });
    expect(both[listKey(wednesday, 'NA')]).toBeUndefined();
    const later = withList(both, listKey(wednesday, 'NA'), { h2: '5' }, wednesday);
    expect(later).toEqual({ [listKey(wednesday, 'NA')]: { h2: '5' } });
  });
});
