import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { afterStep } from '../domain/run.state.js';
import { ended } from '../domain/stop-acts.js';
import type { DriveRefusal, RunAct } from './accept-run.js';

type DeliverRefusal = DriveRefusal | 'RUN_STOPS_LEFT' | 'STOP_STEP_NOT_ALLOWED';

/** The fruit is where it was to go. Every household was seen to before, and the drop ends with the run. */
@Injectable()
export class DeliverRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, runId }: RunAct,
  ): Promise<{ runId: string } | Refusal<DeliverRefusal | ActRefusal>> {
    const act = { actor, operation: 'deliverRun', key: clientMutationId, request: { runId } };
    return this.uow.once<{ runId: string } | Refusal<DeliverRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const run = await this.runs.lock(tx, runId);
      if (!run || !runPolicy.drive.allows(actor, run)) return refuse('RUN_NOT_FOUND');
      const state = afterStep(run.state, 'deliver');
      if (isRefusal(state)) return state;
      const isOpen = (stop: { state: string }) =>
        stop.state === 'PENDING' || stop.state === 'ARRIVED';
      const left = run.stops.filter((stop) => stop.kind === 'PICKUP' && isOpen(stop)).length;
      if (left > 0) return refuse('RUN_STOPS_LEFT', { stops: left });

      for (const drop of run.stops.filter((stop) => stop.kind === 'DROP' && isOpen(stop))) {
        const log = ended(drop, { outcome: 'DONE', issue: null, at: now }, now);
        if (isRefusal(log)) return log;
        await this.runs.setStop(tx, drop.id, log);
      }
      await this.runs.setState(tx, runId, state, { deliveredAt: now });
      return { runId };
    });
  }
}
