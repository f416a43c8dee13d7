import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { PermitsStore } from '../data/permits.store.js';
import { claimEnd, whyNotOpen, type ReviewRefusal } from '../domain/review.js';

export interface PermitAct {
  readonly clientMutationId: string;
  readonly permitId: string;
}

/** PE-04: a reviewer takes a file in hand; for a quarter of an hour nobody else decides it. */
@Injectable()
export class ClaimPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitsStore,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, permitId }: PermitAct,
  ): Promise<{ permitId: string } | Refusal<ReviewRefusal | ActRefusal>> {
    const act = { actor, operation: 'claimPermit', key: clientMutationId, request: { permitId } };
    return this.uow.once<{ permitId: string } | Refusal<ReviewRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const staleAt = claimEnd(now, -1);
      if (await this.permits.claim(tx, permitId, actor.personId, now, staleAt)) return { permitId };
      const permit = await this.permits.lock(tx, permitId);
      if (!permit) return refuse('PERMIT_NOT_FOUND');
      return whyNotOpen(permit, actor.personId, now) ?? refuse('PERMIT_NOT_FOUND');
    });
  }
}
