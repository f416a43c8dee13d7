import fc from 'fast-check';
import { basisPoints, grams, kilograms, vnd } from '../../../../kernel/units.js';
import type { CostModel } from '../cost-model.js';
import { preview } from '../preview.js';
import type { AllocationPlan } from '../plan.js';
import type { CandidateLot, Wish } from '../wish.js';

const MISSING = 80_000;
const costModel: CostModel = {
  pointVnd: vnd(150_000),
  pointVndPerKm: vnd(0),
  tonneVnd: vnd(0),
  tonneVndPerKm: vnd(0),
  lineVnd: vnd(15_000),
  missingVndPerKg: vnd(MISSING),
  truckload: kilograms(5_000),
  roadMetres: () => 0,
};

interface SmallLot {
  readonly grade: 'L1' | 'L2';
  readonly household: number;
  readonly point: number;
  readonly tens: number;
  readonly leastTens: number;
  readonly price: number;
}
interface SmallOrder {
  readonly tens: readonly [number, number];
  readonly cap: number | null;
  readonly points: number;
  readonly isTolerant: boolean;
}

const smallLot: fc.Arbitrary<SmallLot> = fc
  .record({
    grade: fc.constantFrom<'L1' | 'L2'>('L1', 'L2'),
    household: fc.integer({ min: 0, max: 2 }),
    point: fc.integer({ min: 0, max: 2 }),
    tens: fc.integer({ min: 1, max: 6 }),
    least: fc.integer({ min: 0, max: 6 }),
    price: fc.integer({ min: 20, max: 40 }),
  })
  .map(({ least, ...rest }) => ({ ...rest, leastTens: Math.min(least, rest.tens) }));

const smallOrder: fc.Arbitrary<SmallOrder> = fc.record({
  tens: fc.tuple(fc.constantFrom(0, 5, 10), fc.constantFrom(5, 10)),
  cap: fc.option(fc.integer({ min: 3, max: 10 })),
  points: fc.integer({ min: 1, max: 3 }),
  isTolerant: fc.boolean(),
});

const wishOf = (order: SmallOrder): Wish => ({
  lines: [
    { gradeCode: 'L1', wanted: kilograms(order.tens[0] * 10), maxVndPerKg: vnd(40_000) },
    { gradeCode: 'L2', wanted: kilograms(order.tens[1] * 10), maxVndPerKg: vnd(40_000) },
  ],
  readyFrom: new Date('2021-08-21T05:00:00+07:00'),
  readyTo: new Date('2021-08-21T09:00:00+07:00'),
  depot: { lat: 21.3, lon: 106.4 },
  tolerance: basisPoints(order.isTolerant ? 2_000 : 0),
  leastGrams: grams(0),
  mostPickupPoints: order.points,
  ...(order.cap === null ? {} : { householdCap: kilograms(order.cap * 10) }),
});

const candidate = (lot: SmallLot, i: number): CandidateLot => ({
  lotId: `lot-${i}`,
  lotGradeId: `grade-${i}`,
  householdId: `household-${lot.household}`,
  communeId: 'dong-phu',
  gradeCode: lot.grade,
  free: kilograms(lot.tens * 10),
  leastTake: kilograms(lot.leastTens * 10),
  askVndPerKg: vnd(lot.price * 1000),
  readyFrom: new Date('2021-08-21T05:00:00+07:00'),
  readyTo: new Date('2021-08-21T09:00:00+07:00'),
  point: { id: `point-${lot.point}`, lat: 21.3, lon: 106.4 },
  certificates: [],
  reliability: 1,
  isZoneClosed: false,
  publishedAt: new Date('2021-08-20T19:00:00+07:00'),
});

/** What the buyer loses by a plan: goods, transport and the worth of what is missing. */
const costOf = (order: SmallOrder, plan: AllocationPlan): number => {
  const missing = (['L1', 'L2'] as const).map((grade, g) => {
    const taken = plan.lines.filter((line) => line.gradeCode === grade);
    return Math.max(0, order.tens[g]! * 10 - taken.reduce((sum, l) => sum + l.grams / 1000, 0));
  });
  return plan.totals.goodsVnd + plan.totals.transportVnd + (missing[0]! + missing[1]!) * MISSING;
};

/** Every amount of every lot in steps of ten kilograms; corners of the problem lie on that grid. */
function bruteForce(order: SmallOrder, lots: readonly SmallLot[]): number {
  const most = order.tens.map((tens) => tens * (order.isTolerant ? 1.2 : 1));
  let best = Infinity;
  const taken = [0, 0];
  const households = [0, 0, 0];
  const visit = (i: number, cost: number, points: ReadonlySet<number>): void => {
    if (i === lots.length) {
      const missing = order.tens.reduce((sum, tens, g) => sum + Math.max(0, tens - taken[g]!), 0);
      best = Math.min(best, cost + points.size * 150_000 + missing * 10 * MISSING);
      return;
    }
    visit(i + 1, cost, points);
    const lot = lots[i]!;
    const grade = lot.grade === 'L1' ? 0 : 1;
    const visited = new Set([...points, lot.point]);
    if (visited.size > order.points) return;
    for (let tens = Math.max(1, lot.leastTens); tens <= lot.tens; tens++) {
      if (taken[grade]! + tens > most[grade]!) break;
      if (households[lot.household]! + tens > (order.cap ?? Infinity)) break;
      taken[grade]! += tens;
      households[lot.household]! += tens;
      visit(i + 1, cost + tens * 10 * lot.price * 1000 + 15_000, visited);
      taken[grade]! -= tens;
      households[lot.household]! -= tens;
    }
  };
  visit(0, 0, new Set());
  return best;
}

describe('LOWEST_COST', () => {
  it('AL-02 finds the lowest cost there is on small markets', () => {
    fc.assert(
      fc.property(smallOrder, fc.array(smallLot, { maxLength: 5 }), (order, lots) => {
        const plan = preview(wishOf(order), lots.map(candidate), 'LOWEST_COST', costModel);
        expect(Math.abs(costOf(order, plan) - bruteForce(order, lots))).toBeLessThanOrEqual(10);
      }),
      { numRuns: 300 },
    );
  });

  it('AL-02 never costs more because one more lot is offered', () => {
    fc.assert(
      fc.property(smallOrder, fc.array(smallLot, { minLength: 1, maxLength: 6 }), (order, lots) => {
        const all = lots.map(candidate);
        const more = preview(wishOf(order), all, 'LOWEST_COST', costModel);
        const fewer = preview(wishOf(order), all.slice(1), 'LOWEST_COST', costModel);
        expect(costOf(order, more)).toBeLessThanOrEqual(costOf(order, fewer) + 10);
      }),
      { numRuns: 200 },
    );
  });

  it('AL-02 prefers one dearer gate to many cheap ones when coming there costs more than the fruit saves', () => {
    const order: SmallOrder = { tens: [0, 10], cap: null, points: 3, isTolerant: false };
    const lots: SmallLot[] = [
      { grade: 'L2', household: 0, point: 0, tens: 5, leastTens: 0, price: 30 },
      { grade: 'L2', household: 1, point: 1, tens: 5, leastTens: 0, price: 30 },
      { grade: 'L2', household: 2, point: 2, tens: 10, leastTens: 0, price: 31 },
    ];
    const plan = preview(wishOf(order), lots.map(candidate), 'LOWEST_COST', costModel);
    expect(plan.lines.map((line) => [line.lotGradeId, line.grams])).toEqual([['grade-2', 100_000]]);
    expect(plan.totals).toMatchObject({ goodsVnd: 3_100_000, transportVnd: 165_000 });
  });

  it('AL-17 comes within a thousandth of a proven lower bound on 400 lots at 60 gates', () => {
    const lots = market(400, 60);
    const order: SmallOrder = { tens: [0, 500], cap: null, points: 60, isTolerant: true };
    const plan = preview(wishOf(order), lots.map(candidate), 'LOWEST_COST', costModel);
    expect(plan.shortfall).toEqual([]);
    const bound = lagrangianBound(order, lots);
    expect(costOf(order, plan)).toBeGreaterThanOrEqual(bound);
    expect(costOf(order, plan) / bound).toBeLessThan(1.001);
  });
});

/** A repeatable market: no randomness, only a walk of residues. */
function market(count: number, points: number): SmallLot[] {
  return Array.from({ length: count }, (_, i) => ({
    grade: 'L2' as const,
    household: i,
    point: (i * 7919) % points,
    tens: 6 + ((i * 104_729) % 19),
    leastTens: i % 3 === 0 ? 6 : 2,
    price: 24 + ((i * 1_299_709) % 15),
  }));
}

/** No plan can cost less than this, whatever price per ten kilograms is put on the demand (weak duality). */
function lagrangianBound(order: SmallOrder, lots: readonly SmallLot[]): number {
  let best = 0;
  for (let price = 0; price <= MISSING * 10; price += 500) {
    const gain = new Map<number, number>();
    for (const lot of lots) {
      const own = Math.max(0, (price - lot.price * 10_000) * lot.tens - 15_000);
      gain.set(lot.point, (gain.get(lot.point) ?? 0) + own);
    }
    const worth = [...gain.values()].reduce((sum, one) => sum + Math.max(0, one - 150_000), 0);
    best = Math.max(best, price * order.tens[1] - worth);
  }
  return best;
}
