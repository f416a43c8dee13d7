import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import type { OrderPart } from '../domain/part.js';
import { Planning, type PlannedRound } from './planning.js';

/** What a cooperative could take of an order now. */
export interface PlannedPart {
  readonly order: Order;
  readonly planned: PlannedRound;
  /** The answers the plan counted on. */
  readonly asked: readonly Offer[];
}

/** Plans a cooperative's part of an order over the lots of households that let it sell, and of no others. */
@Injectable()
export class PartPlanning {
  constructor(
    private readonly accounts: Accounts,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly planning: Planning,
    private readonly clock: Clock,
  ) {}

  /** Writes nothing. @returns undefined when there is no such order to be gathered */
  async run(coopId: string, orderId: string, part: OrderPart): Promise<PlannedPart | undefined> {
    const [order] = await this.orders.byIds([orderId]);
    if (order?.kind !== 'BULK') return undefined;
    const [asked, market, householdIds] = await Promise.all([
      this.offers.ofOrder(orderId, this.clock.now()),
      this.planning.market(order),
      this.accounts.householdsSoldFor(coopId),
    ]);
    const households = new Set(householdIds);
    const own = market.filter((lot) => households.has(lot.householdId));
    return { order, asked, planned: await this.planning.planPart(order, asked, own, part) };
  }
}
