import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { MadeDeal } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Weighing } from '../../weighing/index.js';
import { ReplacingStore } from '../data/replacing.store.js';
import type { Run, Stop } from '../data/run.rows.js';
import { detourMinutes } from '../domain/replacement.js';
import { nextOf } from './run-books.js';

const MINUTE_MS = 60_000;

/** Households a locked run goes to right after a stop that gave less; its driver weighs there. */
@Injectable()
export class AddStops {
  constructor(
    private readonly replacing: ReplacingStore,
    private readonly weighing: Weighing,
  ) {}

  async run(
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
}
