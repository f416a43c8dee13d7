import { basisPoints, grams, kilograms, vnd } from '../../kernel/units.js';
import { NO_LIMITS } from './allocation-limits.js';
import type { CandidateLot } from './allocation/wish.js';
import { isCovered, nextRound, stillMissing, type AskedLine, type OrderToFill } from './round.js';

const DEPOT = { lat: 21.04, lon: 105.85 };

const order = (over: Partial<OrderToFill> = {}): OrderToFill => ({
  lines: [{ gradeCode: 'L1', wantedGrams: kilograms(1000), maxVndPerKg: vnd(36_000) }],
  readyFrom: new Date('2021-08-21T05:00:00+07:00'),
  readyTo: new Date('2021-08-21T09:00:00+07:00'),
  toleranceBp: basisPoints(500),
  minGrams: kilograms(500),
  householdCapGrams: null,
  limits: NO_LIMITS,
  communeIds: [],
  ...over,
});

const asked = (
  lotGradeId: string,
  kg: number,
  standing: AskedLine['standing'],
  householdId = lotGradeId,
): AskedLine => ({
  lotGradeId,
  householdId,
  gradeCode: 'L1',
  grams: kilograms(kg),
  pointId: lotGradeId,
  standing,
});

const lot = (lotGradeId: string, kg: number, householdId = lotGradeId): CandidateLot => ({
  lotId: `lot-${lotGradeId}`,
  lotGradeId,
  householdId,
  communeId: 'nghia-phuong',
  gradeCode: 'L1',
  free: kilograms(kg),
  leastTake: grams(0),
  askVndPerKg: vnd(30_000),
  readyFrom: new Date('2021-08-21T04:00:00+07:00'),
  readyTo: new Date('2021-08-21T10:00:00+07:00'),
  point: { id: lotGradeId, ...DEPOT },
  certificates: [],
  reliability: 1,
  isZoneClosed: false,
  publishedAt: new Date('2021-08-20T19:00:00+07:00'),
});

const manual = { depot: DEPOT, isAutomatic: false };
const automatic = { depot: DEPOT, isAutomatic: true };

describe('what an order still misses', () => {
  it('AL-09 is its wish less what is promised or waits for an answer', () => {
    const lines = [
      asked('a', 300, 'LIVE'),
      asked('b', 200, 'DECLINED'),
      asked('c', 100, 'SILENT'),
      asked('d', 50, 'WITHDRAWN'),
    ];
    expect(stillMissing(order(), lines)).toEqual([
      { gradeCode: 'L1', wanted: 700_000, maxVndPerKg: 36_000 },
    ]);
  });

  it('is nothing for a grade that is covered, or more than covered', () => {
    expect(stillMissing(order(), [asked('a', 1040, 'LIVE')])).toEqual([]);
  });

  it('AL-13 is nothing to refill while the total is within the tolerance', () => {
    expect(isCovered(order(), [asked('a', 950, 'LIVE')])).toBe(true);
    expect(isCovered(order(), [asked('a', 949, 'LIVE')])).toBe(false);
  });
});

describe('who is asked in the next round', () => {
  const earlier = [
    asked('a', 300, 'LIVE'),
    asked('b', 200, 'DECLINED'),
    asked('c', 100, 'SILENT'),
    asked('d', 50, 'WITHDRAWN'),
  ];
  const lots = ['e', 'd', 'c', 'b', 'a'].map((id) => lot(id, 400));

  it('AL-09 the automatic round asks nobody twice for one lot', () => {
    const round = nextRound(order(), earlier, lots, automatic);
    expect(round.candidates.map((one) => one.lotGradeId)).toEqual(['d', 'e']);
    expect(round.passedOver.map(({ lot: one, reason }) => [one.lotGradeId, reason])).toEqual([
      ['a', 'ALREADY_ASKED'],
      ['b', 'ALREADY_ASKED'],
      ['c', 'ALREADY_ASKED'],
    ]);
  });

  it('the buyer may ask again who was silent, never who declined', () => {
    const round = nextRound(order(), earlier, lots, manual);
    expect(round.candidates.map((one) => one.lotGradeId)).toEqual(['c', 'd', 'e']);
  });

  it('asks for what is missing, at the least that is missing to the minimum', () => {
    const { wish } = nextRound(order(), earlier, lots, manual);
    expect(wish.lines).toEqual([{ gradeCode: 'L1', wanted: 700_000, maxVndPerKg: 36_000 }]);
    expect(wish.leastGrams).toBe(200_000);
    expect(wish).not.toHaveProperty('householdCap');
  });

  it('AL-14 counts what a household already gives against its cap, over all of its lots', () => {
    const capped = order({ householdCapGrams: kilograms(350) });
    const theirs = [lot('x', 30, 'a'), lot('y', 400, 'a'), lot('z', 400, 'a'), lot('e', 400)];
    const round = nextRound(capped, earlier, theirs, manual);
    expect(round.candidates.map((one) => [one.lotGradeId, one.free])).toEqual([
      ['e', 400_000],
      ['x', 30_000],
      ['y', 20_000],
    ]);
    expect(round.passedOver.map(({ lot: one, reason }) => [one.lotGradeId, reason])).toEqual([
      ['z', 'HOUSEHOLD_CAP'],
    ]);
    expect(round.wish.householdCap).toBe(350_000);
  });
});

describe('limits over several rounds', () => {
  it('AL-14 what earlier rounds use of them is not there for the next', () => {
    const limits = { ...NO_LIMITS, mostPickupPoints: 3, mostTruckloads: 1, householdCapBp: 5_000 };
    const before = [asked('a', 300, 'LIVE'), asked('b', 300, 'LIVE'), asked('c', 300, 'DECLINED')];
    const { wish } = nextRound(order({ limits }), before, [], automatic);
    expect(wish).toMatchObject({
      mostPickupPoints: 1,
      mostGrams: kilograms(2_800 - 600),
      householdCap: kilograms(500),
    });
  });
});
