import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DealsStore, type NewDeal } from '../data/deals.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { frozenTerms } from '../domain/terms.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Both sides are bound: one deal a household, its terms frozen. */
    'order.committed': { orderId: string; dealIds: string[] };
  }
}

/** Turns the accepted lines of a locked order into one deal a household (OR-03). */
@Injectable()
export class DealMaking {
  constructor(
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly deals: DealsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** As `make`, for an order whose one line was just accepted. */
  async makeAtOnce(tx: Tx, orderId: string): Promise<string[]> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    return this.make(tx, order, await this.offers.ofLockedOrder(tx, orderId, this.clock.now()));
  }

  /** @returns ids of the deals, in the order of their numbers */
  async make(tx: Tx, order: Order, accepted: readonly Offer[]): Promise<string[]> {
    const deals = dealsOf(order, accepted);
    const dealIds = deals.map((deal) => deal.id);
    await this.deals.make(tx, order.id, deals, this.clock.now());
    await this.outbox.publish(tx, 'order.committed', { orderId: order.id, dealIds });
    return dealIds;
  }
}

function dealsOf(order: Order, accepted: readonly Offer[]): NewDeal[] {
  const households = [...new Set(accepted.map((line) => line.householdId))];
  return households.map((householdId, index) => {
    const theirs = accepted.filter((line) => line.householdId === householdId);
    const { prices } = frozenTerms(order, theirs);
    const priceOfGrade = new Map(prices.map((price) => [price.gradeCode, price.vndPerKg]));
    return {
      id: uuid(),
      number: `${order.number}/${index + 1}`,
      householdId,
      communeId: theirs[0]?.communeId ?? '',
      lines: theirs.map(({ id, gradeCode, vndPerKg }) => ({
        lineId: id,
        vndPerKg: priceOfGrade.get(gradeCode) ?? vndPerKg,
      })),
    };
  });
}
