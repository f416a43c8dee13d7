import { Injectable } from '@nestjs/common';
import type { Grams } from '../kernel/units.js';
import { Permits, type Permit } from '../permits/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import type { Run, Stop } from './data/run.rows.js';
import { RunsStore } from './data/runs.store.js';
import { loadOf, tripOf } from './data/trip-of.js';
import { refit, type ChangedDeal } from './domain/refit.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** A run carries other kilograms, or fetches them elsewhere, than was planned. */
    'run.load-changed': { runId: string };
  }
}

const NOBODY_LEFT = 'Không còn hộ nào trên chuyến';

/** How far the vehicle that fetches a deal is. */
export interface Ride {
  readonly runId: string;
  readonly runNumber: string;
  readonly plate: string;
  readonly stopId: string;
  readonly isDispatched: boolean;
  readonly isAtGate: boolean;
}

/** What becomes of a planned run when deals on it change. */
export interface RideOutlook {
  readonly runId: string;
  readonly runNumber: string;
  readonly plate: string;
  readonly isDispatched: boolean;
  /** Deals the vehicle will not come for any more. */
  readonly leftOut: readonly string[];
  readonly dealIds: readonly string[];
  readonly loadBefore: Grams;
  readonly loadAfter: Grams;
  readonly payloadG: Grams;
  /** Whether the permit asked for still covers the load. */
  readonly permit: 'NONE' | 'HOLDS' | 'RENEW';
}

const LIVE_PERMITS: readonly Permit['state'][] = ['SUBMITTED', 'NEEDS_INFO', 'ISSUED'];

/** Rides of deals, for the feature that changes a deal after it was planned. */
@Injectable()
export class Runs {
  constructor(
    private readonly runs: RunsStore,
    private readonly permits: Permits,
    private readonly outbox: Outbox,
  ) {}

  /** undefined: no vehicle is on its way to the deal or planned for it. */
  async rideOf(dealId: string): Promise<Ride | undefined> {
    const [found] = await this.runs.ofDeals([dealId]);
    return found && toRide(found.run, dealId);
  }

  /** As `rideOf`, and nobody else moves the run before the transaction ends. Take it after the deal. */
  async lockRideOf(tx: Tx, dealId: string): Promise<Ride | undefined> {
    const [found] = await this.runs.ofDeals([dealId]);
    const run = found && (await this.runs.lock(tx, found.run.id));
    return run && toRide(run, dealId);
  }

  /**
   * The vehicle need not stop there any more. A run with no household left is called off; a permit that no longer holds
   * the load of a run that has not left is asked for anew.
   */
  async leaveOut(tx: Tx, { runId, stopId }: Pick<Ride, 'runId' | 'stopId'>): Promise<void> {
    await this.runs.skipStops(tx, runId, [stopId]);
    await this.loadChanged(tx, runId);
  }

  /**
   * What becomes of the runs of deals that change; deals no vehicle is planned for are missing.
   * @param lockedIn nobody else moves these runs before that transaction ends; take them after the deals
   */
  async foresee(changed: readonly ChangedDeal[], lockedIn?: Tx): Promise<RideOutlook[]> {
    const runs = await this.runsOf(changed, lockedIn);
    const permits = await this.permits.permitsOfRuns(runs.map(({ id }) => id));
    return runs.flatMap((run) => {
      const { stops, loadAfter } = refit(run.stops, changed);
      if (stops.length === 0) return [];
      const permit = permits.get(run.id);
      const isLive = permit !== undefined && LIVE_PERMITS.includes(permit.state);
      return [
        {
          runId: run.id,
          runNumber: run.number,
          plate: run.vehicle.plate,
          isDispatched: run.state === 'DISPATCHED',
          leftOut: stops.filter(({ isLeftOut }) => isLeftOut).map(({ dealId }) => dealId),
          dealIds: stops.map(({ dealId }) => dealId),
          loadBefore: loadOf(run),
          loadAfter,
          payloadG: run.vehicle.payloadG,
          permit: !isLive ? 'NONE' : this.permits.covers(permit, loadAfter) ? 'HOLDS' : 'RENEW',
        } satisfies RideOutlook,
      ];
    });
  }

  /** Lets runs that were foreseen under lock follow: new loads, stops left out, permits that no longer hold. */
  async follow(tx: Tx, changed: readonly ChangedDeal[]): Promise<void> {
    for (const run of await this.runsOf(changed, tx)) {
      const { stops, loadAfter } = refit(run.stops, changed);
      const leftOut = stops.filter(({ isLeftOut }) => isLeftOut).map(({ stopId }) => stopId);
      await this.runs.setLoads(tx, run.id, stops);
      await this.runs.skipStops(tx, run.id, leftOut);
      if (leftOut.length > 0 || loadAfter !== loadOf(run)) await this.loadChanged(tx, run.id);
    }
  }

  private async loadChanged(tx: Tx, runId: string): Promise<void> {
    const run = await this.runs.lock(tx, runId);
    if (!run) throw new Error(`no run ${runId}`);
    if (loadOf(run) > 0) {
      if (run.state !== 'DISPATCHED') await this.permits.followLoad(tx, tripOf(run));
      await this.outbox.publish(tx, 'run.load-changed', { runId });
      return;
    }
    await this.runs.skipOpenStops(tx, runId);
    await this.runs.setState(tx, runId, 'CANCELLED', { cancelReason: NOBODY_LEFT });
    await this.permits.supersedeForRun(tx, runId);
    await this.outbox.publish(tx, 'run.cancelled', { runId });
  }

  private async runsOf(changed: readonly ChangedDeal[], tx?: Tx): Promise<Run[]> {
    const found = await this.runs.ofDeals(changed.map(({ dealId }) => dealId));
    const byId = new Map(found.map(({ run }) => [run.id, run]));
    if (!tx) return [...byId.values()];
    const locked: Run[] = [];
    for (const id of [...byId.keys()].toSorted()) {
      const run = await this.runs.lock(tx, id);
      if (run && run.state !== 'CANCELLED') locked.push(run);
    }
    return locked;
  }
}

function toRide(run: Run, dealId: string): Ride | undefined {
  const stop = run.stops.find((one) => one.dealId === dealId && isOpen(one));
  if (!stop || run.state === 'CANCELLED') return undefined;
  return {
    runId: run.id,
    runNumber: run.number,
    plate: run.vehicle.plate,
    stopId: stop.id,
    isDispatched: run.state === 'DISPATCHED',
    isAtGate: stop.state === 'ARRIVED',
  };
}

const isOpen = ({ state }: Stop): boolean => state === 'PENDING' || state === 'ARRIVED';
