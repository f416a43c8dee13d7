import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import type { ByHand } from '../domain/by-hand.js';
import { Offering } from './offering.js';
import { Planning } from './planning.js';
import { isOvertaken, LOOKS, type RoundRefusal } from './rounds.js';

export type OfferByHandRefusal = 'ORDER_NOT_FOUND' | RoundRefusal;

/**
 * Asks the households of chosen lots, for features above whose rules chose them: a round like any other, planned and
 * reserved in the caller's transaction, by the market of now. Nobody is checked here; the caller knows that the buyer asks.
 */
@Injectable()
export class OfferByHand {
  constructor(
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly planning: Planning,
    private readonly offering: Offering,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Tx,
    orderId: string,
    byHand: ByHand,
  ): Promise<{ lineIds: string[] } | Refusal<OfferByHandRefusal>> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) return refuse('ORDER_NOT_FOUND');
    for (let look = 1; ; look += 1) {
      const asked = await this.offers.ofLockedOrder(tx, order.id, this.clock.now());
      const market = await this.planning.market(order);
      const planned = await this.planning.plan(order, asked, market, false);
      const round = { asked, planned, fingerprint: null, byHand };
      const offered = await this.offering.offer(tx, order, round, false);
      if (!isRefusal(offered) || !isOvertaken(offered) || look === LOOKS) return offered;
    }
  }
}
