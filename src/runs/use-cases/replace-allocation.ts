import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Grams } from '../../kernel/units.js';
import { Orders } from '../../orders/index.js';
import { Permits } from '../../permits/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { Run, Stop } from '../data/run.rows.js';
import { RunsStore } from '../data/runs.store.js';
import { tripOf } from '../data/trip-of.js';
import { runPolicy } from '../domain/run.policy.js';
import { takenOf } from '../domain/shortage.js';
import { AddStops } from './add-stops.js';
import { ReadRunBooks } from './run-books.js';

export interface ReplaceWish {
  readonly clientMutationId: string;
  readonly stopId: string;
  /** By the phone that decided. */
  readonly at: Date;
  /** The first is driven to first. */
  readonly backupIds: readonly string[];
  /** What the decision was made on, by a phone that may have had no signal; null when it did not say. */
  readonly seen?: { readonly missingGrams: number; readonly takenGrams: number } | null;
}

type ReplaceRefusal =
  | 'STOP_NOT_FOUND'
  | 'RUN_NOT_STARTED'
  | 'STOP_NOT_ENDED'
  | 'NOTHING_TO_REPLACE'
  | 'RUN_FULL'
  | 'REPLACEMENT_NEEDS_PERMIT'
  | 'REPLACEMENT_GONE';

const ENDED: readonly Stop['state'][] = ['DONE', 'PARTIAL', 'FAILED'];

/** AL-11: what a stop did not give comes from lots that stand by, and run, deal and permit follow together. */
@Injectable()
export class ReplaceAllocation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly books: ReadRunBooks,
    private readonly adding: AddStops,
    private readonly orders: Orders,
    private readonly permits: Permits,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ...request }: ReplaceWish,
  ): Promise<{ runId: string } | Refusal<ReplaceRefusal | ActRefusal>> {
    const act = { actor, operation: 'replaceAllocation', key: clientMutationId, request };
    return this.uow.once<{ runId: string } | Refusal<ReplaceRefusal>>(act, async (tx) => {
      const run = await this.runs.lockOfStop(tx, request.stopId);
      const stop = run?.stops.find(({ id }) => id === request.stopId);
      if (!run || !stop || stop.dealId === null || !runPolicy.replace.allows(actor, run))
        return refuse('STOP_NOT_FOUND');
      if (run.state !== 'DISPATCHED') return refuse('RUN_NOT_STARTED', { state: run.state });
      if (!ENDED.includes(stop.state)) return refuse('STOP_NOT_ENDED');
      const { seen = null, backupIds, at } = request;
      const books = await this.books.of(run);
      const { missing } = books;
      if (missing === 0)
        return refuse('NOTHING_TO_REPLACE', { seenGrams: seen?.missingGrams ?? 0 });

      const fetchedG = books.countedOn(stop);
      const room = books.roomAt(stop) - fetchedG;
      if (room <= 0) return refuse('RUN_FULL');
      const most = Math.min(missing, room);
      const chosen = books.chosen(backupIds);
      const ready = new Set(books.ready(stop).map(({ id }) => id));
      const taken = takenOf(
        chosen.filter(({ id }) => ready.has(id)),
        most,
      );
      const gone = refuse('REPLACEMENT_GONE', {
        seenGrams: seen?.takenGrams ?? sum(takenOf(chosen, most)),
        nowGrams: sum(taken),
      });
      if (backupIds.some((id) => !ready.has(id)) || taken.size === 0) return gone;

      const made = await this.orders.takeBackups(tx, {
        orderId: run.orderId,
        taken,
        cancels: stop.state === 'FAILED' ? stop.dealId : null,
      });
      if (isRefusal(made)) return gone;
      await this.adding.run(tx, run, { stop, fetchedG, at }, made);
      await this.outbox.publish(tx, 'run.load-changed', { runId: run.id });
      return (await this.followedByPermit(tx, actor, run)) ?? { runId: run.id };
    });
  }

  /** The permit says where the fruit comes from and how much it is: where that no longer holds, it is asked for anew. */
  private async followedByPermit(
    tx: Tx,
    actor: Actor,
    before: Run,
  ): Promise<Refusal<'REPLACEMENT_NEEDS_PERMIT'> | undefined> {
    const permit = (await this.permits.permitsOfRuns([before.id])).get(before.id);
    if (permit?.state !== 'ISSUED' && permit?.state !== 'SUBMITTED') return undefined;
    const after = await this.runs.lock(tx, before.id);
    if (!after) throw new Error(`run ${before.id} is gone`);
    const trip = tripOf(after);
    const known = new Set(tripOf(before).communeIds);
    const isSameWay = trip.communeIds.every((id) => known.has(id));
    if (isSameWay && this.permits.covers(permit, trip.loadG)) return undefined;
    const applied = await this.permits.apply(tx, actor, trip);
    return isRefusal(applied)
      ? refuse('REPLACEMENT_NEEDS_PERMIT', { reason: applied.refused })
      : undefined;
  }
}

const sum = (taken: ReadonlyMap<string, Grams>): number =>
  [...taken.values()].reduce((all, one) => all + one, 0);
