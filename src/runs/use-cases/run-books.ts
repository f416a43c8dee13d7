import { Injectable } from '@nestjs/common';
import { basisPoints, grams, type Grams } from '../../kernel/units.js';
import { Orders, type Backup, type Deal } from '../../orders/index.js';
import { Weighing } from '../../weighing/index.js';
import { ReplacingStore } from '../data/replacing.store.js';
import type { Run, Stop } from '../data/run.rows.js';
import { loadOf } from '../data/trip-of.js';
import { replacements, type Replacement } from '../domain/replacement.js';
import { balanceOf, missingOf, type Balance } from '../domain/shortage.js';

/** What could come in place of what a stop does not give. */
export interface Suggestion {
  readonly stopId: string;
  /** What the order lacks; 0 while it is inside its tolerance. */
  readonly missing: Grams;
  /** What the order counts on from this stop: fetched, or promised while nothing is known. */
  readonly counted: Grams;
  /** What the truck still bears, this stop's fruit not among its load. */
  readonly room: Grams;
  readonly balance: Balance;
  readonly options: readonly (Replacement & { readonly backup: Backup })[];
}

/** What is known of a run's order while the truck is out: enough to say for every stop what could come in its place. */
export class RunBooks {
  readonly balance: Balance;
  readonly missing: Grams;

  constructor(
    private readonly run: Run,
    private readonly deals: readonly Deal[],
    private readonly backups: readonly Backup[],
    private readonly fetched: ReadonlyMap<string, Grams>,
    balance: Balance,
  ) {
    this.balance = balance;
    this.missing = missingOf(balance);
  }

  suggestion(stop: Stop): Suggestion {
    const room = this.roomAt(stop);
    const counted = this.countedOn(stop);
    const ready = this.ready(stop);
    const most = Math.min(this.missing > 0 ? this.missing : stop.grams, room);
    const way = { here: stop, next: nextOf(this.run, stop), kind: this.run.vehicle.kind };
    const options = replacements(ready, way, grams(most)).map((option) => ({
      ...option,
      backup: ready.find(({ id }) => id === option.backupId)!,
    }));
    return {
      stopId: stop.id,
      missing: this.missing,
      counted,
      room,
      balance: this.balance,
      options,
    };
  }

  /** Nothing of a stop that failed; what its scale said, or else what it promised. */
  countedOn(stop: Stop): Grams {
    if (stop.state === 'FAILED') return grams(0);
    return this.fetched.get(stop.dealId ?? '') ?? stop.grams;
  }

  roomAt(stop: Stop): Grams {
    const isAboard = stop.state !== 'FAILED' && stop.state !== 'SKIPPED';
    const others = loadOf(this.run) - (isAboard ? stop.grams : 0);
    return grams(Math.max(0, this.run.vehicle.payloadG - others));
  }

  /** Backups of the order that stand by with a grade this stop was to give. */
  ready(stop: Stop): Backup[] {
    const deal = this.deals.find(({ id }) => id === stop.dealId);
    const grades = new Set(deal?.lines.map(({ gradeCode }) => gradeCode));
    // A household has one deal in an order; one that was taken already gives by that.
    const partners = new Set(this.deals.map(({ householdId }) => householdId));
    return this.backups.filter(
      ({ state, gradeCode, householdId }) =>
        state === 'READY' && grades.has(gradeCode) && !partners.has(householdId),
    );
  }

  /** As they were chosen, whatever became of them meanwhile. */
  chosen(ids: readonly string[]): Backup[] {
    return ids.flatMap((id) => this.backups.find((backup) => backup.id === id) ?? []);
  }
}

/** Reads the books of a run; for a decision, its lock is held. */
@Injectable()
export class ReadRunBooks {
  constructor(
    private readonly replacing: ReplacingStore,
    private readonly orders: Orders,
    private readonly weighing: Weighing,
  ) {}

  async of(run: Run): Promise<RunBooks> {
    const [order, deals, backups, stops] = await Promise.all([
      this.orders.findOrder(run.orderId),
      this.orders.dealsOfOrder(run.orderId),
      this.orders.backupsOf(run.orderId),
      this.replacing.stopStates(run.orderId),
    ]);
    // Net kilograms on confirmed tickets; deals without one are missing.
    const fetched = await this.weighing.netOfDeals(deals.map(({ id }) => id));
    const made = new Set(backups.map(({ dealId }) => dealId));
    const found = deals
      .filter(({ id, state }) => state !== 'CANCELLED' || stops.get(id) === 'FAILED')
      .map(({ id, totalGrams }) => ({
        promised: totalGrams,
        fetched: stops.get(id) === 'FAILED' ? grams(0) : (fetched.get(id) ?? null),
        isBackup: made.has(id),
      }));
    const balance = balanceOf(found, order?.toleranceBp ?? basisPoints(0));
    return new RunBooks(run, deals, backups, fetched, balance);
  }
}

/** The stop it would have gone to next; the drop is the last. */
export function nextOf(run: Run, stop: Stop): Stop {
  const open = run.stops.find(
    ({ seq, state }) => seq > stop.seq && (state === 'PENDING' || state === 'ARRIVED'),
  );
  return open ?? run.stops.at(-1) ?? stop;
}
