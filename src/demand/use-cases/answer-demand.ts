import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Notices } from '../../messages/index.js';
import { notBound, Standings } from '../../planning/index.js';
import {
  UnitOfWork,
  type Act,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DemandStore } from '../data/demand.store.js';
import { checkAnswers, type AnswerRefusal, type DayAnswer } from '../domain/answer.js';
import { demandPolicy } from '../domain/demand.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household said for the first time that it has fruit for a need. */
    'demand.answered': { orderId: string };
  }
}

export interface AnswerWish {
  readonly orderId: string;
  readonly householdId: string | null;
  readonly answers: readonly DayAnswer[];
}

type Done = { readonly orderId: string };
type SayRefusal =
  | AnswerRefusal
  | 'HOUSEHOLD_NOT_FOUND'
  | 'CONSENT_MISSING'
  | 'HOUSEHOLD_SUSPENDED'
  | 'DEMAND_NOT_FOUND';

/** "Tôi có … kg": one number a day. It is a word and sets nothing aside: the buyer still asks for it in an offer. */
@Injectable()
export class AnswerDemand implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly demand: DemandStore,
    private readonly standings: Standings,
    private readonly outbox: Outbox,
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('demand.answered', 'demand.tell-buyer', (tx, { orderId }, id) =>
      this.tellBuyer(tx, orderId, id),
    );
  }

  async run(act: Act, wish: AnswerWish): Promise<Done | Refusal<SayRefusal | ActRefusal>> {
    const { actor } = act;
    const { orderId, answers } = wish;
    const found = await this.standings.of(actor, wish.householdId ?? actor.partyId ?? '');
    if (!found || !demandPolicy.answer.allows(actor, found.standing))
      return notBound(actor, found?.standing, 'HOUSEHOLD_NOT_FOUND');
    const { household } = found;
    return this.uow.once<Done | Refusal<SayRefusal>>(act, async (tx) => {
      if (household.state !== 'ACTIVE')
        return refuse('HOUSEHOLD_SUSPENDED', { reason: household.stateReason ?? '' });
      const now = this.clock.now();
      const need = isId(orderId) ? await this.demand.lockNeed(tx, orderId, now) : undefined;
      if (!need?.isPosted || !need.isOpen) return refuse('DEMAND_NOT_FOUND');
      const doubt = checkAnswers(answers, need);
      if (doubt) return doubt;
      const said = { orderId, householdId: household.id, answers };
      const isFirst = await this.demand.say(tx, said, actor.personId, now);
      if (isFirst) await this.outbox.publish(tx, 'demand.answered', { orderId });
      return { orderId };
    });
  }

  private async tellBuyer(tx: Tx, orderId: string, eventId: string): Promise<void> {
    const wish = { orderId, cropCode: null, buyerId: null };
    const [need] = await this.demand.board(wish, this.clock.now(), 1, undefined);
    if (!need) return;
    const { number: orderNumber, cropCode, saidGrams: grams, households, buyerId } = need;
    const facts = { orderNumber, cropCode, grams, households };
    const path = `/app/gom/${orderId}`;
    await this.notices.tell(tx, eventId, [
      { partyId: buyerId, kind: 'DEMAND_ANSWERED', facts, path },
    ]);
  }
}
