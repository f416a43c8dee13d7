import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sumGrams } from '../../kernel/units.js';
import { Notices } from '../../messages/index.js';
import { Orders } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';

/** The one message of an occurrence: its order is there. What is empty or skipped says nothing. */
@Injectable()
export class TellBuyer implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly orders: Orders,
  ) {}

  onModuleInit(): void {
    this.handlers.on('standing.opened', 'standing.tell-buyer', (tx, { orderId }, id) =>
      this.tell(tx, id, orderId),
    );
  }

  private async tell(tx: Tx, eventId: string, orderId: string): Promise<void> {
    const order = await this.orders.findOrder(orderId);
    if (!order) return;
    await this.notices.tell(tx, eventId, [
      {
        partyId: order.buyerId,
        kind: 'ORDER_CAME_ROUND',
        facts: {
          orderNumber: order.number,
          cropCode: order.cropCode,
          grams: sumGrams(order.lines.map((line) => line.wantedGrams)),
          readyFrom: order.readyFrom.toISOString(),
        },
        path: `/app/gom/${orderId}`,
      },
    ]);
  }
}
