import { basisPoints, kilograms, type Grams } from '../../kernel/units.js';
import { detourMinutes, replacements } from './replacement.js';
import { balanceOf, missingOf, takenOf } from './shortage.js';

const kg = kilograms;
const deal = (promised: number, fetched: number | null = null, isBackup = false) => ({
  promised: kg(promised),
  fetched: fetched === null ? null : kg(fetched),
  isBackup,
});

describe('what an order lacks on the way', () => {
  it('AL-13: a household that gives less is no shortage while the order is inside its tolerance', () => {
    const deals = [deal(500, 460), deal(500, 520), deal(1_000)];
    expect(missingOf(balanceOf(deals, basisPoints(200)))).toBe(0);
    expect(missingOf(balanceOf(deals, basisPoints(50)))).toBe(kg(20));
  });

  it('counts what stood by and came in its place, and never more than was promised', () => {
    const missing = (...deals: ReturnType<typeof deal>[]) =>
      missingOf(balanceOf(deals, basisPoints(0)));
    expect(missing(deal(500, 0), deal(500))).toBe(kg(500));
    expect(missing(deal(500, 0), deal(500), deal(300, null, true))).toBe(kg(200));
    expect(missing(deal(500, 0), deal(500), deal(500, 500, true))).toBe(0);
  });
});

describe('lots that could give it', () => {
  const at = (lat: number, lon: number) => ({ lat, lon });
  const way = { here: at(21.3, 106.4), next: at(21.3, 106.5), kind: 'TRUCK' as const };
  const standing = (id: string, lat: number, lon: number, has: number, least = 0) => ({
    id,
    lat,
    lon,
    grams: kg(has) as Grams,
    leastGrams: kg(least) as Grams,
  });

  it('AL-11: come by the minutes they cost, and give no more than is missing', () => {
    const [first, second] = replacements(
      [standing('far', 21.36, 106.45, 80), standing('near', 21.301, 106.45, 200)],
      way,
      kg(120),
    );
    expect(first).toMatchObject({ backupId: 'near', grams: kg(120) });
    expect(second).toMatchObject({ backupId: 'far', grams: kg(80) });
    expect(first!.detourMinutes).toBeLessThan(second!.detourMinutes);
  });

  it('leave out whoever lets go no less than is too much', () => {
    expect(replacements([standing('whole', 21.3, 106.45, 200, 150)], way, kg(120))).toEqual([]);
  });

  it('cost at least the loading, and on the way nothing more', () => {
    expect(detourMinutes(way.here, way.here, way.next, 'TRUCK')).toBe(10);
  });

  it('are taken in the order chosen until nothing is missing', () => {
    const chosen = [standing('a', 0, 0, 70), standing('b', 0, 0, 70, 60), standing('c', 0, 0, 70)];
    expect([...takenOf(chosen, kg(120))]).toEqual([
      ['a', kg(70)],
      ['c', kg(50)],
    ]);
  });
});
