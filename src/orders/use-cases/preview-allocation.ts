import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { OffersStore } from '../data/offers.store.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { COLLECTION_COSTS } from '../domain/collection-costs.js';
import { nearestAnswers, type NearestAnswer } from '../domain/nearest.js';
import { orderPolicy } from '../domain/order.policy.js';
import { afterStep } from '../domain/order.state.js';
import { Planning, type PlannedRound } from './planning.js';

export interface Preview extends PlannedRound {
  readonly order: Order;
  /** What comes nearest when the market cannot fill the wish. */
  readonly nearest: readonly NearestAnswer[];
}

/** What offering now would ask for. Writes nothing; the same market gives the same plan (AL-01). */
@Injectable()
export class PreviewAllocation {
  constructor(
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly planning: Planning,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    orderId: string,
  ): Promise<Preview | Refusal<'ORDER_NOT_FOUND' | 'ORDER_STEP_NOT_ALLOWED'>> {
    const order = isId(orderId) ? await this.orders.find(actor, orderId) : undefined;
    if (!order || !orderPolicy.preview.allows(actor, order)) return refuse('ORDER_NOT_FOUND');
    if (order.kind === 'LOT' || isRefusal(afterStep(order.state, 'commit'))) {
      return refuse('ORDER_STEP_NOT_ALLOWED', { state: order.state, step: 'preview' });
    }
    const [offers, market] = await Promise.all([
      this.offers.ofOrders(actor, [orderId], this.clock.now()),
      this.planning.market(order),
    ]);
    const planned = await this.planning.plan(order, offers, market, false);
    const nearest = planned.plan.totals.isWithinTolerance
      ? []
      : nearestAnswers(planned.wish, market, planned.plan.totals.planned, COLLECTION_COSTS);
    return { order, ...planned, nearest };
  }
}
