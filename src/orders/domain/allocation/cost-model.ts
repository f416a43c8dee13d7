import type { Grams, Vnd } from '../../../kernel/units.js';
import type { LatLon, PickupPoint } from './wish.js';

/**
 * What collecting costs, in the same money as the run that will do it. Opening a pickup point costs
 * `pointVnd + pointVndPerKm × km`, and each tonne taken there `tonneVnd + tonneVndPerKm × km`,
 * where km is the road from the point to the depot.
 */
export interface CostModel {
  readonly pointVnd: Vnd;
  readonly pointVndPerKm: Vnd;
  readonly tonneVnd: Vnd;
  readonly tonneVndPerKm: Vnd;
  /** Weighing and papers of one more lot. */
  readonly lineVnd: Vnd;
  /** What one missing kilogram is worth to the buyer: what LOWEST_COST will pay at most to find it. */
  readonly missingVndPerKg: Vnd;
  /** What one truck carries, to say how many truckloads the plan is. */
  readonly truckload: Grams;
  readonly roadMetres: (from: LatLon, to: LatLon) => number;
}

/** Cost of collecting at one point: once for coming, and per gram taken. Whole numbers come later, in the plan. */
export interface PointCost {
  readonly comingVnd: number;
  readonly vndPerGram: number;
}

export function costOfPoint(point: PickupPoint, depot: LatLon, model: CostModel): PointCost {
  const km = model.roadMetres(point, depot) / 1000;
  return {
    comingVnd: model.pointVnd + model.pointVndPerKm * km,
    vndPerGram: (model.tonneVnd + model.tonneVndPerKm * km) / 1_000_000,
  };
}
