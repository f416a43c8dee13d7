import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers, type Once } from '../../platform/events/handlers.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { isCovered } from '../domain/round.js';
import { FillFromBackups } from './fill-from-backups.js';
import { Offering } from './offering.js';
import { Planning, toAsked } from './planning.js';
import { isOvertaken, LOOKS } from './rounds.js';

/**
 * When an answer falls away, lots that stand by are taken first (AL-10); then the same policy asks others once, for all
 * that is missing (AL-09). Lines of either start no further round: from there on the buyer decides. What a buyer changes while
 * an order gathers is asked for the same way.
 */
@Injectable()
export class RefillOrder implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly backups: FillFromBackups,
    private readonly planning: Planning,
    private readonly offering: Offering,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('offer.answered', 'orders.backups-after-answer', (tx, { orderId, lineId }) =>
      this.fill(tx, orderId, [lineId]),
    );
    this.handlers.reckonOn(
      'offer.answered',
      'orders.refill-after-answer',
      ({ orderId, lineId }, once) => this.refill(once, orderId, [lineId]),
    );
    this.handlers.on('offer.expired', 'orders.backups-after-expiry', (tx, { orderId, lineIds }) =>
      this.fill(tx, orderId, lineIds),
    );
    this.handlers.reckonOn(
      'offer.expired',
      'orders.refill-after-expiry',
      ({ orderId, lineIds }, once) => this.refill(once, orderId, lineIds),
    );
    this.handlers.on(
      'offer.withdrawn',
      'orders.backups-after-withdrawal',
      (tx, { orderId, lineIds }) => this.fill(tx, orderId, lineIds),
    );
    this.handlers.reckonOn(
      'offer.withdrawn',
      'orders.refill-after-withdrawal',
      ({ orderId, lineIds }, once) => this.refill(once, orderId, lineIds),
    );
    this.handlers.reckonOn('order.revised', 'orders.ask-after-revision', ({ orderId }, once) =>
      this.ask(once, orderId, false),
    );
  }

  private async fill(tx: Tx, orderId: string, lostLineIds: readonly string[]): Promise<void> {
    if (await this.offers.hasLost(lostLineIds, tx)) await this.backups.run(tx, orderId);
  }

  private async refill(once: Once, orderId: string, lostLineIds: readonly string[]): Promise<void> {
    if (await this.offers.cameFromBuyer(lostLineIds)) await this.ask(once, orderId, true);
  }

  /** The market is read and planned over without a transaction; what has moved meanwhile is planned over again. */
  private async ask(once: Once, orderId: string, isAutomatic: boolean): Promise<void> {
    for (let look = 1; look <= LOOKS; look += 1) {
      const [order] = await this.orders.byIds([orderId]);
      if (order?.kind !== 'BULK') return;
      const asked = await this.offers.ofOrder(orderId, this.clock.now());
      if (isCovered(order, asked.map(toAsked))) return;
      const market = await this.planning.market(order);
      const planned = await this.planning.plan(order, asked, market, isAutomatic);
      const offered = await once(async (tx) => {
        const locked = await this.orders.lock(tx, orderId);
        const round = { asked, planned, fingerprint: null };
        const answer = locked && (await this.offering.offer(tx, locked, round, isAutomatic));
        if (isRefusal(answer)) return answer;
      });
      if (!isRefusal(offered) || !isOvertaken(offered)) return;
    }
  }
}
