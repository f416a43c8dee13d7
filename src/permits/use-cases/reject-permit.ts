import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { PermitsStore } from '../data/permits.store.js';
import { whyNotOpen, type ReviewRefusal } from '../domain/review.js';
import type { PermitAct } from './claim-permit.js';

export interface ReasonedAct extends PermitAct {
  /** For the applicant, in plain words. */
  readonly reason: string;
}

type RejectRefusal = ReviewRefusal | 'PERMIT_REASON_MISSING';

/** A reviewer does not issue it, and says why. */
@Injectable()
export class RejectPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ...request }: ReasonedAct,
  ): Promise<{ permitId: string } | Refusal<RejectRefusal | ActRefusal>> {
    const act = { actor, operation: 'rejectPermit', key: clientMutationId, request };
    return this.uow.once<{ permitId: string } | Refusal<RejectRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const reason = request.reason.trim();
      if (reason === '') return refuse('PERMIT_REASON_MISSING', {}, 'reason');
      const permit = await this.permits.lock(tx, request.permitId);
      if (!permit) return refuse('PERMIT_NOT_FOUND');
      const closed = whyNotOpen(permit, actor.personId, now);
      if (closed) return closed;

      await this.permits.update(tx, permit.id, {
        state: 'REJECTED',
        reasons: [
          { code: 'REJECTED_BY_OFFICE', ruleId: null, facts: { reason } },
          ...permit.reasons,
        ],
        decidedBy: actor.personId,
        decidedAt: now,
      });
      await this.outbox.publish(tx, 'permit.rejected', { permitId: permit.id });
      return { permitId: permit.id };
    });
  }
}
