import { basisPoints, grams } from '../../kernel/units.js';
import { preview } from './allocation/preview.js';
import type { CandidateLot, Wish } from './allocation/wish.js';
import { impossibleByHand, type ByHand } from './by-hand.js';
import { COLLECTION_COSTS } from './collection-costs.js';

const NOON = new Date('2026-08-25T12:00:00+07:00');
const NIGHT = new Date('2026-08-25T22:00:00+07:00');
const KG = 1_000;

const lot = (id: string, over: Partial<CandidateLot> = {}): CandidateLot => ({
  lotId: id,
  lotGradeId: id,
  householdId: `nhà ${id}`,
  communeId: 'NGHIA_PHUONG',
  gradeCode: 'L1',
  free: grams(500 * KG),
  leastTake: grams(0),
  askVndPerKg: null,
  readyFrom: NOON,
  readyTo: NIGHT,
  point: { id: `cổng ${id}`, lat: 21.27, lon: 106.47 },
  certificates: [],
  reliability: 1,
  isZoneClosed: false,
  publishedAt: NOON,
  ...over,
});
const LOTS = [lot('a'), lot('b'), lot('b2', { householdId: 'nhà b' })];

function chosen(limits: Partial<Wish>, kilograms: Readonly<Record<string, number>>): unknown {
  const lines = Object.entries(kilograms).map(([lotGradeId, kg]) => ({
    lotGradeId,
    grams: kg * KG,
  }));
  const byHand: ByHand = { reason: 'quen nhau', lines };
  const wish: Wish = {
    lines: [{ gradeCode: 'L1', wanted: grams(1_000 * KG), maxVndPerKg: null }],
    readyFrom: NOON,
    readyTo: NIGHT,
    depot: { lat: 21.28, lon: 106.4 },
    tolerance: basisPoints(0),
    leastGrams: grams(0),
    ...limits,
  };
  const priced = LOTS.map((one) => ({
    ...one,
    askVndPerKg: 30_000 as CandidateLot['askVndPerKg'],
  }));
  const amounts = new Map(lines.map((line) => [line.lotGradeId, grams(line.grams)]));
  const plan = preview({ ...wish, byHand: amounts }, priced, 'MANUAL', COLLECTION_COSTS);
  return impossibleByHand(wish, byHand, plan, () => undefined);
}

describe('lots chosen by hand', () => {
  it.each([
    ['more stops than the buyer makes', { mostPickupPoints: 1 }, { a: 100, b: 100 }, 'POINTS'],
    ['more than the trucks carry', { mostGrams: grams(150 * KG) }, { a: 100, b: 100 }, 'TRUCKS'],
    ['two broken crates of a household', { crate: grams(25 * KG) }, { b: 30, b2: 30 }, 'CRATES'],
  ])('AL-06, AL-18: %s is refused as in a computed plan', (_, limits, kilograms, limit) => {
    expect(chosen(limits, kilograms)).toMatchObject({
      refused: 'BY_HAND_OVER_LIMITS',
      facts: { limit },
      field: 'byHand.lines',
    });
  });

  it('AL-06, AL-18: what keeps to the limits passes, with one loose line a household', () => {
    const limits = { mostPickupPoints: 2, mostGrams: grams(200 * KG), crate: grams(25 * KG) };
    expect(chosen(limits, { a: 110, b: 80 })).toBeUndefined();
    expect(chosen({}, { a: 110, b: 81, b2: 33 })).toBeUndefined();
  });
});
