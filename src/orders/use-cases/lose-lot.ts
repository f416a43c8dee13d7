import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A lot went away under these lines before anybody was bound. */
    'offer.withdrawn': { orderId: string; lineIds: string[] };
  }
}

const LOT_GONE = 'Hộ đã rút lô hàng';

/** When a lot is taken back, orders that counted on it and are not committed yet count without it. Deals stay. */
@Injectable()
export class LoseLot implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.handlers.on('lot.withdrawn', 'orders.lose-withdrawn-lot', (tx, { holdIds }) =>
      this.lose(tx, holdIds),
    );
    this.handlers.on('lot.expired', 'orders.lose-expired-lot', (tx, { holdIds }) =>
      this.lose(tx, holdIds),
    );
  }

  private async lose(tx: Tx, lineIds: readonly string[]): Promise<void> {
    await this.orders.lockOrdersOf(tx, lineIds);
    const lost = await this.lines.releaseByIds(tx, lineIds);
    await this.lots.release(
      tx,
      lost.map((line) => line.id),
    );
    const orderIds = [...new Set(lost.map((line) => line.orderId))];
    await this.orders.reopen(tx, orderIds, LOT_GONE);
    for (const orderId of orderIds) {
      const theirs = lost.filter((line) => line.orderId === orderId).map((line) => line.id);
      await this.outbox.publish(tx, 'offer.withdrawn', { orderId, lineIds: theirs });
    }
  }
}
