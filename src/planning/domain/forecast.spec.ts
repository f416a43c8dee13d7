import fc from 'fast-check';
import { day, plusDays } from '../../kernel/day.js';
import { grams, kilograms } from '../../kernel/units.js';
import { marksOn, supplyOf, type CurrentForecast } from './forecast.js';

const today = day('2021-08-21');
const CARRIED_DAYS = 3;
const supplyOn = (...facts: Parameters<typeof marksOn>) => supplyOf(marksOn(...facts));

const expected = (householdId: string, kg: number) => ({
  householdId,
  plannedGrams: kilograms(kg),
});
const said = (householdId: string, daysAgo: number, kg: number): CurrentForecast => ({
  householdId,
  day: plusDays(today, -daysAgo),
  grams: kilograms(kg),
});

describe('what a day will bring', () => {
  it('PL-05 keeps what was reported, what is carried forward and what nobody knows apart', () => {
    const supply = supplyOn(
      today,
      [expected('lan', 200), expected('hung', 150), expected('mai', 80), expected('tu', 60)],
      [said('lan', 0, 180), said('hung', 2, 120), said('mai', 4, 90)],
      CARRIED_DAYS,
    );
    expect(supply).toEqual({
      reported: { grams: 180_000, households: 1 },
      carried: { grams: 120_000, households: 1 },
      unknown: { grams: 140_000, households: 2 },
    });
  });

  it('PL-05 takes a report of zero as a report, and silence as unknown', () => {
    const supply = supplyOn(
      today,
      [expected('lan', 200), expected('hung', 150)],
      [said('lan', 0, 0)],
      CARRIED_DAYS,
    );
    expect(supply.reported).toEqual({ grams: 0, households: 1 });
    expect(supply.unknown).toEqual({ grams: 150_000, households: 1 });
  });

  it('PL-05 lets the latest report speak, and none that is for a later day', () => {
    const supply = supplyOn(
      today,
      [expected('lan', 200)],
      [said('lan', 1, 70), said('lan', 3, 500), said('lan', -1, 900)],
      CARRIED_DAYS,
    );
    expect(supply.carried).toEqual({ grams: 70_000, households: 1 });
  });

  it('PL-05 counts a household that reported without having a plan', () => {
    const supply = supplyOn(today, [], [said('lan', 0, 70)], CARRIED_DAYS);
    expect(supply.reported).toEqual({ grams: 70_000, households: 1 });
    expect(supply.unknown).toEqual({ grams: 0, households: 0 });
  });

  it('PL-05 puts every household into exactly one part, in whatever order the reports come', () => {
    const report = fc.record({
      household: fc.integer({ min: 0, max: 9 }),
      daysAgo: fc.integer({ min: -2, max: 6 }),
    });
    const reports = fc.uniqueArray(report, {
      maxLength: 30,
      selector: (one) => `${one.household}/${one.daysAgo}`,
    });
    fc.assert(
      fc.property(reports, fc.integer({ min: 0, max: 5 }), (given, carryDays) => {
        const households = Array.from({ length: 10 }, (_, i) => expected(`household-${i}`, 10));
        const forecasts = given.map((one, i) => ({
          householdId: `household-${one.household}`,
          day: plusDays(today, -one.daysAgo),
          grams: grams(i),
        }));
        const supply = supplyOn(today, households, forecasts, carryDays);
        const { reported, carried, unknown } = supply;
        expect(reported.households + carried.households + unknown.households).toBe(10);
        expect(supplyOn(today, households, forecasts.toReversed(), carryDays)).toEqual(supply);
      }),
    );
  });
});
