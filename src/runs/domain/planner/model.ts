import type { LatLon } from '../../../kernel/roads.js';
import type { Haul, Pickup, Vehicle } from '../haul.js';

/** Vehicles that differ only by name. */
export interface VehicleType {
  readonly vehicles: readonly Vehicle[];
  readonly grams: number;
  readonly crates: number;
  readonly baseVnd: number;
  readonly vndPerMetre: number;
  /** Seconds from node to node at this type's speed. */
  readonly seconds: Float64Array;
  readonly opens: number;
  /** Latest second at the drop. */
  readonly closes: number;
  /** Node it starts from, or −1. */
  readonly start: number;
  /** Per stop, 1 where it may go. */
  readonly serves: Uint8Array;
}

/** A haul in numbers: stops are nodes 0 … stops − 1, the drop is node `drop`, starting points follow. */
export interface HaulModel {
  readonly pickups: readonly Pickup[];
  readonly stops: number;
  readonly drop: number;
  readonly nodes: number;
  readonly metres: Float64Array;
  readonly types: readonly VehicleType[];
  readonly grams: Float64Array;
  readonly crates: Float64Array;
  /** All stops together, at least one gram. */
  readonly allGrams: number;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly service: Float64Array;
  /** Per stop, all stops by distance, itself first. */
  readonly near: readonly Int32Array[];
}

export function modelOf(haul: Haul): HaulModel {
  const pickups = haul.pickups.toSorted(byId);
  const vehicles = haul.vehicles.toSorted(byId);
  const starts = distinctStarts(vehicles);
  const places: readonly LatLon[] = [...pickups, haul.drop, ...starts];
  const metres = metresBetween(places, haul.roadMetres);
  const drop = pickups.length;
  const startOf = ({ start }: Vehicle): number =>
    start === undefined ? -1 : drop + 1 + starts.findIndex((one) => isSamePlace(one, start));

  const bySpeed = new Map<number, Float64Array>();
  const secondsAt = (kmPerHour: number): Float64Array => {
    const known = bySpeed.get(kmPerHour);
    if (known !== undefined) return known;
    const made = metres.map((distance) => Math.ceil((distance * 3.6) / kmPerHour));
    bySpeed.set(kmPerHour, made);
    return made;
  };
  const alike = new Map<string, Vehicle[]>();
  for (const vehicle of vehicles) {
    const key = JSON.stringify({ ...vehicle, id: '' });
    alike.set(key, [...(alike.get(key) ?? []), vehicle]);
  }
  const types = [...alike.values()].map((same): VehicleType => {
    const vehicle = same[0]!;
    return {
      vehicles: same,
      grams: Math.floor((vehicle.payload * vehicle.usableShare) / 10_000),
      crates: vehicle.crates,
      baseVnd: vehicle.baseVnd,
      vndPerMetre: vehicle.vndPerKm / 1000,
      seconds: secondsAt(vehicle.kmPerHour),
      opens: inSeconds(vehicle.shiftFrom),
      closes: Math.min(inSeconds(vehicle.shiftTo), inSeconds(haul.drop.to)),
      start: startOf(vehicle),
      serves: Uint8Array.from(pickups, (pickup) => (mayServe(vehicle, pickup) ? 1 : 0)),
    };
  });
  return {
    pickups,
    stops: pickups.length,
    drop,
    nodes: places.length,
    metres,
    types,
    grams: Float64Array.from(pickups, (pickup) => pickup.grams),
    crates: Float64Array.from(pickups, (pickup) => pickup.crates),
    allGrams: pickups.reduce((sum, pickup) => sum + pickup.grams, 1),
    from: Float64Array.from(pickups, (pickup) => inSeconds(pickup.from)),
    to: Float64Array.from(pickups, (pickup) => inSeconds(pickup.to)),
    service: Float64Array.from(pickups, (pickup) => Math.round(pickup.serviceMinutes * 60)),
    near: nearestFirst(pickups.length, places.length, metres),
  };
}

export const isBarred = (vehicle: Vehicle, { zone }: Pickup): boolean =>
  zone !== undefined && (vehicle.barredZones?.includes(zone) ?? false);

const bearsLane = (vehicle: Vehicle, { mostPayload }: Pickup): boolean =>
  mostPayload === undefined || vehicle.payload <= mostPayload;

const mayServe = (vehicle: Vehicle, pickup: Pickup): boolean =>
  !isBarred(vehicle, pickup) && bearsLane(vehicle, pickup);

const inSeconds = (at: Date): number => Math.round(at.getTime() / 1000);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const isSamePlace = (a: LatLon, b: LatLon): boolean => a.lat === b.lat && a.lon === b.lon;

function distinctStarts(vehicles: readonly Vehicle[]): readonly LatLon[] {
  const starts: LatLon[] = [];
  for (const { start } of vehicles) {
    if (start !== undefined && !starts.some((one) => isSamePlace(one, start))) starts.push(start);
  }
  return starts;
}

function metresBetween(places: readonly LatLon[], roadMetres: Haul['roadMetres']): Float64Array {
  const metres = new Float64Array(places.length ** 2);
  places.forEach((from, i) => {
    places.forEach((to, j) => {
      if (i !== j) metres[i * places.length + j] = roadMetres(from, to);
    });
  });
  return metres;
}

function nearestFirst(stops: number, nodes: number, metres: Float64Array): readonly Int32Array[] {
  const all = Array.from({ length: stops }, (_, stop) => stop);
  return all.map((stop) => {
    const away = (other: number): number => (other === stop ? -1 : metres[stop * nodes + other]!);
    return Int32Array.from(all.toSorted((a, b) => away(a) - away(b) || a - b));
  });
}
