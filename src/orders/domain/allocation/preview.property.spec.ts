import fc from 'fast-check';
import { basisPoints, grams, kilograms, vnd } from '../../../kernel/units.js';
import { faultsOf } from '../../../../test/support/allocation-checker.js';
import { impossibleByHand } from '../by-hand.js';
import type { CostModel } from './cost-model.js';
import { POLICY_CODES, preview } from './preview.js';
import type { CandidateLot, Wish } from './wish.js';

const OPENING = Date.parse('2021-08-21T05:00:00+07:00');
const hour = (n: number): Date => new Date(OPENING + n * 3_600_000);

const costModel: CostModel = {
  pointVnd: vnd(90_000),
  pointVndPerKm: vnd(6_000),
  tonneVnd: vnd(8_000),
  tonneVndPerKm: vnd(6_000),
  lineVnd: vnd(15_000),
  missingVndPerKg: vnd(80_000),
  truckload: kilograms(2_500),
  roadMetres: (from, to) => Math.round(Math.abs(from.lat - to.lat) * 100_000),
};

/** Every policy but the one that a person carries out. */
const policy = fc.constantFrom(...POLICY_CODES.filter((code) => code !== 'MANUAL'));

const wish: fc.Arbitrary<Wish> = fc
  .record({
    kg1: fc.integer({ min: 3, max: 1500 }),
    kg2: fc.integer({ min: 3, max: 1500 }),
    price: fc.integer({ min: 25_000, max: 36_000 }),
    tolerance: fc.constantFrom(0, 200, 500),
    cap: fc.option(fc.integer({ min: 20, max: 600 }), { nil: undefined }),
    crate: fc.constantFrom(undefined, kilograms(25)),
    points: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    communes: fc.constantFrom<readonly string[]>([], ['dong-phu', 'huyen-son']),
    trucks: fc.constantFrom(undefined, 1),
    isUnsoldFirst: fc.boolean(),
  })
  .map(({ kg1, kg2, price, tolerance, cap, crate, points, communes, trucks, isUnsoldFirst }) => ({
    lines: [
      { gradeCode: 'L1', wanted: kilograms(kg1), maxVndPerKg: vnd(price + 8_000) },
      { gradeCode: 'L2', wanted: kilograms(kg2), maxVndPerKg: vnd(price) },
    ],
    readyFrom: hour(0),
    readyTo: hour(4),
    depot: { lat: 21.3, lon: 106.4 },
    tolerance: basisPoints(tolerance),
    leastGrams: grams(0),
    communeIds: communes,
    isUnsoldFirst,
    ...(trucks === undefined ? {} : { mostGrams: kilograms(1_900) }),
    ...(cap === undefined ? {} : { householdCap: kilograms(cap) }),
    ...(crate === undefined ? {} : { crate }),
    ...(points === undefined ? {} : { mostPickupPoints: points }),
  }));

const candidates: fc.Arbitrary<CandidateLot[]> = fc
  .array(
    fc.record({
      household: fc.integer({ min: 0, max: 9 }),
      point: fc.integer({ min: 0, max: 7 }),
      grade: fc.constantFrom('L1', 'L2', 'L3'),
      free: fc.integer({ min: 1, max: 600_000 }),
      least: fc.constantFrom(0, 20_000, 50_000, 150_000),
      ask: fc.option(fc.integer({ min: 20_000, max: 40_000 })),
      from: fc.integer({ min: -3, max: 5 }),
      commune: fc.constantFrom('dong-phu', 'huyen-son', 'cuong-son'),
      published: fc.integer({ min: 1, max: 4 }),
      isZoneClosed: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((lots) =>
    lots.map((one, i) => ({
      lotId: `lot-${i >> 1}`,
      lotGradeId: `grade-${String(i).padStart(2, '0')}`,
      householdId: `household-${one.household}`,
      communeId: one.commune,
      gradeCode: one.grade,
      free: grams(one.free),
      leastTake: grams(one.least),
      askVndPerKg: one.ask === null ? null : vnd(one.ask),
      readyFrom: hour(one.from),
      readyTo: hour(one.from + 3),
      point: { id: `point-${one.point}`, lat: 21.3 + one.point / 100, lon: 106.4 },
      certificates: [],
      reliability: 1,
      isZoneClosed: one.isZoneClosed && i % 4 === 0,
      isUnsoldThisWeek: one.household % 2 === 0,
      publishedAt: hour(-one.published),
    })),
  );

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, i) => ({ item, key: Math.imul(i + 1, seed | 1) >>> 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('every computed plan, whatever the policy', () => {
  it('AL-01 is the same whichever order the lots come in', () => {
    fc.assert(
      fc.property(wish, candidates, policy, fc.integer(), (asked, lots, code, seed) => {
        const plan = preview(asked, lots, code, costModel);
        expect(preview(asked, shuffled(lots, seed), code, costModel)).toEqual(plan);
      }),
      { numRuns: 80 },
    );
  });

  it('AL-01 AL-05 AL-06 AL-14 PA-01 stands before a checker that shares no code with the allocator', () => {
    fc.assert(
      fc.property(wish, candidates, policy, (asked, lots, code) => {
        expect(faultsOf(preview(asked, lots, code, costModel), asked, lots, costModel)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('MANUAL', () => {
  const written = fc.array(
    fc.record({ which: fc.nat(24), percent: fc.integer({ min: 1, max: 101 }) }),
    { minLength: 1, maxLength: 4 },
  );
  // Most lots are such as the order could buy, or nearly everything would be refused.
  const fitting = candidates.map((lots) =>
    lots.map((lot, i) =>
      i % 5 === 0 ? lot : { ...lot, gradeCode: 'L1', askVndPerKg: null, readyFrom: hour(0) },
    ),
  );

  it('AL-18 is what was written to the gram, stands before the checker, or is refused', () => {
    const seen = { kept: 0, refused: 0 };
    fc.assert(
      fc.property(wish, fitting, written, (asked, lots, amounts) => {
        fc.pre(lots.length > 0);
        const lines = amounts.map(({ which, percent }) => {
          const { lotGradeId, free } = lots[which % lots.length]!;
          return { lotGradeId, grams: Math.ceil((free * percent) / 100) };
        });
        fc.pre(new Set(lines.map((line) => line.lotGradeId)).size === lines.length);
        const byHand = new Map(lines.map((line) => [line.lotGradeId, grams(line.grams)]));
        const plan = preview({ ...asked, byHand }, lots, 'MANUAL', costModel);
        const reason = 'quen nhau';
        if (impossibleByHand(asked, { reason, lines }, plan, () => undefined)) {
          seen.refused += 1;
          return;
        }
        seen.kept += 1;
        expect(new Map(plan.lines.map((line) => [line.lotGradeId, line.grams]))).toEqual(byHand);
        expect(faultsOf(plan, asked, lots, costModel)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(seen.kept, seen.refused)).toBeGreaterThan(50);
  });
});

describe('FAIR_SHARE', () => {
  it('AL-03 leaves nobody with room more than a kilogram behind another', () => {
    const free = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(free, fc.integer({ min: 1, max: 4_000_000 }), (offered, wanted) => {
        const asked = plainWish(wanted);
        const lots = offered.map((grammes, i) => plainLot(i, grammes));
        const plan = preview(asked, lots, 'FAIR_SHARE', costModel);
        const taken = new Map(plan.lines.map((line) => [line.lotGradeId, Number(line.grams)]));
        const most = Math.max(...taken.values());
        const behind = lots
          .map((lot) => ({ free: lot.free, own: taken.get(lot.lotGradeId) ?? 0 }))
          .filter(({ free: offer, own }) => own < offer && most - own > 1000);
        expect(behind).toEqual([]);
        expect(plan.totals.planned).toBe(Math.min(wanted, sum(offered)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('PRO_RATA', () => {
  it('AL-04 gives out exactly what is wanted, nobody more than a kilogram from the exact part', () => {
    const free = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(free, fc.integer({ min: 1, max: 4_000_000 }), (offered, wanted) => {
        const lots = offered.map((grammes, i) => plainLot(i, grammes));
        const plan = preview(plainWish(wanted), lots, 'PRO_RATA', costModel);
        const all = sum(offered);
        expect(plan.totals.planned).toBe(Math.min(wanted, all));
        for (const { free: offer, lotGradeId } of lots) {
          const own = plan.lines.find((line) => line.lotGradeId === lotGradeId)?.grams ?? 0;
          const exact = (Math.min(wanted, all) * offer) / all;
          expect(Math.abs(own - exact)).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the policies that seek the cheapest set', () => {
  const few = candidates.map((lots) =>
    lots.slice(0, 8).map((lot) => ({ ...lot, isZoneClosed: false })),
  );

  it('AL-02 one more lot never makes LOWEST_COST dearer', () => {
    fc.assert(
      fc.property(wish, few, (asked, lots) => {
        const { crate: _crate, mostGrams: _trucks, ...plain } = asked;
        const costs = lots.map((_, i) => lossOf(plain, lots.slice(0, i + 1)));
        costs
          .slice(1)
          .forEach((cost, i) => expect(cost).toBeLessThanOrEqual(costs[i]! + 2 * i + 2));
      }),
      { numRuns: 60 },
    );
  });

  it('AL-02 FEWEST_STOPS has no plan with as many kilograms and fewer stops', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3_000 }), few, (kg, lots) => {
        const asked = plainWish(kg * 1000);
        const { totals } = preview(asked, lots, 'FEWEST_STOPS', costModel);
        const points = [...new Set(lots.map((lot) => lot.point.id))];
        for (let set = 0; set < 1 << points.length; set++) {
          const open = points.filter((_, i) => (set >> i) & 1);
          if (open.length >= totals.pickupPoints) continue;
          const fewer = preview(
            asked,
            lots.filter((lot) => open.includes(lot.point.id)),
            'FEWEST_STOPS',
            costModel,
          );
          expect(fewer.totals.planned).toBeLessThan(totals.planned);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** What the buyer loses by the cheapest plan: goods, transport and the worth of what is missing. */
function lossOf(asked: Wish, lots: readonly CandidateLot[]): number {
  const { lines, totals } = preview(asked, lots, 'LOWEST_COST', costModel);
  const missing = asked.lines.map(({ gradeCode, wanted }) =>
    Math.max(
      0,
      wanted - sum(lines.flatMap((line) => (line.gradeCode === gradeCode ? [line.grams] : []))),
    ),
  );
  return totals.goodsVnd + totals.transportVnd + (sum(missing) / 1000) * costModel.missingVndPerKg;
}

const plainWish = (wanted: number): Wish => ({
  lines: [{ gradeCode: 'L2', wanted: grams(wanted), maxVndPerKg: vnd(30_000) }],
  readyFrom: hour(0),
  readyTo: hour(4),
  depot: { lat: 21.3, lon: 106.4 },
  tolerance: basisPoints(0),
  leastGrams: grams(0),
});

const plainLot = (i: number, free: number): CandidateLot => ({
  lotId: `lot-${i}`,
  lotGradeId: `grade-${String(i).padStart(2, '0')}`,
  householdId: `household-${i}`,
  communeId: 'dong-phu',
  gradeCode: 'L2',
  free: grams(free),
  leastTake: grams(0),
  askVndPerKg: vnd(30_000),
  readyFrom: hour(0),
  readyTo: hour(4),
  point: { id: `point-${i}`, lat: 21.3, lon: 106.4 },
  certificates: [],
  reliability: 1,
  isZoneClosed: false,
  publishedAt: hour(-1),
});
