import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { cannotAnswer, cannotWithdraw, type TurnRefusal } from '../domain/thread.js';
import { Answering } from './answering.js';
import { TalkNews } from './talk-news.js';

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
    private readonly news: TalkNews,
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
      await this.news.ended(tx, actor, answerer, state);
      return { id };
    });
  }
}
