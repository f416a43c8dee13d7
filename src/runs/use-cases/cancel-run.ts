import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Permits } from '../../permits/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { afterStep } from '../domain/run.state.js';
import type { DriveRefusal, RunAct } from './accept-run.js';

export interface CancelRunWish extends RunAct {
  readonly reason: string;
}

type CancelRefusal = DriveRefusal | 'RUN_REASON_MISSING';

/** Whoever asked for the run calls it off: its households wait for another, its permit no longer counts. */
@Injectable()
export class CancelRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly permits: Permits,
    private readonly outbox: Outbox,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ...request }: CancelRunWish,
  ): Promise<{ runId: string } | Refusal<CancelRefusal | ActRefusal>> {
    const act = { actor, operation: 'cancelRun', key: clientMutationId, request };
    return this.uow.once<{ runId: string } | Refusal<CancelRefusal>>(act, async (tx) => {
      const { runId } = request;
      const run = await this.runs.lock(tx, runId);
      if (!run || !runPolicy.cancel.allows(actor, run)) return refuse('RUN_NOT_FOUND');
      const cancelReason = request.reason.trim();
      if (cancelReason === '') return refuse('RUN_REASON_MISSING', {}, 'reason');
      const state = afterStep(run.state, 'cancel');
      if (isRefusal(state)) return state;

      await this.runs.skipOpenStops(tx, runId);
      await this.runs.setState(tx, runId, state, { cancelReason });
      await this.permits.supersedeForRun(tx, runId);
      await this.outbox.publish(tx, 'run.cancelled', { runId });
      return { runId };
    });
  }
}
