import type { ZoneStatus } from './rule-pack.js';
import { statusAt } from './zones.js';

/** Nothing leaves a commune until then. */
export interface Closure {
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
export function closureOver(
  units: readonly string[],
  zones: readonly ZoneStatus[],
  from: Date,
  to: Date,
): Closure | undefined {
  let closed: Closure | undefined;
  for (let at = from; at < to;) {
    const status = statusAt(units, zones, at);
    if (status?.measure !== 'BLOCKADE') return undefined;
    const until = status.to === null ? null : new Date(status.to);
    closed = { source: status.sourceNote, until };
    if (until === null) return closed;
    at = until;
  }
  return closed;
}
