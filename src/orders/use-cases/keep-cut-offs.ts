import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { atCutOff } from '../domain/cut-off.js';
import { Closing } from './closing.js';
import { Committing, type CommittingRefusal } from './committing.js';

const SWEEP = 'orders.keep-cut-offs';
const TOO_LITTLE = 'hết giờ gom mà chưa đủ hàng';
const HOURS_OVER = 'giờ lấy hàng đã qua trước khi chốt được';

/**
 * Every minute, for orders whose gathering has ended (OR-02): commits what is there when it reaches the buyer's minimum,
 * else gathers on once or gives up. One order a transaction: an order that cannot be committed holds up no other.
 */
@Injectable()
export class KeepCutOffs implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly committing: Committing,
    private readonly closing: Closing,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('* * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await oneByOne(SWEEP, await this.orders.pastCutOff(now), (id) =>
      this.uow.run((tx) => this.judge(tx, id, now)),
    );
  }

  /**
   * An order whose hours are over gives up, whatever was accepted: nobody can fetch it any more.
   * @returns why it cannot be committed now (a suspended buyer, a lot just withdrawn); the next minute judges it again
   */
  private async judge(
    tx: Tx,
    id: string,
    now: Date,
  ): Promise<Refusal<CommittingRefusal> | undefined> {
    const order = await this.orders.lock(tx, id);
    const cutOff = order?.cutOff;
    if (!order || !cutOff || cutOff.until > now) return;
    if (order.state !== 'SOURCING' && order.state !== 'ALLOCATED') return;
    if (order.readyTo <= now) {
      await this.closing.close(tx, [id], 'EXPIRED', HOURS_OVER);
      return;
    }
    const offers = await this.offers.ofLockedOrder(tx, id, now);
    const accepted = offers.filter((offer) => offer.state === 'ACCEPTED');
    const acceptedGrams = sumGrams(accepted.map((offer) => offer.grams));
    switch (atCutOff(cutOff, { acceptedGrams, minGrams: order.minGrams })) {
      case 'COMMIT':
        return this.committing.commit(tx, order);
      case 'EXTEND':
        return this.closing.prolong(tx, id);
      case 'EXPIRE':
        await this.closing.close(tx, [id], 'EXPIRED', TOO_LITTLE);
    }
  }
}
