import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { PermitsStore } from '../data/permits.store.js';
import { afterStep, stateAt } from '../domain/permit.state.js';
import type { ReasonedAct } from './reject-permit.js';

type RevokeRefusal = 'PERMIT_NOT_FOUND' | 'PERMIT_STEP_NOT_ALLOWED' | 'PERMIT_REASON_MISSING';

/** The office takes an issued permit back; the next status list says so to every post. */
@Injectable()
export class RevokePermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ...request }: ReasonedAct,
  ): Promise<{ permitId: string } | Refusal<RevokeRefusal | ActRefusal>> {
    const act = { actor, operation: 'revokePermit', key: clientMutationId, request };
    return this.uow.once<{ permitId: string } | Refusal<RevokeRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const reason = request.reason.trim();
      if (reason === '') return refuse('PERMIT_REASON_MISSING', {}, 'reason');
      const permit = await this.permits.lock(tx, request.permitId);
      if (!permit) return refuse('PERMIT_NOT_FOUND');
      const state = afterStep(stateAt(permit, now), 'revoke');
      if (isRefusal(state)) return state;

      await this.permits.update(tx, permit.id, { state, revokedAt: now, revokeReason: reason });
      await this.outbox.publish(tx, 'permit.revoked', { permitId: permit.id });
      return { permitId: permit.id };
    });
  }
}
