import { day } from '../../kernel/day.js';
import { relaxations } from './relaxations.js';

const TODAY = day('2026-08-25');
const AROUND = { grades: ['DB', 'L1', 'L2'], neighbours: ['a', 'b', 'c', 'd', 'e'] };

describe('SM-06 what comes nearest to a search that found nothing', () => {
  it('tries the next days before yesterday’s, and none that is over', () => {
    expect(relaxations({ day: TODAY }, AROUND, TODAY).map(({ change }) => change.day)).toEqual([
      '2026-08-26',
      '2026-08-27',
      '2026-08-28',
    ]);
    expect(relaxations({ day: day('2026-08-27') }, AROUND, TODAY)[1]?.change.day).toBe(
      '2026-08-26',
    );
  });

  it('tries the grade below, then the one above', () => {
    const grades = (gradeCode: string) =>
      relaxations({ gradeCode }, AROUND, TODAY).map(({ change }) => change.gradeCode);
    expect(grades('L1')).toEqual(['L2', 'DB']);
    expect(grades('DB')).toEqual(['L1']);
    expect(grades('XO')).toEqual([]);
  });

  it('tries the four nearest communes, any weight, any price, one change at a time', () => {
    const wish = { communeIds: ['x'], minGrams: 500_000, maxVndPerKg: 20_000 };
    expect(relaxations(wish, AROUND, TODAY)).toEqual([
      { kind: 'NEIGHBOUR_COMMUNE', change: { communeIds: ['a', 'b', 'c', 'd'] } },
      { kind: 'LESS_WEIGHT', change: { minGrams: null } },
      { kind: 'HIGHER_PRICE', change: { maxVndPerKg: null } },
    ]);
  });

  it('has nothing to loosen in a search that asks for nothing', () => {
    expect(relaxations({}, AROUND, TODAY)).toEqual([]);
  });
});
