import { basisPoints, vnd, type Grams } from '../../kernel/units.js';
import { LUC_NAM_ROADS } from '../../kernel/luc-nam-roads.js';
import { crowMetres, roadMetres, type LatLon } from '../../kernel/roads.js';
import type { Haul, Pickup, Vehicle } from './haul.js';

/** Fruit that waits at one household. */
export interface WaitingDeal extends LatLon {
  readonly id: string;
  readonly grams: Grams;
  readonly readyFrom: Date;
  readonly readyTo: Date;
}

export interface IdleVehicle {
  readonly id: string;
  readonly kind: 'MOTORBIKE' | 'THREE_WHEELER' | 'TRUCK' | 'REEFER';
  readonly payloadG: Grams;
  readonly crates: number;
  readonly baseVnd: number;
  readonly vndPerKm: number;
  /** When it is wanted elsewhere; null when nobody wants it. */
  readonly wantedAt: Date | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
// The baskets of one household, weighed and lifted.
export const SERVICE_MINUTES = 10;
const CRATE_G = 25_000;
// Tender fruit fills the box before the axle is loaded.
const USABLE = basisPoints(8_000);
// A driver may be at the wheel ten hours a day.
const SHIFT_MS = 10 * HOUR_MS;
/** A vehicle comes back and is emptied before it goes out again. */
export const TURNAROUND_MS = 2 * HOUR_MS;
export const KM_PER_HOUR = { MOTORBIKE: 30, THREE_WHEELER: 25, TRUCK: 40, REEFER: 40 } as const;
// Motorbikes and three-wheelers fetch to a buying point nearby, not to a city.
const SHORT_HAUL_METRES = 30_000;

/** What the planner is asked: these households, these vehicles, one place to bring it to. */
export function haulOf(
  deals: readonly WaitingDeal[],
  vehicles: readonly IdleVehicle[],
  destination: LatLon,
  startsAt: Date,
): Haul {
  const latest = new Date(startsAt.getTime() + SHIFT_MS);
  const isFar = deals.some((deal) => crowMetres(deal, destination) > SHORT_HAUL_METRES);
  return {
    pickups: deals.map((deal) => pickupOf(deal, startsAt)),
    vehicles: vehicles
      .filter(({ kind }) => !isFar || kind === 'TRUCK' || kind === 'REEFER')
      .map((vehicle) => truckOf(vehicle, startsAt, latest)),
    drop: { lat: destination.lat, lon: destination.lon, to: latest },
    roadMetres: (from, to) => roadMetres(from, to, LUC_NAM_ROADS),
  };
}

const pickupOf = (
  { id, lat, lon, grams, readyFrom, readyTo }: WaitingDeal,
  startsAt: Date,
): Pickup => ({
  id,
  lat,
  lon,
  grams,
  crates: Math.ceil(grams / CRATE_G),
  from: readyFrom > startsAt ? readyFrom : startsAt,
  to: readyTo,
  serviceMinutes: SERVICE_MINUTES,
});

function truckOf(vehicle: IdleVehicle, startsAt: Date, latest: Date): Vehicle {
  const { wantedAt } = vehicle;
  const back = wantedAt === null ? latest : new Date(wantedAt.getTime() - TURNAROUND_MS);
  return {
    id: vehicle.id,
    payload: vehicle.payloadG,
    usableShare: USABLE,
    crates: vehicle.crates,
    baseVnd: vnd(vehicle.baseVnd),
    vndPerKm: vnd(vehicle.vndPerKm),
    kmPerHour: KM_PER_HOUR[vehicle.kind],
    shiftFrom: startsAt,
    shiftTo: back < latest ? back : latest,
  };
}
