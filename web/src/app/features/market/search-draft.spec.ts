import type { Day } from '../../../../../src/kernel/day.js';
import { EMPTY_SEARCH, withDay, withSaved } from './search-draft.js';

describe('a link to the supply screen', () => {
  const today = '2026-11-27' as Day;

  it('opens its day, and none that is past or too far off', () => {
    expect(withDay(EMPTY_SEARCH, '2026-11-29', today).daysAhead).toBe(2);
    expect(withDay(EMPTY_SEARCH, '2026-11-27', today).daysAhead).toBe(0);
    for (const asked of ['2026-11-26', '2026-12-04', 'mai'])
      expect(withDay(EMPTY_SEARCH, asked, today)).toBe(EMPTY_SEARCH);
  });

  it('opens a saved search with the rest as it was', () => {
    const before = { ...EMPTY_SEARCH, text: 'khoai', need: '5 tấn', daysAhead: 3 };
    expect(withSaved(before, { text: null, cropCode: 'VAI', gradeCode: null })).toEqual({
      ...before,
      text: '',
      cropCode: 'VAI',
    });
  });
});
