import {
  type Measure,
  type Scope,
  type TripCondition,
  type TripPoint,
  type ZoneStatus,
  isInForce,
} from './rule-pack.js';

// Directives 15/16 and the four levels of NQ 128 were never in force together; side by side they rank so.
const STRICTNESS: Record<Measure, number> = {
  BLOCKADE: 5,
  CT16: 4,
  LEVEL_4: 4,
  CT15: 3,
  LEVEL_3: 3,
  LEVEL_2: 2,
  NEW_NORMAL: 1,
  LEVEL_1: 1,
};

/** The trip's points with the status in force at one instant; undefined where nobody declared any. */
export type ZonedTrip = readonly {
  readonly point: TripPoint;
  readonly status: ZoneStatus | undefined;
}[];

/** The status of the narrowest unit that has one: a district may be released while its province is not. */
export function statusAt(
  units: readonly string[],
  zones: readonly ZoneStatus[],
  at: Date,
): ZoneStatus | undefined {
  const inForce = zones.filter((zone) => isInForce(zone.from, zone.to, at));
  for (const unit of units) {
    const here = inForce.filter((zone) => zone.unit === unit);
    const strictest = here.toSorted((a, b) => STRICTNESS[b.measure] - STRICTNESS[a.measure])[0];
    if (strictest !== undefined) return strictest;
  }
  return undefined;
}

export const zonedTrip = (
  points: readonly TripPoint[],
  zones: readonly ZoneStatus[],
  at: Date,
): ZonedTrip => points.map((point) => ({ point, status: statusAt(point.units, zones, at) }));

export const allHold = (conditions: readonly TripCondition[], trip: ZonedTrip): boolean =>
  conditions.every((condition) => holds(condition, trip));

function holds(condition: TripCondition, trip: ZonedTrip): boolean {
  switch (condition.kind) {
    case 'TOUCHES':
      return trip.some((stop) => isUnder(stop, condition.measures));
    case 'STARTS_IN':
      return trip.slice(0, 1).some((stop) => isUnder(stop, condition.measures));
    case 'ENDS_IN':
      return trip.slice(-1).some((stop) => isUnder(stop, condition.measures));
    case 'CROSSES_PROVINCES':
      return trip.some((stop) => stop.point.province !== trip[0]?.point.province);
    case 'LEAVES_FOR_LESS_STRICT':
      return trip.some((stop, i) => {
        const next = trip[i + 1];
        return next && isUnder(stop, condition.measures) && strictness(next) < strictness(stop);
      });
  }
}

export function isInScope(scope: Scope, points: readonly TripPoint[]): boolean {
  const lies = (point: TripPoint, units: readonly string[]) =>
    point.units.some((unit) => units.includes(unit));
  const [origin, destination] = [points.slice(0, 1), points.slice(-1)];
  const matches = (wanted: readonly string[] | undefined, where: readonly TripPoint[]) =>
    wanted === undefined || where.some((point) => lies(point, wanted));
  return (
    matches(scope.origins, origin) &&
    matches(scope.destinations, destination) &&
    matches(scope.through, points)
  );
}

const isUnder = ({ status }: ZonedTrip[number], measures: readonly Measure[]): boolean =>
  status !== undefined && measures.includes(status.measure);

const strictness = ({ status }: ZonedTrip[number]): number =>
  status === undefined ? 0 : STRICTNESS[status.measure];
