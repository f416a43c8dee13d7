import { MOST_POINTS, reasonsOf } from './ranking.js';

const ranked = {
  near: 34,
  fresh: 24,
  fit: 20,
  kept: 15,
  metres: 6_400,
  publishedAt: new Date('2026-08-25T16:00:00+07:00'),
  reliability: 0.929,
};
const AS_OF = new Date('2026-08-25T18:30:00+07:00');

describe('SM-05 why a lot stands where it stands', () => {
  it('names every factor with its points, the weightiest first, and a figure to check', () => {
    expect(reasonsOf(ranked, AS_OF, { hasPlace: true, hasDay: true })).toEqual([
      { factor: 'near', points: 34, mostPoints: 40, figure: 6 },
      { factor: 'fresh', points: 24, mostPoints: 25, figure: 2 },
      { factor: 'fit', points: 20, mostPoints: 20, figure: null },
      { factor: 'kept', points: 15, mostPoints: 15, figure: 92 },
    ]);
  });

  it('says nothing of a place or a day that was not asked for', () => {
    const reasons = reasonsOf(ranked, AS_OF, { hasPlace: false, hasDay: false });
    expect(reasons.map(({ factor }) => factor)).toEqual(['fresh', 'kept']);
  });

  it('gives a hundred points in all', () => {
    expect(Object.values(MOST_POINTS).reduce((sum, most) => sum + most, 0)).toBe(100);
  });
});
