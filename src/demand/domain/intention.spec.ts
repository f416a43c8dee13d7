import { array, assert, integer, property } from 'fast-check';
import { day } from '../../kernel/day.js';
import { grams, kilograms, sumGrams } from '../../kernel/units.js';
import { linesToAsk, pickForecasts, stateOn } from './intention.js';

const foretold = (household: string, kg: number) => ({
  forecastId: `f-${household}`,
  householdId: household,
  grams: kilograms(kg),
});

describe('PL-09 meaning to take what is foretold', () => {
  it('takes who spoke first first, and the last in part', () => {
    const picked = pickForecasts(kilograms(250), [
      foretold('lan', 200),
      foretold('hoa', 100),
      foretold('dung', 80),
    ]);
    expect(picked.map(({ householdId, grams: taken }) => [householdId, taken])).toEqual([
      ['lan', 200_000],
      ['hoa', 50_000],
    ]);
  });

  it('means no more than was wanted nor than was foretold, whatever the numbers', () => {
    const weights = array(integer({ min: 1, max: 1_000_000 }), { maxLength: 20 });
    assert(
      property(integer({ min: 1, max: 5_000_000 }), weights, (wanted, all) => {
        const rows = all.map((weight, i) => ({ ...foretold(String(i), 0), grams: weight }));
        const picked = pickForecasts(grams(wanted), rows);
        const sum = sumGrams(picked.map((one) => one.grams));
        expect(sum).toBe(Math.min(wanted, sumGrams(all)));
        expect(picked.every((one, i) => one.grams <= (all[i] ?? 0))).toBe(true);
      }),
    );
  });

  it('lapses with its day or its order, unless it was decided before', () => {
    const on = day('2026-08-27');
    const kept = { state: 'NOTED', day: on, isOpen: true } as const;
    expect(stateOn(kept, on)).toBe('NOTED');
    expect(stateOn(kept, day('2026-08-28'))).toBe('LAPSED');
    expect(stateOn({ ...kept, state: 'ASKED', isOpen: false }, on)).toBe('LAPSED');
    expect(stateOn({ ...kept, state: 'CONFIRMED' }, day('2026-08-28'))).toBe('CONFIRMED');
    expect(stateOn({ ...kept, state: 'DROPPED' }, day('2026-08-28'))).toBe('DROPPED');
  });

  it('asks for grades the order wants, no more than is free, no more than was meant', () => {
    const lines = [
      { lotGradeId: 'a', gradeCode: 'L2', free: 90_000 },
      { lotGradeId: 'b', gradeCode: 'L1', free: 40_000 },
      { lotGradeId: 'c', gradeCode: 'L3', free: 500_000 },
    ];
    expect(linesToAsk(100_000, ['L1', 'L2'], lines)).toEqual([
      { lotGradeId: 'b', grams: 40_000 },
      { lotGradeId: 'a', grams: 60_000 },
    ]);
    expect(linesToAsk(100_000, ['L4'], lines)).toEqual([]);
  });
});
