import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dayOf } from '../kernel/day.js';
import { isId } from '../kernel/id.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { Places, type AdminUnit } from '../places/index.js';
import { RulesStore } from './data/rules.store.js';
import { closureOver, impasseOver, type Closure } from './domain/closure.js';
import type { TripPoint } from './domain/rule-pack.js';
import { Rules } from './rules.js';
import { Trips } from './trips.js';

export type { Closure };

/** Why nothing of a commune can be fetched in all of those hours; undefined when something can. */
export type ClosureOf = (communeId: string, from: Date, to: Date) => Closure | undefined;

/** A commune and the hours in which nothing is to leave it. */
interface ClosureWish {
  readonly communeId: string;
  readonly from: Date;
  /** Null: until further notice. */
  readonly to: Date | null;
}
/** The wish as the first day of the closure names the commune. */
export interface PlannedClosure extends ClosureWish {
  /** As decrees name it: `commune:3A2B@2021`. */
  readonly unit: string;
  readonly name: string;
}
export type ClosureRefusal = 'CLOSURE_UNIT_UNKNOWN' | 'CLOSURE_WINDOW_WRONG';

/** Somewhere that is closed now. */
interface ClosedNow extends Closure {
  readonly name: string;
  readonly communeId: string;
}

const FARTHEST_MS = 90 * 86_400_000;

const OPEN: ClosureOf = () => undefined;

/** Where goods cannot legally leave, for the features that offer and gather them (SM-07). */
@Injectable()
export class Closures {
  constructor(
    private readonly rules: Rules,
    private readonly store: RulesStore,
    private readonly trips: Trips,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** Whether a closure can be of this commune and these hours; it may have begun and must not be over. */
  async planned({
    communeId,
    from,
    to,
  }: ClosureWish): Promise<PlannedClosure | Refusal<ClosureRefusal>> {
    const now = this.clock.now();
    const isFar = from.getTime() - now.getTime() > FARTHEST_MS;
    if (isFar || (to !== null && (to <= from || to <= now)))
      return refuse('CLOSURE_WINDOW_WRONG', {}, to === null ? 'from' : 'to');
    const day = dayOf(from);
    const commune = isId(communeId) ? await this.places.communeOn(communeId, day) : undefined;
    const [unit] = commune ? await this.trips.unitsOf(commune.id, day) : [];
    if (!commune || unit === undefined) return refuse('CLOSURE_UNIT_UNKNOWN', {}, 'communeId');
    return { communeId: commune.id, name: commune.name, unit, from, to };
  }

  /** The commune a closure was declared of, as its first day names it. */
  async communeOf(closure: {
    readonly unitCode: string;
    readonly from: Date;
  }): Promise<AdminUnit | undefined> {
    const code = closure.unitCode.slice(closure.unitCode.indexOf(':') + 1).split('@')[0];
    const units = await this.places.unitsOn(dayOf(closure.from));
    return units.find((unit) => unit.code === code);
  }

  /**
   * From when goods may leave the commune of a closure that was lifted at that instant.
   * @returns undefined when another decision keeps it closed and nobody said until when
   */
  async reopening(
    closureId: string,
    at: Date,
  ): Promise<{ readonly commune: string; readonly from: Date } | undefined> {
    // Another process may have lifted it a moment ago.
    this.rules.forget();
    const { zones } = await this.rules.all();
    const { unitCode, effectiveFrom } = await this.store.closure(closureId);
    const commune = await this.communeOf({ unitCode, from: effectiveFrom });
    if (!commune) return undefined;
    const start = effectiveFrom > at ? effectiveFrom : at;
    const units = await this.trips.unitsOf(commune.id, dayOf(start));
    let from = start;
    for (;;) {
      const other = closureOver(units, zones, from, new Date(from.getTime() + 1));
      if (!other) return { commune: commune.name, from: from > start ? from : at };
      if (other.until === null) return undefined;
      from = other.until;
    }
  }

  /** Communes of today that nothing leaves at this moment, by name; costs nothing while none is closed. */
  async now(): Promise<ClosedNow[]> {
    const now = this.clock.now();
    if (!(await this.rules.hasBlockade(now, new Date(now.getTime() + 1)))) return [];
    const communes = await this.places.communesToday();
    const { zones } = await this.rules.all();
    const closed: ClosedNow[] = [];
    for (const { id, name } of communes) {
      const units = await this.trips.unitsOf(id, dayOf(now));
      const closure = closureOver(units, zones, now, new Date(now.getTime() + 1));
      if (closure) closed.push({ communeId: id, name, ...closure });
    }
    return closed.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  }

  /**
   * Answers for these communes and hours within `from` … `to`; costs nothing while nothing is closed.
   * @param destinationId where the goods are to go, when that is known
   */
  async among(
    communeIds: Iterable<string>,
    from: Date,
    to: Date,
    destinationId: string | null = null,
  ): Promise<ClosureOf> {
    if (!(await this.rules.hasClosure(from, to))) return OPEN;
    const rules = await this.rules.all();
    const ways = new Map<string, readonly TripPoint[]>();
    for (const id of new Set(communeIds))
      ways.set(id, await this.trips.wayOf(id, destinationId, dayOf(from)));
    return (id, start, end) => impasseOver(ways.get(id) ?? [], rules, start, end);
  }
}
