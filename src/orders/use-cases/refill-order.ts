import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { isCovered } from '../domain/round.js';
import { Offering } from './offering.js';
import { toAsked } from './planning.js';

/**
 * When an answer falls away, the same policy asks others once, for all that is missing (AL-09). Lines of such a round
 * start no further round: from there on the buyer decides.
 */
@Injectable()
export class RefillOrder implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly offering: Offering,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('offer.answered', 'orders.refill-after-answer', (tx, { orderId, lineId }) =>
      this.refill(tx, orderId, [lineId]),
    );
    this.handlers.on('offer.expired', 'orders.refill-after-expiry', (tx, { orderId, lineIds }) =>
      this.refill(tx, orderId, lineIds),
    );
    this.handlers.on(
      'offer.withdrawn',
      'orders.refill-after-withdrawal',
      (tx, { orderId, lineIds }) => this.refill(tx, orderId, lineIds),
    );
  }

  private async refill(tx: Tx, orderId: string, lostLineIds: readonly string[]): Promise<void> {
    if (!(await this.offers.cameFromBuyer(tx, lostLineIds))) return;
    const order = await this.orders.lock(tx, orderId);
    if (order?.kind !== 'BULK') return;
    const asked = await this.offers.ofLockedOrder(tx, orderId, this.clock.now());
    if (isCovered(order, asked.map(toAsked))) return;

    await this.offering.offerAtSight(tx, order, true);
  }
}
