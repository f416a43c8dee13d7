import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { priceOf, shareOf, vnd, type Vnd } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DealsStore, type NewDeal } from '../data/deals.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { depositDueAt, frozenTerms } from '../domain/terms.js';

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

  /**
   * As `make`, for an order whose one line was just accepted.
   * @param depositVnd what was agreed for this one deal; undefined takes the order's share of the goods
   */
  async makeAtOnce(tx: Tx, orderId: string, depositVnd?: Vnd): Promise<string[]> {
    const order = await this.orders.lock(tx, orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    const accepted = await this.offers.ofLockedOrder(tx, orderId, this.clock.now());
    const deals = await this.make(tx, order, accepted, { depositVnd });
    return deals.map(({ id }) => id);
  }

  /** @returns the deals, in the order of their numbers */
  async make(
    tx: Tx,
    order: Order,
    accepted: readonly Offer[],
    more: MoreOfDeals = {},
  ): Promise<readonly NewDeal[]> {
    const now = this.clock.now();
    const deals = dealsOf(order, accepted, now, more);
    const dealIds = deals.map((deal) => deal.id);
    await this.deals.make(tx, order.id, deals, now);
    await this.outbox.publish(tx, 'order.committed', { orderId: order.id, dealIds });
    return deals;
  }
}

interface MoreOfDeals {
  /** What was agreed for each of these deals; left out, the order's share of the goods. */
  readonly depositVnd?: Vnd | undefined;
  /** Deals the order has already: numbers go on from there. */
  readonly known?: number;
}

function dealsOf(
  order: Order,
  accepted: readonly Offer[],
  madeAt: Date,
  { depositVnd: agreedDepositVnd, known = 0 }: MoreOfDeals,
): NewDeal[] {
  const households = [...new Set(accepted.map((line) => line.householdId))];
  return households.map((householdId, index) => {
    const theirs = accepted.filter((line) => line.householdId === householdId);
    const { prices } = frozenTerms(order, theirs);
    const priceOfGrade = new Map(prices.map((price) => [price.gradeCode, price.vndPerKg]));
    const lines = theirs.map(({ id, grams, gradeCode, vndPerKg }) => ({
      lineId: id,
      grams,
      vndPerKg: priceOfGrade.get(gradeCode) ?? vndPerKg,
    }));
    const goods = vnd(lines.reduce((sum, line) => sum + priceOf(line.grams, line.vndPerKg), 0));
    const depositVnd = agreedDepositVnd ?? shareOf(goods, order.depositBp);
    return {
      id: uuid(),
      number: `${order.number}/${known + index + 1}`,
      householdId,
      communeId: theirs[0]?.communeId ?? '',
      depositVnd,
      depositDueAt: depositDueAt(depositVnd, madeAt, order.readyFrom),
      lines,
    };
  });
}
