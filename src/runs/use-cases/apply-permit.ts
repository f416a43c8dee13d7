import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Permits } from '../../permits/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RunsStore } from '../data/runs.store.js';
import { tripOf } from '../data/trip-of.js';
import { runPolicy } from '../domain/run.policy.js';
import type { RunAct } from './accept-run.js';

export interface ApplyPermitWish extends RunAct {
  /** Everyone aboard, the driver too. */
  readonly persons: number;
  /** Those of them who are known by name, besides the driver. */
  readonly companionIds?: readonly string[] | null;
}

const DAY_MS = 24 * 3_600_000;

/** PE-01: a permit is born from its run; the applicant adds only who is aboard. */
@Injectable()
export class ApplyPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly permits: Permits,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, runId, persons, companionIds }: ApplyPermitWish,
  ): Promise<{ permitId: string } | Refusal> {
    const named = [...new Set(companionIds ?? [])];
    const request = { runId, persons, named };
    const act = { actor, operation: 'applyPermit', key: clientMutationId, request };
    return this.uow.once<{ permitId: string } | Refusal>(act, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      if (!run || !runPolicy.applyPermit.allows(actor, run)) return refuse('RUN_NOT_FOUND');
      if (run.state === 'DELIVERED' || run.state === 'CLOSED' || run.state === 'CANCELLED') {
        return refuse('RUN_STEP_NOT_ALLOWED', { state: run.state, step: 'applyPermit' });
      }
      const crew = { persons: Math.max(persons, named.length + 1), companionIds: named };
      const since = new Date(this.clock.now().getTime() - DAY_MS);
      for (const earlier of await this.runs.deliveredOfVehicle(tx, run.vehicle.id, since)) {
        await this.permits.supersedeForRun(tx, earlier);
      }
      const applied = await this.permits.apply(tx, actor, tripOf(run, crew));
      if ('refused' in applied) return applied;
      await this.runs.setCrew(tx, runId, crew.persons, crew.companionIds);
      return applied;
    });
  }
}
