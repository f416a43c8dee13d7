import { Injectable } from '@nestjs/common';
import { dayOf } from '../kernel/day.js';
import { closureOver, type Closure } from './domain/closure.js';
import { Rules } from './rules.js';
import { Trips } from './trips.js';

export type { Closure };

/** Why nothing of a commune can be fetched in all of those hours; undefined when something can. */
export type ClosureOf = (communeId: string, from: Date, to: Date) => Closure | undefined;

const OPEN: ClosureOf = () => undefined;

/** Where goods cannot legally leave, for the features that offer and gather them (SM-07). */
@Injectable()
export class Closures {
  constructor(
    private readonly rules: Rules,
    private readonly trips: Trips,
  ) {}

  /** Answers for these communes and hours within `from` … `to`; costs nothing while no commune is closed. */
  async among(communeIds: Iterable<string>, from: Date, to: Date): Promise<ClosureOf> {
    if (!(await this.rules.hasBlockade(from, to))) return OPEN;
    const { zones } = await this.rules.all();
    const units = new Map<string, readonly string[]>();
    for (const id of new Set(communeIds)) units.set(id, await this.trips.unitsOf(id, dayOf(from)));
    return (id, start, end) => closureOver(units.get(id) ?? [], zones, start, end);
  }
}
