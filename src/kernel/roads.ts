const EARTH_RADIUS_M = 6_371_000;

export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** A river between two banks; a truck changes banks only at a bridge. */
interface River {
  /** Its course from the source down. Beyond both ends there is nothing to cross. */
  readonly course: readonly LatLon[];
  readonly bridges: readonly LatLon[];
}

export interface RoadNet {
  /** Road kilometres per kilometre as the crow flies. */
  readonly bend: number;
  readonly rivers: readonly River[];
}

/**
 * Metres by road, estimated without any map service: the straight line times the bend of the roads, and
 * over the best bridge where the river lies between. The same both ways.
 */
export function roadMetres(from: LatLon, to: LatLon, roads: RoadNet): number {
  const straight = crowMetres(from, to);
  const ways = roads.rivers
    .filter((river) => liesBetween(river, from, to))
    .map((river) =>
      river.bridges.reduce(
        (best, bridge) => Math.min(best, crowMetres(from, bridge) + crowMetres(bridge, to)),
        Infinity,
      ),
    )
    .filter((way) => way < Infinity);
  return Math.round(Math.max(straight, ...ways) * roads.bend);
}

/** Great-circle distance (haversine). */
export function crowMetres(from: LatLon, to: LatLon): number {
  const rise = radians(to.lat - from.lat);
  const run = radians(to.lon - from.lon);
  const chord =
    Math.sin(rise / 2) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(run / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The straight line crosses the course an odd number of times: its ends are on different banks. */
function liesBetween(river: River, from: LatLon, to: LatLon): boolean {
  let crossings = 0;
  for (let i = 1; i < river.course.length; i++) {
    if (cross(from, to, river.course[i - 1]!, river.course[i]!)) crossings++;
  }
  return crossings % 2 === 1;
}

/** Half-open at the second pair, so that a line through a bend of the course counts once. */
function cross(from: LatLon, to: LatLon, up: LatLon, down: LatLon): boolean {
  const isLeft = (at: LatLon): boolean => turn(from, to, at) > 0;
  const isAhead = (at: LatLon): boolean => turn(up, down, at) > 0;
  return isLeft(up) !== isLeft(down) && isAhead(from) !== isAhead(to);
}

/** Above zero when `at` lies left of the line from → to, on a map flat enough for a district. */
const turn = (from: LatLon, to: LatLon, at: LatLon): number =>
  (to.lon - from.lon) * (at.lat - from.lat) - (to.lat - from.lat) * (at.lon - from.lon);

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
