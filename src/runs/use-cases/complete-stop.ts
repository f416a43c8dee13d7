import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Weighing } from '../../weighing/index.js';
import { RunsStore } from '../data/runs.store.js';
import type { Stop } from '../data/run.rows.js';
import { ended, type StopOutcome } from '../domain/stop-acts.js';
import { ownStop, type StopAct, type StopRefusal } from './arrive-stop.js';

export interface CompleteStopWish extends StopAct {
  readonly outcome: StopOutcome;
  readonly issue?: string | null;
}

type CompleteRefusal =
  StopRefusal | 'STOP_TICKET_MISSING' | 'STOP_ISSUE_MISSING' | 'STOP_STEP_NOT_ALLOWED';

/**
 * The driver leaves a stop. PU-09: fruit goes aboard only on a ticket both sides have confirmed. PU-10: anything less is
 * the driver's word for what went wrong, and what stays behind waits for another run.
 */
@Injectable()
export class CompleteStop {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly runs: RunsStore,
    private readonly weighing: Weighing,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ...request }: CompleteStopWish,
  ): Promise<{ runId: string } | Refusal<CompleteRefusal | ActRefusal>> {
    const act = { actor, operation: 'completeStop', key: clientMutationId, request };
    return this.uow.once<{ runId: string } | Refusal<CompleteRefusal>>(act, async (tx) => {
      const { stopId, at, outcome } = request;
      const found = await ownStop(tx, this.runs, actor, stopId);
      if ('refused' in found) return found;
      const { run, stop } = found;
      const issue = request.issue?.trim() || null;
      const log = ended(stop, { outcome, issue, at }, this.clock.now());
      if (isRefusal(log)) return log;
      // Told again: what it needed was there the first time.
      if (log === stop) return { runId: run.id };
      if (outcome !== 'DONE' && issue === null) return refuse('STOP_ISSUE_MISSING', {}, 'issue');
      if (outcome === 'DONE' && !(await this.isWeighed(stop))) return refuse('STOP_TICKET_MISSING');

      await this.runs.setStop(tx, stopId, log);
      return { runId: run.id };
    });
  }

  private async isWeighed({ dealId }: Stop): Promise<boolean> {
    if (dealId === null) return true;
    const tickets = await this.weighing.ticketsOfDeals([dealId]);
    return tickets.some(({ state }) => state === 'CONFIRMED');
  }
}
