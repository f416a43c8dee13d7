import fc from 'fast-check';
import { basisPoints, grams, kilograms, vnd } from '../../../kernel/units.js';
import type { CostModel } from './cost-model.js';
import { preview, type PolicyCode } from './preview.js';
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

const policy = fc.constantFrom<PolicyCode>('LOWEST_COST', 'FAIR_SHARE', 'PRO_RATA');

const wish: fc.Arbitrary<Wish> = fc
  .record({
    kg1: fc.integer({ min: 1, max: 1500 }),
    kg2: fc.integer({ min: 1, max: 1500 }),
    price: fc.integer({ min: 25_000, max: 36_000 }),
    tolerance: fc.constantFrom(0, 200, 500),
    cap: fc.option(fc.integer({ min: 20, max: 600 }), { nil: undefined }),
    crate: fc.constantFrom(undefined, kilograms(25)),
    points: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    communes: fc.constantFrom<readonly string[]>([], ['dong-phu', 'huyen-son']),
  })
  .map(({ kg1, kg2, price, tolerance, cap, crate, points, communes }) => ({
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
      publishedAt: hour(-one.published),
    })),
  );

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, i) => ({ item, key: Math.imul(i + 1, seed | 1) >>> 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('every plan, whatever the policy', () => {
  it('AL-01 is the same whichever order the lots come in', () => {
    fc.assert(
      fc.property(wish, candidates, policy, fc.integer(), (asked, lots, code, seed) => {
        const plan = preview(asked, lots, code, costModel);
        expect(preview(asked, shuffled(lots, seed), code, costModel)).toEqual(plan);
      }),
      { numRuns: 80 },
    );
  });

  it('AL-01 takes or explains every candidate, exactly once', () => {
    fc.assert(
      fc.property(wish, candidates, policy, (asked, lots, code) => {
        const plan = preview(asked, lots, code, costModel);
        const named = [...plan.lines, ...plan.excluded].map((one) => one.lotGradeId);
        expect(named.toSorted()).toEqual(lots.map((lot) => lot.lotGradeId).toSorted());
      }),
      { numRuns: 150 },
    );
  });

  it('AL-05 has no line below its minimum, above what is free, or over the price', () => {
    fc.assert(
      fc.property(wish, candidates, policy, (asked, lots, code) => {
        for (const line of preview(asked, lots, code, costModel).lines) {
          const lot = lots.find((one) => one.lotGradeId === line.lotGradeId)!;
          const { maxVndPerKg } = asked.lines.find((one) => one.gradeCode === line.gradeCode)!;
          expect(line.grams).toBeGreaterThanOrEqual(Math.max(1, lot.leastTake));
          expect(line.grams).toBeLessThanOrEqual(lot.free);
          expect(line.vndPerKg).toBe(lot.askVndPerKg ?? maxVndPerKg);
          expect(line.vndPerKg).toBeLessThanOrEqual(maxVndPerKg!);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('AL-14 keeps the household cap, the pickup points allowed, and each grade inside its tolerance', () => {
    fc.assert(
      fc.property(wish, candidates, policy, (asked, lots, code) => {
        const { lines, totals } = preview(asked, lots, code, costModel);
        for (const household of new Set(lines.map((line) => line.householdId))) {
          const taken = sum(
            lines.flatMap((line) => (line.householdId === household ? [line.grams] : [])),
          );
          expect(taken).toBeLessThanOrEqual(asked.householdCap ?? Infinity);
        }
        expect(totals.pickupPoints).toBeLessThanOrEqual(asked.mostPickupPoints ?? Infinity);
        for (const { gradeCode, wanted } of asked.lines) {
          const taken = sum(
            lines.flatMap((line) => (line.gradeCode === gradeCode ? [line.grams] : [])),
          );
          expect(taken * 10_000).toBeLessThanOrEqual(wanted * (10_000 + asked.tolerance));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('AL-06 leaves at most one loose line per household', () => {
    fc.assert(
      fc.property(wish, candidates, policy, (asked, lots, code) => {
        const crated = { ...asked, crate: kilograms(25) };
        const { lines } = preview(crated, lots, code, costModel);
        const loose = lines.filter((line) => line.grams % 25_000 !== 0);
        expect(loose.every((line) => line.isLoose)).toBe(true);
        expect(new Set(loose.map((line) => line.householdId)).size).toBe(loose.length);
      }),
      { numRuns: 150 },
    );
  });

  it('PA-01 has totals that are exactly the sums of its lines', () => {
    fc.assert(
      fc.property(wish, candidates, policy, (asked, lots, code) => {
        const { lines, totals } = preview(asked, lots, code, costModel);
        expect(totals.planned).toBe(sum(lines.map((line) => line.grams)));
        expect(totals.goodsVnd).toBe(sum(lines.map((line) => line.goodsVnd)));
        expect(totals.transportVnd).toBe(sum(lines.map((line) => line.transportVnd)));
        for (const line of lines) {
          const exact = (BigInt(line.grams) * BigInt(line.vndPerKg) + 500n) / 1000n;
          expect(BigInt(line.goodsVnd)).toBe(exact);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('FAIR_SHARE', () => {
  it('AL-03 leaves nobody with room more than a kilogram behind another', () => {
    const free = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(free, fc.integer({ min: 1, max: 4_000_000 }), (offered, wanted) => {
        const asked: Wish = {
          lines: [{ gradeCode: 'L2', wanted: grams(wanted), maxVndPerKg: vnd(30_000) }],
          readyFrom: hour(0),
          readyTo: hour(4),
          depot: { lat: 21.3, lon: 106.4 },
          tolerance: basisPoints(0),
          leastGrams: grams(0),
        };
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
