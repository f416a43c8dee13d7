import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams } from '../../kernel/units.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DemandStore } from '../data/demand.store.js';
import { IntentionsStore } from '../data/intentions.store.js';
import { daysOf, MOST_GRAMS } from '../domain/answer.js';
import { demandPolicy } from '../domain/demand.policy.js';
import { pickForecasts } from '../domain/intention.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A buyer means to take what these households foretold. */
    'intentions.noted': { intentionIds: string[] };
  }
}

interface IntendWish {
  readonly orderId: string;
  readonly day: Day;
  readonly grams: number;
}

type Done = { readonly orderId: string };
type IntendRefusal =
  | 'ORDER_NOT_FOUND'
  | 'DEMAND_NOT_FOUND'
  | 'BUYER_NOT_ACTIVE'
  | 'INTENTION_DAY_WRONG'
  | 'INTENTION_GRAMS_WRONG'
  | 'INTENTION_NO_FORECAST';

/** PL-09: a need on the board is matched with what households foretold. A word that binds nobody and sets nothing aside. */
@Injectable()
export class IntendForecast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly demand: DemandStore,
    private readonly intentions: IntentionsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(act: Act, wish: IntendWish): Promise<Done | Refusal<IntendRefusal | ActRefusal>> {
    const { orderId, day } = wish;
    return this.uow.once<Done | Refusal<IntendRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const need = isId(orderId) ? await this.demand.lockNeed(tx, orderId, now) : undefined;
      if (!need || !demandPolicy.intend.allows(act.actor, need)) return refuse('ORDER_NOT_FOUND');
      if (!(await this.demand.isBuyerActive(tx, need.buyerId))) return refuse('BUYER_NOT_ACTIVE');
      if (!need.isPosted || !need.isOpen) return refuse('DEMAND_NOT_FOUND');
      if (!daysOf(need).includes(day) || day < dayOf(now))
        return refuse('INTENTION_DAY_WRONG', {}, 'day');
      if (wish.grams <= 0 || wish.grams > MOST_GRAMS)
        return refuse('INTENTION_GRAMS_WRONG', { mostGrams: MOST_GRAMS }, 'grams');
      const foretold = await this.intentions.foretold(tx, orderId, day);
      const meant = pickForecasts(grams(wish.grams), foretold).map((one) => ({
        ...one,
        id: uuid(),
      }));
      if (meant.length === 0) return refuse('INTENTION_NO_FORECAST');
      await this.intentions.note(tx, { orderId, day, by: act.actor.personId, at: now }, meant);
      await this.outbox.publish(tx, 'intentions.noted', {
        intentionIds: meant.map(({ id }) => id),
      });
      return { orderId };
    });
  }
}
