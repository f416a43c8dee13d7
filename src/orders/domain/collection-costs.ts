import { kilograms, vnd } from '../../kernel/units.js';
import { LUC_NAM_ROADS } from '../../kernel/luc-nam-roads.js';
import { roadMetres } from '../../kernel/roads.js';
import type { CostModel } from './allocation/cost-model.js';

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
  // The roads of the run that will drive it: a point across the river is as far as its bridge.
  roadMetres: (from, to) => roadMetres(from, to, LUC_NAM_ROADS),
};
