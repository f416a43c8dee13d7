import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Permits } from '../../permits/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { RunsStore } from '../data/runs.store.js';
import { tripOf } from '../data/trip-of.js';
import { runPolicy } from '../domain/run.policy.js';
import { afterStep } from '../domain/run.state.js';
import type { DriveRefusal, RunAct } from './accept-run.js';

type StartRefusal = DriveRefusal | 'PERMIT_MISSING' | 'DEPARTURE_HELD';

/** PU-17: a run leaves only when the rules in force at that minute let it. */
@Injectable()
export class StartRun {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly permits: Permits,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, runId }: RunAct,
  ): Promise<{ runId: string } | Refusal<StartRefusal | ActRefusal>> {
    const act = { actor, operation: 'startRun', key: clientMutationId, request: { runId } };
    return this.uow.once<{ runId: string } | Refusal<StartRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const run = await this.runs.lock(tx, runId);
      if (!run || !runPolicy.drive.allows(actor, run)) return refuse('RUN_NOT_FOUND');
      const state = afterStep(run.state, 'dispatch');
      if (isRefusal(state)) return state;
      const held = await this.permits.mayDepart(tripOf(run), now);
      if (held) return held;

      await this.runs.setState(tx, runId, state, { startedAt: now });
      return { runId };
    });
  }
}
