import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import { Orders, type AgreeRefusal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { isAtRest } from '../domain/lot-openness.js';
import { cannotAnswer, type TurnRefusal } from '../domain/thread.js';
import { Answering } from './answering.js';
import { TalkNews } from './talk-news.js';

export interface AcceptWish {
  readonly clientMutationId: string;
  readonly negotiationId: string;
  /** The offer the person is looking at; another one since then refuses. */
  readonly seq: number;
}

type AcceptRefusal =
  'NEGOTIATION_NOT_FOUND' | 'LOT_NOT_OPEN' | TurnRefusal | AgreeRefusal | ActRefusal;

/** The yes: kilograms are set aside and the deal is made with it, or nothing is (NG-07). */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NegotiationsStore,
    private readonly answering: Answering,
    private readonly lots: Lots,
    private readonly orders: Orders,
    private readonly news: TalkNews,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: AcceptWish): Promise<{ id: string } | Refusal<AcceptRefusal>> {
    const { clientMutationId, ...request } = wish;
    const { negotiationId: id, seq } = request;
    const act = { actor, operation: 'acceptOffer', key: clientMutationId, request };
    return this.uow.once<{ id: string } | Refusal<AcceptRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const answerer = await this.answering.lock(tx, actor, id);
      if (isRefusal(answerer)) return answerer;
      const { negotiation, side } = answerer;
      const early = cannotAnswer(negotiation, side, seq, now);
      if (early) return early;
      const lot = await this.lots.findLot(negotiation.lotId);
      if (!lot || isAtRest(lot)) return refuse('LOT_NOT_OPEN');
      const offer = await this.store.liveOffer(tx, id);
      const agreed = await this.orders.agree(tx, {
        ...offer,
        buyerId: negotiation.buyerId,
        lot,
        agreedBy: actor.personId,
      });
      if (isRefusal(agreed)) return agreed;
      const isClosed = await this.store.close(tx, {
        id,
        seq,
        state: 'ACCEPTED',
        dealId: agreed.dealId,
        now,
      });
      if (!isClosed) throw new Error(`negotiation ${id} was locked and could not be accepted`);
      await this.news.accepted(tx, actor, answerer, { offer, dealId: agreed.dealId, now });
      return { id };
    });
  }
}
