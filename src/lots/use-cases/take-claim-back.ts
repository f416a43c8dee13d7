import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { refuse } from '../../kernel/refusal.js';
import { ClaimsStore } from '../data/claims.store.js';

/** ID-06: the household undoes what somebody else said of its papers, or took back of what it had said. */
@Injectable()
export class TakeClaimBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly claims: ClaimsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('CLAIM_DECLARED', async (tx, { subjectId: claimId }) => {
      if (!(await this.claims.withdraw(tx, claimId, this.clock.now())))
        return refuse('ASSISTED_CHANGED_SINCE');
    });
    this.assisted.onUndo('CLAIM_WITHDRAWN', async (tx, { subjectId: claimId }) => {
      const claim = await this.claims.byId(tx, claimId);
      if (!claim) return refuse('ASSISTED_CHANGED_SINCE');
      const { validTo } = claim;
      if (validTo !== null && validTo < dayOf(this.clock.now())) return refuse('CLAIM_OVER');
      if (!(await this.claims.restore(tx, claimId))) return refuse('CLAIM_SAID');
    });
  }
}
