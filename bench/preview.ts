import { basisPoints, kilograms, vnd } from '../src/kernel/units.js';
import { preview } from '../src/orders/domain/allocation/preview.js';
import { COLLECTION_COSTS as model } from '../src/orders/domain/collection-costs.js';
import type { CandidateLot, LatLon, Wish } from '../src/orders/domain/allocation/wish.js';
import { randomFrom } from '../src/seed/random.js';

const DEPOT: LatLon = { lat: 21.0437, lon: 105.8503 };
const FROM = new Date('2026-11-23T04:30:00+07:00');
const TO = new Date('2026-11-23T09:00:00+07:00');

const WISH: Wish = {
  lines: [
    { gradeCode: 'L1', wanted: kilograms(2_000), maxVndPerKg: vnd(42_000) },
    { gradeCode: 'L2', wanted: kilograms(3_000), maxVndPerKg: vnd(32_000) },
  ],
  readyFrom: FROM,
  readyTo: TO,
  depot: DEPOT,
  tolerance: basisPoints(0),
  leastGrams: kilograms(0),
};

/** A 5-tonne order over many lots: how long the plan takes and what it costs beside cheapest-first. */
export function previewFigures(): object[] {
  return [400, 2_000].flatMap((count) => {
    const lots = lotsOf(count);
    return (['FAIR_SHARE', 'LOWEST_COST'] as const).map((policy) => {
      preview(WISH, lots, policy, model);
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const begun = performance.now();
        preview(WISH, lots, policy, model);
        times.push(performance.now() - begun);
      }
      const { totals } = preview(WISH, lots, policy, model);
      const floor = cheapestFirst(lots);
      return {
        preview: `${policy}, ${count} lots`,
        'median ms': Math.round((times.toSorted((a, b) => a - b)[2] ?? 0) * 10) / 10,
        'planned kg': totals.planned / 1_000,
        'pickup points': totals.pickupPoints,
        'landed đ/kg': totals.landedVndPerKg,
        'cheapest-first kg': floor.grams / 1_000,
        'cheapest-first đ/kg': Math.round((floor.cost * 1_000) / floor.grams),
      };
    });
  });
}

/** The floor: take the cheapest kilograms at their landed price, whatever points that opens. */
function cheapestFirst(lots: readonly CandidateLot[]): { cost: number; grams: number } {
  const points = new Set<string>();
  let cost = 0;
  let grams = 0;
  for (const { gradeCode, wanted, maxVndPerKg } of WISH.lines) {
    const kmOf = (lot: CandidateLot): number => model.roadMetres(lot.point, DEPOT) / 1_000;
    const priceOf = (lot: CandidateLot): number => lot.askVndPerKg ?? maxVndPerKg ?? 0;
    const landed = (lot: CandidateLot): number =>
      priceOf(lot) + (model.tonneVndPerKm * kmOf(lot)) / 1_000;
    let missing: number = wanted;
    const fit = lots.filter(
      (lot) => lot.gradeCode === gradeCode && (lot.askVndPerKg ?? 0) <= (maxVndPerKg ?? Infinity),
    );
    for (const lot of fit.toSorted((a, b) => landed(a) - landed(b))) {
      const taken = Math.min(missing, lot.free);
      if (taken < lot.leastTake || taken === 0) continue;
      const tonneVnd = model.tonneVnd + model.tonneVndPerKm * kmOf(lot);
      cost += (taken / 1_000) * priceOf(lot) + (taken / 1e6) * tonneVnd + model.lineVnd;
      if (!points.has(lot.point.id)) cost += model.pointVnd + model.pointVndPerKm * kmOf(lot);
      points.add(lot.point.id);
      missing -= taken;
      grams += taken;
    }
  }
  return { cost, grams };
}

function lotsOf(count: number): CandidateLot[] {
  const random = randomFrom(`bench/preview/${count}`);
  return Array.from({ length: count }, (_, index) => {
    const gradeCode = index % 2 === 0 ? 'L1' : 'L2';
    const household = `h${Math.floor(index / 2)}`;
    return {
      lotId: `lot${Math.floor(index / 2)}`,
      lotGradeId: `line${String(index).padStart(6, '0')}`,
      householdId: household,
      communeId: `c${index % 6}`,
      gradeCode,
      free: kilograms(random.integer(40, 160)),
      leastTake: kilograms(20),
      askVndPerKg: vnd((gradeCode === 'L1' ? 36_000 : 28_000) + random.integer(-30, 30) * 100),
      readyFrom: FROM,
      readyTo: TO,
      point: {
        id: household,
        lat: 21.25 + random.integer(0, 1_000) / 10_000,
        lon: 106.38 + random.integer(0, 1_200) / 10_000,
      },
      certificates: [],
      reliability: 1,
      isZoneClosed: false,
      publishedAt: FROM,
    };
  });
}
