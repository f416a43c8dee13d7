import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OrdersStore } from '../data/orders.store.js';
import type { ByHand } from '../domain/by-hand.js';
import { Offering } from './offering.js';
import type { RoundRefusal } from './rounds.js';

export type OfferByHandRefusal = 'ORDER_NOT_FOUND' | RoundRefusal;

/**
 * Asks the households of chosen lots, for features above whose rules chose them: a round like any other, planned and
 * reserved in the caller's transaction. Nobody is checked here; the caller knows that the buyer asks.
 */
@Injectable()
export class OfferByHand {
  constructor(
    private readonly orders: OrdersStore,
    private readonly offering: Offering,
  ) {}

  async run(
    tx: Tx,
    orderId: string,
    byHand: ByHand,
  ): Promise<{ lineIds: string[] } | Refusal<OfferByHandRefusal>> {
    const order = await this.orders.lock(tx, orderId);
    return order ? this.offering.offerAtSight(tx, order, byHand) : refuse('ORDER_NOT_FOUND');
  }
}
