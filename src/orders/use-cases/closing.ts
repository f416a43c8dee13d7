import { Injectable } from '@nestjs/common';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The order ended without deals, by its buyer or by time; these lines were open or accepted and are free again. */
    'order.closed': { orderId: string; lineIds: string[] };
    /** Too little was there at the cut-off: the order gathers on once, as its buyer chose beforehand. */
    'order.extended': { orderId: string };
    /** Nobody answered in time; silence binds no grower. */
    'offer.expired': { orderId: string; lineIds: string[] };
  }
}

/** Gives back what orders hold without being committed: all of it when they end, one line when its time is over. */
@Injectable()
export class Closing {
  constructor(
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
  ) {}

  /** Ends locked orders. */
  async close(
    tx: Tx,
    orderIds: readonly string[],
    state: 'CANCELLED' | 'EXPIRED',
    reason: string | null,
  ): Promise<void> {
    const released = await this.lines.release(tx, orderIds);
    await this.lots.release(
      tx,
      released.map((line) => line.id),
    );
    await this.orders.close(tx, orderIds, state, reason);
    for (const orderId of orderIds) {
      const lineIds = released.filter((line) => line.orderId === orderId).map((line) => line.id);
      await this.outbox.publish(tx, 'order.closed', { orderId, lineIds });
    }
  }

  /** The end of gathering, put off; what is held stays held. */
  async prolong(tx: Tx, orderId: string): Promise<undefined> {
    await this.orders.extend(tx, orderId);
    await this.outbox.publish(tx, 'order.extended', { orderId });
  }

  /** Of locked orders, the offers whose time is over; the order of one lot ends with its one offer. */
  async expireOffers(tx: Tx, orderIds: readonly string[], now: Date): Promise<void> {
    const expired = await this.lines.expire(tx, orderIds, now);
    await this.orders.expireLotOrders(tx, orderIds);
    await this.lots.release(
      tx,
      expired.map((line) => line.id),
    );
    for (const orderId of orderIds) {
      const lineIds = expired.filter((line) => line.orderId === orderId).map((line) => line.id);
      if (lineIds.length > 0) await this.outbox.publish(tx, 'offer.expired', { orderId, lineIds });
    }
  }
}
