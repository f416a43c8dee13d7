import { Injectable } from '@nestjs/common';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LinesStore, type LostLine } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A lot, or whoever sold it, went away under these lines before anybody was bound. */
    'offer.withdrawn': { orderId: string; lineIds: string[] };
  }
}

/** Lines that fall away before they are committed: their kilograms are free, their orders count without them. */
@Injectable()
export class LettingGo {
  constructor(
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param reason kept with an order of one lot that ends by this, in Vietnamese as people write it
   * @returns the lines that fell away
   */
  async go(tx: Tx, lineIds: readonly string[], reason: string): Promise<LostLine[]> {
    await this.orders.lockOrdersOf(tx, lineIds);
    const lost = await this.lines.releaseByIds(tx, lineIds);
    await this.lots.release(
      tx,
      lost.map((line) => line.id),
    );
    const orderIds = [...new Set(lost.map((line) => line.orderId))];
    await this.orders.reopen(tx, orderIds, reason);
    for (const orderId of orderIds) {
      await this.orders.markAllocatedWhenCovered(tx, orderId);
      const theirs = lost.filter((line) => line.orderId === orderId).map((line) => line.id);
      await this.outbox.publish(tx, 'offer.withdrawn', { orderId, lineIds: theirs });
    }
    return lost;
  }
}
