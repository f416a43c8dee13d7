import {
  costModel,
  kilogramsOf,
  lot,
  reasonsOf,
  wishFor,
} from '../../../../test/support/allocation-lots.js';
import { basisPoints, kilograms, vnd } from '../../../kernel/units.js';
import { preview } from './preview.js';
import type { CandidateLot, Wish } from './wish.js';

describe('which lots an order can use', () => {
  it('AL-01 gives every unused candidate the first rule that stands against it', () => {
    const wish = wishFor(100, {
      certificate: 'VIETGAP',
      communeIds: ['nghia-phuong'],
      householdCap: kilograms(60),
      mostRoadMetres: 20_000,
      leastReliability: 0.5,
    });
    const good = { certificates: ['VIETGAP'] };
    const plan = preview(
      wish,
      [
        lot('taken-1', 60, good),
        lot('taken-2', 60, good),
        lot('other-grade', 60, { ...good, gradeCode: 'L3' }),
        lot('too-early', 60, { ...good, readyTo: wish.readyFrom }),
        lot('too-late', 60, { ...good, readyFrom: wish.readyTo }),
        lot('closed-zone', 60, { ...good, isZoneClosed: true }),
        lot('other-commune', 60, { ...good, communeId: 'dong-phu' }),
        lot('no-certificate', 60),
        lot('too-dear', 60, { ...good, askVndPerKg: vnd(32_001) }),
        lot('too-far', 60, { ...good, point: { id: 'far', lat: 21.51, lon: 106.4 } }),
        lot('broken-promises', 60, { ...good, reliability: 0.49 }),
        lot('whole-only', 600, { ...good, leastTake: kilograms(101) }),
        lot('more-than-a-household-may', 90, { ...good, leastTake: kilograms(61) }),
        lot('ranked-lower', 60, { ...good, askVndPerKg: vnd(31_900) }),
      ],
      'LOWEST_COST',
      costModel,
    );
    expect(kilogramsOf(plan)).toEqual({ 'taken-1': 60, 'taken-2': 40 });
    expect(reasonsOf(plan)).toEqual({
      'other-grade': 'GRADE',
      'too-early': 'WINDOW',
      'too-late': 'WINDOW',
      'closed-zone': 'ZONE',
      'other-commune': 'ZONE',
      'no-certificate': 'CERT',
      'too-dear': 'PRICE',
      'too-far': 'DISTANCE',
      'broken-promises': 'RELIABILITY',
      'whole-only': 'MIN_TAKE',
      'more-than-a-household-may': 'HOUSEHOLD_CAP',
      'ranked-lower': 'POLICY_RANK',
    });
  });

  it('NG-01 buys a lot without a price at the price of the order, and none when neither names one', () => {
    const open = lot('a', 100, { askVndPerKg: null });
    const atOrderPrice = preview(wishFor(100), [open], 'FAIR_SHARE', costModel);
    expect(atOrderPrice.lines[0]).toMatchObject({ vndPerKg: 32_000, goodsVnd: 3_200_000 });

    const lines = [{ gradeCode: 'L2', wanted: kilograms(100), maxVndPerKg: null }];
    const unpriced = preview(wishFor(100, { lines }), [open], 'FAIR_SHARE', costModel);
    expect(reasonsOf(unpriced)).toEqual({ a: 'PRICE' });
  });

  it('AL-01 refuses to plan over two candidates that are the same lot grade', () => {
    expect(() =>
      preview(wishFor(100), [lot('a', 50), lot('a', 50)], 'FAIR_SHARE', costModel),
    ).toThrow('a lot grade was offered twice');
  });
});

describe('FAIR_SHARE', () => {
  const share = (kg: number, lots: readonly CandidateLot[], more: Partial<Wish> = {}) =>
    preview(wishFor(kg, more), lots, 'FAIR_SHARE', costModel);

  it('AL-03 fills like water: 1,000 kg over 100, 300 and 900', () => {
    const plan = share(1000, [lot('a', 100), lot('b', 300), lot('c', 900)]);
    expect(kilogramsOf(plan)).toEqual({ a: 100, b: 300, c: 600 });
  });

  it('AL-03 gives the kilogram that cannot be divided to the earliest, then by id', () => {
    const equal = [lot('a', 500), lot('b', 500), lot('c', 500)];
    expect(kilogramsOf(share(1000, equal))).toEqual({ a: 334, b: 333, c: 333 });
    const early = lot('c', 500, { publishedAt: new Date('2021-08-20T18:59:00+07:00') });
    const withEarlier = [lot('a', 500), lot('b', 500), early];
    expect(kilogramsOf(share(1000, withEarlier))).toEqual({ a: 333, b: 333, c: 334 });
  });

  it('AL-05 drops the line below its minimum and shares its kilograms among the others', () => {
    const plan = share(600, [
      lot('a', 500),
      lot('b', 500, { leastTake: kilograms(250) }),
      lot('c', 500),
    ]);
    expect(kilogramsOf(plan)).toEqual({ a: 300, c: 300 });
    expect(reasonsOf(plan)).toEqual({ b: 'MIN_TAKE' });
  });

  it('AL-05 ends with as many equal lots as can have their minimum', () => {
    const lots = ['a', 'b', 'c', 'd', 'e'].map((id) => lot(id, 200, { leastTake: kilograms(50) }));
    expect(kilogramsOf(share(100, lots))).toEqual({ a: 50, b: 50 });
  });

  it('AL-05 takes a dropped lot back when the others cannot fill the order without it', () => {
    const lots = [lot('a', 500, { leastTake: kilograms(200) }), lot('b', 100), lot('c', 100)];
    expect(kilogramsOf(share(420, lots))).toEqual({ a: 220, b: 100, c: 100 });
  });

  it('AL-06 makes whole crates, with one loose line marked', () => {
    const plan = share(160, [lot('a', 90), lot('b', 90)], { crate: kilograms(25) });
    expect(kilogramsOf(plan)).toEqual({ a: 85, b: 75 });
    expect(plan.lines.map((line) => line.isLoose)).toEqual([true, false]);
  });

  it('AL-14 keeps a household within its cap over all its lots', () => {
    const plan = share(
      600,
      [lot('a', 300, { householdId: 'lan' }), lot('b', 300, { householdId: 'lan' }), lot('c', 900)],
      { householdCap: kilograms(300) },
    );
    expect(kilogramsOf(plan)).toEqual({ a: 150, b: 150, c: 300 });
    expect(plan.shortfall).toEqual([]);
  });

  it('AL-14 says HOUSEHOLD_CAP to the lot its own household has no room for', () => {
    const lots = [
      lot('a', 300, { householdId: 'lan' }),
      lot('b', 300, { householdId: 'lan', leastTake: kilograms(200) }),
    ];
    const plan = share(600, lots, { householdCap: kilograms(300) });
    expect(reasonsOf(plan)).toEqual({ b: 'HOUSEHOLD_CAP' });
  });

  it('visits only so many pickup points, the fullest first', () => {
    const plan = share(300, [lot('a', 100), lot('b', 150), lot('c', 200)], { mostPickupPoints: 2 });
    expect(kilogramsOf(plan)).toEqual({ b: 150, c: 150 });
  });
});

describe('PRO_RATA', () => {
  it('AL-04 shares in proportion, whole kilograms by largest remainder', () => {
    const lots = [lot('a', 100), lot('b', 300), lot('c', 900)];
    const plan = preview(wishFor(1000), lots, 'PRO_RATA', costModel);
    expect(kilogramsOf(plan)).toEqual({ a: 77, b: 231, c: 692 });
  });

  it('AL-14 shares in proportion what a capped household leaves over', () => {
    const lots = [lot('a', 100), lot('b', 300), lot('c', 900)];
    const plan = preview(
      wishFor(700, { householdCap: kilograms(400) }),
      lots,
      'PRO_RATA',
      costModel,
    );
    expect(kilogramsOf(plan)).toEqual({ a: 75, b: 225, c: 400 });
  });
});

describe('the sums of a plan', () => {
  it('AL-01 splits price and transport so that the lines add up to the totals', () => {
    const shared = { id: 'gate', lat: 21.4, lon: 106.4 };
    const plan = preview(
      wishFor(3000),
      [
        lot('a', 1000, { point: shared }),
        lot('b', 2000, { point: shared, communeId: 'huyen-son' }),
      ],
      'FAIR_SHARE',
      costModel,
    );
    // Ten kilometres: 110,000 for coming, shared 1 : 2, and 30 đồng a kilogram carried.
    expect(plan.lines.map((line) => line.transportVnd)).toEqual([71_667, 138_333]);
    expect(plan.totals).toEqual({
      wanted: 3_000_000,
      planned: 3_000_000,
      goodsVnd: 90_000_000,
      transportVnd: 210_000,
      landedVndPerKg: 30_070,
      pickupPoints: 1,
      households: 2,
      communes: 2,
      truckloads: 2,
      coverage: 10_000,
      isWithinTolerance: true,
      reachesLeast: true,
    });
  });

  it('AL-13 sees no shortage while the total is inside the tolerance', () => {
    const lots = [lot('a', 960)];
    const strict = preview(wishFor(1000), lots, 'LOWEST_COST', costModel);
    expect(strict.shortfall).toEqual([{ gradeCode: 'L2', missing: 40_000 }]);
    expect(strict.totals).toMatchObject({ isWithinTolerance: false, coverage: 9_600 });
    const lenient = wishFor(1000, { tolerance: basisPoints(500) });
    const inside = preview(lenient, lots, 'LOWEST_COST', costModel);
    expect(inside.shortfall).toEqual([]);
    expect(inside.totals.isWithinTolerance).toBe(true);
  });

  it('OR-02 says whether the plan reaches what the buyer would come for', () => {
    const wish = wishFor(1000, { leastGrams: kilograms(500) });
    expect(preview(wish, [lot('a', 499)], 'FAIR_SHARE', costModel).totals.reachesLeast).toBe(false);
    expect(preview(wish, [lot('a', 500)], 'FAIR_SHARE', costModel).totals.reachesLeast).toBe(true);
  });

  it('AL-01 answers an empty market with an empty plan', () => {
    const plan = preview(wishFor(1000), [], 'LOWEST_COST', costModel);
    expect(plan).toMatchObject({ lines: [], excluded: [] });
    expect(plan.totals).toMatchObject({ planned: 0, landedVndPerKg: null, coverage: 0 });
  });
});
