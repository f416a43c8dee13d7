import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { afterStep } from '../domain/run.state.js';

export interface RunAct {
  readonly clientMutationId: string;
  readonly runId: string;
}

export type DriveRefusal = 'RUN_NOT_FOUND' | 'RUN_STEP_NOT_ALLOWED';

/** The driver takes the run on. */
@Injectable()
export class AcceptRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, runId }: RunAct,
  ): Promise<{ runId: string } | Refusal<DriveRefusal | ActRefusal>> {
    const act = { actor, operation: 'acceptRun', key: clientMutationId, request: { runId } };
    return this.uow.once<{ runId: string } | Refusal<DriveRefusal>>(act, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      if (!run || !runPolicy.drive.allows(actor, run)) return refuse('RUN_NOT_FOUND');
      const state = afterStep(run.state, 'accept');
      if (isRefusal(state)) return state;
      await this.runs.setState(tx, runId, state, { acceptedAt: this.clock.now() });
      return { runId };
    });
  }
}
