import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { RunsStore } from '../data/runs.store.js';
import type { Run, Stop } from '../data/run.rows.js';
import { runPolicy } from '../domain/run.policy.js';
import { arrived } from '../domain/stop-acts.js';

export interface StopAct {
  readonly clientMutationId: string;
  readonly stopId: string;
  /** By the driver's phone. */
  readonly at: Date;
}

export type StopRefusal = 'STOP_NOT_FOUND' | 'RUN_NOT_STARTED';

/** The driver is at a stop; told late and in any order it comes to the same. */
@Injectable()
export class ArriveStop {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, stopId, at }: StopAct,
  ): Promise<{ runId: string } | Refusal<StopRefusal | ActRefusal>> {
    const act = { actor, operation: 'arriveStop', key: clientMutationId, request: { stopId, at } };
    return this.uow.once<{ runId: string } | Refusal<StopRefusal>>(act, async (tx) => {
      const found = await ownStop(tx, this.runs, actor, stopId);
      if ('refused' in found) return found;
      await this.runs.setStop(tx, stopId, arrived(found.stop, at, this.clock.now()));
      return { runId: found.run.id };
    });
  }
}

/** A stop of the driver's own run that has left, locked. */
export async function ownStop(
  tx: Tx,
  runs: RunsStore,
  actor: Actor,
  stopId: string,
): Promise<{ readonly run: Run; readonly stop: Stop } | Refusal<StopRefusal>> {
  const run = await runs.lockOfStop(tx, stopId);
  const stop = run?.stops.find(({ id }) => id === stopId);
  if (!run || !stop || !runPolicy.drive.allows(actor, run)) return refuse('STOP_NOT_FOUND');
  const hasLeft = run.state === 'DISPATCHED' || run.state === 'DELIVERED';
  return hasLeft ? { run, stop } : refuse('RUN_NOT_STARTED', { state: run.state });
}
