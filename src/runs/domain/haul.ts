import type { BasisPoints, Grams, Vnd } from '../../kernel/units.js';
import type { LatLon } from '../../kernel/roads.js';

/** Fruit of one household or collection point that a truck is to fetch in one stop. */
export interface Pickup extends LatLon {
  readonly id: string;
  readonly grams: Grams;
  readonly crates: number;
  /** Loading starts no earlier and no later; a truck that is early waits. */
  readonly from: Date;
  readonly to: Date;
  readonly serviceMinutes: number;
  /** The heaviest truck the lane bears, by payload; left out where any truck may come. */
  readonly mostPayload?: Grams;
  readonly zone?: string;
}

export interface Vehicle {
  readonly id: string;
  readonly payload: Grams;
  /** How much of the payload tender fruit really fills, since the box is full before the axle is. */
  readonly usableShare: BasisPoints;
  readonly crates: number;
  readonly baseVnd: Vnd;
  readonly vndPerKm: Vnd;
  readonly kmPerHour: number;
  readonly shiftFrom: Date;
  /** By then it must have reached the drop. */
  readonly shiftTo: Date;
  /** Where it stands in the morning; left out, its way is reckoned from the first stop. */
  readonly start?: LatLon;
  readonly barredZones?: readonly string[];
}

interface Drop extends LatLon {
  /** Trucks arrive no later. */
  readonly to: Date;
}

/** Many pickups, several trucks, one drop. */
export interface Haul {
  readonly pickups: readonly Pickup[];
  readonly vehicles: readonly Vehicle[];
  readonly drop: Drop;
  readonly roadMetres: (from: LatLon, to: LatLon) => number;
}

export interface PlannedStop {
  readonly pickupId: string;
  readonly arrivesAt: Date;
  readonly loadsAt: Date;
  readonly leavesAt: Date;
  /** By road from the stop before, or from where the truck stood. */
  readonly metres: number;
  /** On board when leaving. */
  readonly gramsAboard: Grams;
  readonly cratesAboard: number;
}

export interface PlannedRoute {
  readonly vehicleId: string;
  readonly stops: readonly PlannedStop[];
  readonly startsAt: Date;
  readonly arrivesAt: Date;
  readonly load: Grams;
  readonly crates: number;
  readonly metres: number;
  readonly costVnd: Vnd;
}

/**
 * Why a pickup is on no truck: barred zone; heavier than any truck that may come there; no truck can be
 * there in its hours and still reach the drop; or every truck that could is full, busy or not allowed in.
 */
export type UnassignedReason = 'ZONE' | 'TOO_HEAVY' | 'WINDOW' | 'NO_VEHICLE';

export interface HaulPlan {
  /** By vehicle id. */
  readonly routes: readonly PlannedRoute[];
  readonly unassigned: readonly { readonly pickupId: string; readonly reason: UnassignedReason }[];
  readonly metres: number;
  readonly costVnd: Vnd;
}

/** How long to search. Iterations and not seconds, so that the plan does not depend on the machine. */
export interface SearchBudget {
  readonly iterations: number;
  readonly seed: number;
}
