import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { DemandStore } from '../data/demand.store.js';
import { demandPolicy } from '../domain/demand.policy.js';

type Done = { readonly orderId: string };
type PublishRefusal = 'ORDER_NOT_FOUND' | 'DEMAND_OVER' | 'BUYER_NOT_ACTIVE';

const LONGEST_NOTE = 300;

/** A buyer shows what an order needs to growers, who say how much they have (SM-03). */
@Injectable()
export class PublishDemand {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly demand: DemandStore,
    private readonly clock: Clock,
  ) {}

  run(
    act: Act,
    { orderId, note }: Done & { readonly note: string },
  ): Promise<Done | Refusal<PublishRefusal | ActRefusal>> {
    return this.uow.once<Done | Refusal<PublishRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const need = isId(orderId) ? await this.demand.lockNeed(tx, orderId, now) : undefined;
      if (!need || !demandPolicy.publish.allows(act.actor, need)) return refuse('ORDER_NOT_FOUND');
      if (!(await this.demand.isBuyerActive(tx, need.buyerId))) return refuse('BUYER_NOT_ACTIVE');
      if (!need.isOpen) return refuse('DEMAND_OVER');
      await this.demand.post(tx, orderId, note.normalize('NFC').trim().slice(0, LONGEST_NOTE), now);
      return { orderId };
    });
  }

  /** Takes the need off the board; what growers said stays with the order. */
  end(
    act: Act,
    { orderId }: Done,
  ): Promise<Done | Refusal<'ORDER_NOT_FOUND' | 'DEMAND_OVER' | ActRefusal>> {
    return this.uow.once<Done | Refusal<'ORDER_NOT_FOUND' | 'DEMAND_OVER'>>(act, async (tx) => {
      const now = this.clock.now();
      const need = isId(orderId) ? await this.demand.lockNeed(tx, orderId, now) : undefined;
      if (!need || !demandPolicy.publish.allows(act.actor, need)) return refuse('ORDER_NOT_FOUND');
      if (!need.isPosted) return refuse('DEMAND_OVER');
      await this.demand.end(tx, orderId, now);
      return { orderId };
    });
  }
}
