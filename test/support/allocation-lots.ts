import { basisPoints, grams, kilograms, vnd } from '../../src/kernel/units.js';
import type { CostModel } from '../../src/orders/domain/allocation/cost-model.js';
import type { AllocationPlan } from '../../src/orders/domain/allocation/plan.js';
import type { CandidateLot, Wish } from '../../src/orders/domain/allocation/wish.js';

const DEPOT = { lat: 21.3, lon: 106.4 };

// One kilometre per hundredth of a degree of latitude keeps the sums below easy to check by hand.
export const costModel: CostModel = {
  pointVnd: vnd(100_000),
  pointVndPerKm: vnd(1_000),
  tonneVnd: vnd(10_000),
  tonneVndPerKm: vnd(2_000),
  lineVnd: vnd(5_000),
  missingVndPerKg: vnd(80_000),
  truckload: kilograms(2_000),
  roadMetres: (from, to) => Math.round(Math.abs(from.lat - to.lat) * 100_000),
};

export const wishFor = (kg: number, more: Partial<Wish> = {}): Wish => ({
  lines: [{ gradeCode: 'L2', wanted: kilograms(kg), maxVndPerKg: vnd(32_000) }],
  readyFrom: new Date('2021-08-21T05:00:00+07:00'),
  readyTo: new Date('2021-08-21T09:00:00+07:00'),
  depot: DEPOT,
  tolerance: basisPoints(0),
  leastGrams: grams(0),
  ...more,
});

export const lot = (id: string, kg: number, more: Partial<CandidateLot> = {}): CandidateLot => ({
  lotId: `lot-${id}`,
  lotGradeId: id,
  householdId: `household-${id}`,
  communeId: 'nghia-phuong',
  gradeCode: 'L2',
  free: kilograms(kg),
  leastTake: grams(0),
  askVndPerKg: vnd(30_000),
  readyFrom: new Date('2021-08-21T05:00:00+07:00'),
  readyTo: new Date('2021-08-21T10:00:00+07:00'),
  point: { id: `point-${id}`, ...DEPOT },
  certificates: [],
  reliability: 1,
  isZoneClosed: false,
  publishedAt: new Date('2021-08-20T19:00:00+07:00'),
  ...more,
});

export const kilogramsOf = (plan: AllocationPlan): Record<string, number> =>
  Object.fromEntries(plan.lines.map((line) => [line.lotGradeId, line.grams / 1000]));

export const reasonsOf = (plan: AllocationPlan): Record<string, string> =>
  Object.fromEntries(plan.excluded.map((one) => [one.lotGradeId, one.reason]));
