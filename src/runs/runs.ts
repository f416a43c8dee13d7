import { Injectable } from '@nestjs/common';
import { Permits } from '../permits/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import type { Run, Stop } from './data/run.rows.js';
import { RunsStore } from './data/runs.store.js';
import { loadOf } from './data/trip-of.js';

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
   * the load of a run that has not left is superseded.
   */
  async leaveOut(tx: Tx, { runId, stopId }: Ride): Promise<void> {
    await this.runs.skipStop(tx, stopId);
    const run = await this.runs.lock(tx, runId);
    if (!run) throw new Error(`no run ${runId}`);
    if (loadOf(run) === 0) {
      await this.runs.skipOpenStops(tx, runId);
      await this.runs.setState(tx, runId, 'CANCELLED', { cancelReason: NOBODY_LEFT });
      await this.permits.supersedeForRun(tx, runId);
      await this.outbox.publish(tx, 'run.cancelled', { runId });
    } else if (run.state !== 'DISPATCHED') {
      await this.permits.fitLoad(tx, runId, loadOf(run));
    }
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
