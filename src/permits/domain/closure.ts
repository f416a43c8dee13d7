import { dayOf, instant, plusDays } from '../../kernel/day.js';
import { isInForce, type RulePack, type TripPoint, type ZoneStatus } from './rule-pack.js';
import { isInScope, statusAt } from './zones.js';

/** ZONE: the way's beginning or end is closed. HOURS: the rules let no goods on the road at that time. */
export type ClosureKind = 'ZONE' | 'HOURS';

/** Goods cannot be moved until then, whoever drives and whatever papers there are. */
export interface Closure {
  readonly kind: ClosureKind;
  /** The decision that says so. */
  readonly source: string;
  /** Null while nobody said an end. */
  readonly until: Date | null;
}

/**
 * The blockade that holds for all of `from` … `to`; undefined when goods may leave at some moment of it. Every other measure
 * asks for papers and lets goods pass.
 * @param units the commune's own code and those above it, narrowest first
 */
export const closureOver = (
  units: readonly string[],
  zones: readonly ZoneStatus[],
  from: Date,
  to: Date,
): Closure | undefined => throughout((at) => blockadeAt(units, zones, at), from, to);

/**
 * Why no permit could let goods leave on this way at any moment of `from` … `to`: an end of it is closed, or a rule in force
 * allows no goods on the road. Tests and papers, which people can still get, are not asked about.
 */
export const impasseOver = (
  points: readonly TripPoint[],
  rules: { readonly zones: readonly ZoneStatus[]; readonly rulePacks: readonly RulePack[] },
  from: Date,
  to: Date,
): Closure | undefined =>
  throughout(
    (at) => {
      for (const { units } of points) {
        const blockade = blockadeAt(units, rules.zones, at);
        if (blockade) return blockade;
      }
      return closedHoursAt(points, rules.rulePacks, at);
    },
    from,
    to,
  );

/** Goes from one closure to the next; the last one when there is no gap. */
function throughout(
  closureAt: (at: Date) => Closure | undefined,
  from: Date,
  to: Date,
): Closure | undefined {
  let closed: Closure | undefined;
  for (let at = from; at < to;) {
    closed = closureAt(at);
    if (closed === undefined || closed.until === null) return closed;
    at = closed.until;
  }
  return closed;
}

function blockadeAt(
  units: readonly string[],
  zones: readonly ZoneStatus[],
  at: Date,
): Closure | undefined {
  const status = statusAt(units, zones, at);
  if (status?.measure !== 'BLOCKADE') return undefined;
  const until = status.to === null ? null : new Date(status.to);
  return { kind: 'ZONE', source: status.sourceNote, until };
}

/** Until the next opening of the same day, or midnight, from where it is asked again. */
function closedHoursAt(
  points: readonly TripPoint[],
  packs: readonly RulePack[],
  at: Date,
): Closure | undefined {
  const today = dayOf(at);
  for (const { openHours, effectiveFrom, effectiveTo, scope, document } of packs) {
    if (openHours.length === 0 || !isInForce(effectiveFrom, effectiveTo, at)) continue;
    if (!isInScope(scope, points)) continue;
    const hours = openHours.map(({ from, to }) => [instant(today, from), instant(today, to)]);
    if (hours.some(([from, to]) => from && to && at >= from && at < to)) continue;
    const ends = [
      instant(plusDays(today, 1), '00:00'),
      ...hours.flatMap(([from]) => (from && from > at ? [from] : [])),
      ...(effectiveTo === null ? [] : [new Date(effectiveTo)]),
    ];
    const until = new Date(Math.min(...ends.map((end) => end.getTime())));
    return { kind: 'HOURS', source: document, until };
  }
  return undefined;
}
