import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { cannotAnswer, cannotWithdraw, type TurnRefusal } from '../domain/thread.js';
import { Answering } from './answering.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** It ended without a deal; the negotiation knows how. */
    'negotiation.closed': { negotiationIds: string[] };
  }
}

export interface EndWish {
  readonly clientMutationId: string;
  readonly negotiationId: string;
  readonly seq: number;
}

type EndRefusal = 'NEGOTIATION_NOT_FOUND' | TurnRefusal | ActRefusal;

/** The no: of the side that was asked, or of the side that asked and thinks better of it. */
@Injectable()
export class EndNegotiation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NegotiationsStore,
    private readonly answering: Answering,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  reject(actor: Actor, wish: EndWish): Promise<{ id: string } | Refusal<EndRefusal>> {
    return this.end(actor, wish, 'REJECTED');
  }

  withdraw(actor: Actor, wish: EndWish): Promise<{ id: string } | Refusal<EndRefusal>> {
    return this.end(actor, wish, 'WITHDRAWN');
  }

  private end(
    actor: Actor,
    wish: EndWish,
    state: 'REJECTED' | 'WITHDRAWN',
  ): Promise<{ id: string } | Refusal<EndRefusal>> {
    const { clientMutationId, ...request } = wish;
    const { negotiationId: id, seq } = request;
    const operation = state === 'REJECTED' ? 'rejectOffer' : 'withdrawOffer';
    const act = { actor, operation, key: clientMutationId, request };
    return this.uow.once<{ id: string } | Refusal<EndRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const answerer = await this.answering.lock(tx, actor, id);
      if (isRefusal(answerer)) return answerer;
      const { negotiation, side } = answerer;
      const early =
        state === 'REJECTED'
          ? cannotAnswer(negotiation, side, seq, now)
          : cannotWithdraw(negotiation, side, seq, now);
      if (early) return early;
      const isClosed = await this.store.close(tx, { id, seq, state, dealId: null, now });
      if (!isClosed) throw new Error(`negotiation ${id} was locked and could not be closed`);
      await this.outbox.publish(tx, 'negotiation.closed', { negotiationIds: [id] });
      return { id };
    });
  }
}
