import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { canBeSold } from '../domain/lot-openness.js';
import { offerEnd } from '../domain/offer-end.js';
import { cannotAnswer, type TurnRefusal } from '../domain/thread.js';
import { Answering } from './answering.js';
import {
  buildOffer,
  togetherOf,
  type BuildRefusal,
  type LineWish,
  type TermsWish,
} from './offer-building.js';
import { TalkNews } from './talk-news.js';

export interface CounterWish extends TermsWish {
  readonly clientMutationId: string;
  readonly negotiationId: string;
  /** The offer being answered. */
  readonly seq: number;
  readonly lines: readonly LineWish[];
}

type CounterRefusal =
  'NEGOTIATION_NOT_FOUND' | 'LOT_NOT_OPEN' | TurnRefusal | BuildRefusal | ActRefusal;

/** Answers an offer with other terms: the older one can no longer be accepted, and the turn changes. */
@Injectable()
export class CounterOffer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NegotiationsStore,
    private readonly answering: Answering,
    private readonly lots: Lots,
    private readonly news: TalkNews,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: CounterWish): Promise<{ id: string } | Refusal<CounterRefusal>> {
    const { negotiationId: id, seq } = wish;
    const act = actOf(actor, 'counterOffer', wish);
    return this.uow.once<{ id: string } | Refusal<CounterRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const answerer = await this.answering.lock(tx, actor, id);
      if (isRefusal(answerer)) return answerer;
      const { negotiation, side } = answerer;
      const early = cannotAnswer(negotiation, side, seq, now);
      if (early) return early;
      const lot = await this.lots.findLot(negotiation.lotId);
      if (!lot || !canBeSold(lot, now)) return refuse('LOT_NOT_OPEN');

      const live = await this.store.liveOffer(tx, id);
      const together = togetherOf([wish.lines, await this.store.besides(tx, negotiation)]);
      const terms = buildOffer(lot, wish.lines, wish, { together, before: live.lines, now });
      if (isRefusal(terms)) return terms;
      const expiresAt = offerEnd(side, now, wish.answerMinutes, lot, terms);
      const offer = { ...terms, id: uuid(), side, madeBy: actor.personId, expiresAt };
      await this.store.addOffer(tx, id, seq + 1, offer, now);
      await this.news.offered(tx, actor, negotiation, { ...offer, seq: seq + 1 });
      return { id };
    });
  }
}
