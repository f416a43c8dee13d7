import { kilograms, vnd } from '../../kernel/units.js';
import type { CostModel } from './allocation/cost-model.js';
import type { LatLon } from './allocation/wish.js';

const EARTH_RADIUS_M = 6_371_000;

/** Roads of the district bend: the way by road is about a third longer than the straight line. */
const ROAD_FACTOR = 1.35;

/** Metres by road between two points, estimated: great circle × 1.35. */
export function roadMetres(from: LatLon, to: LatLon): number {
  const rise = radians(to.lat - from.lat);
  const run = radians(to.lon - from.lon);
  const chord =
    Math.sin(rise / 2) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(run / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord))) * ROAD_FACTOR);
}

/**
 * What collecting costs, for choosing among lots before any truck is planned. The truck of the trade carries 3.5 t for
 * 16,000 đ/km; filled to four fifths, because tender fruit fills the box before the axle, that is 5,700 đ a tonne-kilometre.
 */
export const COLLECTION_COSTS: CostModel = {
  // A quarter of an hour of truck and two men at one more gate.
  pointVnd: vnd(30_000),
  // Its part of the way among the gates; the long way to the buyer is paid by the tonne.
  pointVndPerKm: vnd(300),
  // Two loaders, 20,000 đ a man and tonne, and crates.
  tonneVnd: vnd(50_000),
  tonneVndPerKm: vnd(5_700),
  lineVnd: vnd(5_000),
  // Above any price a line may carry, so that only the buyer's own limit leaves fruit unbought.
  missingVndPerKg: vnd(2_000_000),
  truckload: kilograms(2_800),
  roadMetres,
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
