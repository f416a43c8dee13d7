import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import type { ByHand } from '../domain/by-hand.js';
import { orderPolicy } from '../domain/order.policy.js';
import { Offering } from './offering.js';
import { Planning } from './planning.js';
import { isOvertaken, LOOKS, type RoundRefusal } from './rounds.js';

export interface OfferWish {
  readonly clientMutationId: string;
  readonly orderId: string;
  /** Of the preview that was looked at: another plan by now is refused instead of offered. */
  readonly fingerprint: string | null;
  readonly byHand: ByHand | null;
}

type OfferRefusal = 'ORDER_NOT_FOUND' | RoundRefusal | ActRefusal;

/** Asks the households of the plan for their kilograms and sets those aside; asked again, only for what is missing. */
@Injectable()
export class OfferAllocation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly planning: Planning,
    private readonly offering: Offering,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: OfferWish): Promise<{ orderId: string } | Refusal<OfferRefusal>> {
    for (let look = 1; ; look += 1) {
      const answer = await this.once(actor, wish);
      if (!isRefusal(answer) || !isOvertaken(answer) || look === LOOKS) return answer;
    }
  }

  private async once(
    actor: Actor,
    { clientMutationId, orderId, fingerprint, byHand }: OfferWish,
  ): Promise<{ orderId: string } | Refusal<OfferRefusal>> {
    const seen = isId(orderId) ? await this.orders.find(actor, orderId) : undefined;
    if (!seen || !orderPolicy.offer.allows(actor, seen)) return refuse('ORDER_NOT_FOUND');
    if (seen.kind === 'LOT')
      return refuse('ORDER_STEP_NOT_ALLOWED', { state: seen.state, step: 'offer' });
    // The market is looked at and the plan made before the transaction opens, so that none waits inside for arithmetic.
    const [asked, market] = await Promise.all([
      this.offers.ofOrders(actor, [orderId], this.clock.now()),
      this.planning.market(seen),
    ]);
    const planned = await this.planning.plan(seen, asked, market, false);

    const act = {
      actor,
      operation: 'offerAllocation',
      key: clientMutationId,
      request: { orderId, fingerprint, byHand },
    };
    return this.uow.once<{ orderId: string } | Refusal<OfferRefusal>>(act, async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (!order) return refuse('ORDER_NOT_FOUND');
      const round = { planned, asked, fingerprint, byHand };
      const offered = await this.offering.offer(tx, order, round, false);
      return isRefusal(offered) ? offered : { orderId };
    });
  }
}
