import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { cannotWithdraw } from '../domain/thread.js';

/** ID-06: the household withdraws a price that somebody else named for it, until the buyer has answered. */
@Injectable()
export class TakePriceBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly store: NegotiationsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of ['PRICE_OFFERED', 'PRICE_COUNTERED'] as const)
      this.assisted.onUndo(kind, (tx, { subjectId, before }) =>
        this.withdraw(tx, subjectId, (before as { seq: number }).seq),
      );
  }

  private async withdraw(tx: Tx, id: string, seq: number): Promise<void | Refusal> {
    const now = this.clock.now();
    const negotiation = await this.store.lock(tx, id, null);
    if (negotiation?.state === 'ACCEPTED') return refuse('ASSISTED_DEAL_MADE');
    if (!negotiation || cannotWithdraw(negotiation, 'SELLER', seq, now))
      return refuse('ASSISTED_CHANGED_SINCE');
    const isClosed = await this.store.close(tx, { id, seq, state: 'WITHDRAWN', dealId: null, now });
    if (!isClosed) throw new Error(`negotiation ${id} was locked and could not be closed`);
    await this.outbox.publish(tx, 'negotiation.closed', { negotiationIds: [id] });
  }
}
