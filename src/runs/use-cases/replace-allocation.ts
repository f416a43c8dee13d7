import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { basisPoints, grams, type Grams } from '../../kernel/units.js';
import { Orders, type Backup, type MadeDeal, type TakeRefusal } from '../../orders/index.js';
import { Permits } from '../../permits/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Weighing } from '../../weighing/index.js';
import { ReplacingStore } from '../data/replacing.store.js';
import type { Run, Stop } from '../data/run.rows.js';
import { RunsStore } from '../data/runs.store.js';
import { loadOf, tripOf } from '../data/trip-of.js';
import {
  detourMinutes,
  missingOf,
  replacements,
  takenOf,
  type Replacement,
} from '../domain/replacement.js';
import { runPolicy } from '../domain/run.policy.js';

export interface ReplaceWish {
  readonly clientMutationId: string;
  readonly stopId: string;
  /** By the phone that decided. */
  readonly at: Date;
  /** The first is driven to first. */
  readonly backupIds: readonly string[];
}

/** What could come in place of what a stop did not give. */
export interface Suggestion {
  readonly stopId: string;
  /** What the order lacks; 0 while it is inside its tolerance. */
  readonly missing: Grams;
  readonly options: readonly (Replacement & { readonly backup: Backup })[];
}

type ReplaceRefusal =
  | 'STOP_NOT_FOUND'
  | 'RUN_NOT_STARTED'
  | 'STOP_NOT_ENDED'
  | 'NOTHING_TO_REPLACE'
  | 'RUN_FULL'
  | 'REPLACEMENT_NEEDS_PERMIT'
  | TakeRefusal;

const MINUTE_MS = 60_000;

/** AL-11: what a stop did not give comes from lots that stand by, and run, deal and permit follow together. */
@Injectable()
export class ReplaceAllocation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly replacing: ReplacingStore,
    private readonly orders: Orders,
    private readonly weighing: Weighing,
    private readonly permits: Permits,
    private readonly outbox: Outbox,
  ) {}

  /** Known before anything is short, so that a phone without signal has the answer with it. */
  async suggest(actor: Actor, stopId: string): Promise<Suggestion | Refusal<'STOP_NOT_FOUND'>> {
    const run = await this.runs.ofStop(actor, stopId);
    const stop = run?.stops.find(({ id }) => id === stopId);
    if (!run || !stop || stop.dealId === null || !runPolicy.replace.allows(actor, run))
      return refuse('STOP_NOT_FOUND');
    const missing = await this.missing(run);
    const backups = await this.ready(run, stop);
    const most = missing > 0 ? missing : stop.grams;
    const way = { here: stop, next: nextOf(run, stop), kind: run.vehicle.kind };
    const options = replacements(backups, way, grams(Math.min(most, roomOf(run) + stop.grams)));
    return {
      stopId,
      missing,
      options: options.map((option) => ({
        ...option,
        backup: backups.find(({ id }) => id === option.backupId)!,
      })),
    };
  }

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
      if (stop.state !== 'FAILED' && stop.state !== 'DONE') return refuse('STOP_NOT_ENDED');
      const missing = await this.missing(run);
      if (missing === 0) return refuse('NOTHING_TO_REPLACE');

      const fetched = await this.fetchedOf([stop.dealId]);
      const fetchedG = stop.state === 'FAILED' ? 0 : (fetched.get(stop.dealId) ?? stop.grams);
      const room = roomOf(run) + (stop.state === 'FAILED' ? 0 : stop.grams - fetchedG);
      if (room <= 0) return refuse('RUN_FULL');
      const ready = await this.ready(run, stop);
      const chosen = request.backupIds.map((id) => ready.find((backup) => backup.id === id));
      const standing = chosen.filter((backup) => backup !== undefined);
      const taken = takenOf(standing, grams(Math.min(missing, room)));
      if (standing.length < chosen.length || taken.size === 0) return refuse('BACKUP_OVER');

      const made = await this.orders.takeBackups(tx, {
        orderId: run.orderId,
        taken,
        cancels: stop.state === 'FAILED' ? stop.dealId : null,
      });
      if (isRefusal(made)) return made;
      await this.addStops(tx, run, { stop, fetchedG, at: request.at }, made);
      await this.outbox.publish(tx, 'run.load-changed', { runId: run.id });
      return (await this.followedByPermit(tx, actor, run)) ?? { runId: run.id };
    });
  }

  private async addStops(
    tx: Tx,
    run: Run,
    { stop, fetchedG, at }: { stop: Stop; fetchedG: number; at: Date },
    made: readonly MadeDeal[],
  ): Promise<void> {
    const next = nextOf(run, stop);
    let [here, minutes] = [{ lat: stop.lat, lon: stop.lon }, 0];
    const stops = made.map((deal) => {
      minutes += detourMinutes(here, deal, next, run.vehicle.kind);
      here = deal;
      const plannedAt = new Date(at.getTime() + minutes * MINUTE_MS);
      return { ...deal, id: uuid(), dealId: deal.id, plannedAt };
    });
    await this.replacing.insert(tx, { runId: run.id, seq: stop.seq, fetchedG }, stops, minutes);
    for (const { dealId } of stops) await this.weighing.allowWeigher(tx, dealId, run.driverId);
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

  /** Backups of the order that stand by with a grade this stop was to give. */
  private async ready(run: Run, stop: Stop): Promise<Backup[]> {
    const [deal] = await this.orders.dealFor([stop.dealId ?? '']);
    const grades = new Set(deal?.lines.map(({ gradeCode }) => gradeCode));
    const backups = await this.orders.backupsOf(run.orderId);
    // A household has one deal in an order; one that was taken already gives by that.
    const deals = await this.orders.dealsOfOrder(run.orderId);
    const partners = new Set(deals.map(({ householdId }) => householdId));
    return backups.filter(
      ({ state, gradeCode, householdId }) =>
        state === 'READY' && grades.has(gradeCode) && !partners.has(householdId),
    );
  }

  private async missing(run: Run): Promise<Grams> {
    const [order, deals, backups, stops] = await Promise.all([
      this.orders.findOrder(run.orderId),
      this.orders.dealsOfOrder(run.orderId),
      this.orders.backupsOf(run.orderId),
      this.replacing.stopStates(run.orderId),
    ]);
    const fetched = await this.fetchedOf(deals.map(({ id }) => id));
    const made = new Set(backups.map(({ dealId }) => dealId));
    return missingOf(
      deals
        .filter(({ id, state }) => state !== 'CANCELLED' || stops.get(id) === 'FAILED')
        .map(({ id, totalGrams }) => ({
          promised: totalGrams,
          fetched: stops.get(id) === 'FAILED' ? grams(0) : (fetched.get(id) ?? null),
          isBackup: made.has(id),
        })),
      order?.toleranceBp ?? basisPoints(0),
    );
  }

  /** Net kilograms on confirmed tickets; deals without one are missing. */
  private fetchedOf(dealIds: readonly string[]): Promise<ReadonlyMap<string, Grams>> {
    return this.weighing.netOfDeals(dealIds);
  }
}

/** What the vehicle still bears. */
const roomOf = (run: Run): number => Math.max(0, run.vehicle.payloadG - loadOf(run));

/** The stop it would have gone to next; the drop is the last. */
function nextOf(run: Run, stop: Stop): Stop {
  const open = run.stops.find(
    ({ seq, state }) => seq > stop.seq && (state === 'PENDING' || state === 'ARRIVED'),
  );
  return open ?? run.stops.at(-1) ?? stop;
}
