import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders } from '../../orders/index.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { StandingStore, type StandingLine } from '../data/standing.store.js';
import { impossibleCalendar, inWeekOrder } from '../domain/calendar.js';
import { standingPolicy } from '../domain/standing.policy.js';
import { Wishes, type LinesRefusal } from './wishes.js';

export interface StandingWish {
  readonly orderId: string;
  readonly weekdays: readonly number[];
  readonly leadHours: number;
  readonly lines: readonly StandingLine[];
}

type CreateRefusal =
  | LinesRefusal
  | 'ORDER_NOT_FOUND'
  | 'ORDER_NOT_REPEATABLE'
  | 'STANDING_BY_HAND'
  | 'STANDING_WEEKDAYS_MISSING'
  | 'STANDING_LEAD_IMPLAUSIBLE'
  | 'BUYER_NOT_ACTIVE';

/** Makes an order that went well come again on days of the week (OR-07). */
@Injectable()
export class CreateStandingOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StandingStore,
    private readonly orders: Orders,
    private readonly wishes: Wishes,
    private readonly clock: Clock,
  ) {}

  run(act: Act, wish: StandingWish): Promise<{ id: string } | Refusal<CreateRefusal | ActRefusal>> {
    const { actor } = act;
    return this.uow.once<{ id: string } | Refusal<CreateRefusal>>(act, async (tx) => {
      const { orderId, lines, leadHours } = wish;
      const template = isId(orderId) ? await this.orders.findOrder(orderId) : undefined;
      if (!template || !standingPolicy.create.allows(actor, template))
        return refuse('ORDER_NOT_FOUND', {}, 'orderId');
      if (template.kind !== 'BULK') return refuse('ORDER_NOT_REPEATABLE', {}, 'orderId');
      if (template.policy === 'MANUAL') return refuse('STANDING_BY_HAND', {}, 'orderId');
      const weekdays = inWeekOrder(wish.weekdays);
      const { readyFrom, readyTo, cutOff, cropCode } = template;
      const gatheredUntil = cutOff?.until ?? null;
      const impossible =
        impossibleCalendar({ weekdays, leadHours, readyFrom, readyTo, gatheredUntil }) ??
        (await this.wishes.impossible(cropCode, lines));
      if (impossible) return impossible;
      if (!(await this.orders.mayOpen(tx, template.buyerId))) return refuse('BUYER_NOT_ACTIVE');
      const id = uuid();
      await this.store.add(
        tx,
        {
          id,
          buyerId: template.buyerId,
          templateId: template.id,
          weekdays,
          leadHours,
          createdBy: actor.personId,
          createdAt: this.clock.now(),
        },
        lines,
      );
      return { id };
    });
  }
}
