import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { BoxOrdersStore } from '../data/box-orders.store.js';
import { BoxesStore } from '../data/boxes.store.js';

/** The seller hears of each order; of one that was given up, the other side. A buyer without a party reads it in the app. */
@Injectable()
export class TellOfBoxes implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly orders: BoxOrdersStore,
    private readonly sales: BoxesStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('box.ordered', 'boxes.tell-seller', (tx, { orderId }, id) =>
      this.ordered(tx, id, orderId),
    );
    this.handlers.on('box.cancelled', 'boxes.tell-other-side', (tx, { orderId }, id) =>
      this.cancelled(tx, id, orderId),
    );
  }

  private async ordered(tx: Tx, eventId: string, orderId: string): Promise<void> {
    const order = await this.orders.find(orderId);
    const sale = order && (await this.sales.find(order.saleId));
    if (!sale) return;
    const { number: orderNumber, boxes, amountVnd } = order;
    await this.notices.tell(tx, eventId, [
      {
        partyId: sale.sellerId,
        kind: 'BOX_ORDERED',
        facts: { orderNumber, cropCode: sale.cropCode, boxes, amountVnd },
        path: `/app/thung/${sale.id}`,
      },
    ]);
  }

  private async cancelled(tx: Tx, eventId: string, orderId: string): Promise<void> {
    const order = await this.orders.find(orderId);
    const sale = order && (await this.sales.find(order.saleId));
    if (!sale) return;
    const { number: orderNumber, boxes, cancelReason, cancelledBy, partyId, buyerId } = order;
    const facts = { orderNumber, cropCode: sale.cropCode, boxes, reason: cancelReason ?? '' };
    const kind = 'BOX_ORDER_CANCELLED';
    const path = `/app/thung/${sale.id}`;
    if (cancelledBy === 'BUYER')
      await this.notices.tell(tx, eventId, [{ partyId: sale.sellerId, kind, facts, path }]);
    else if (partyId)
      await this.notices.tell(tx, eventId, [{ partyId, personId: buyerId, kind, facts, path }]);
  }
}
