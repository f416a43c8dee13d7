import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Announcements } from '../../platform/events/announcements.js';
import { Handlers } from '../../platform/events/handlers.js';
import { OffersStore, type Progress } from '../data/offers.store.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';

declare module '../../platform/events/announcements.js' {
  interface Channels {
    /** An order's answers moved, and with them what others may still be asked for of its crop. */
    orders: { readonly orderId: string; readonly cropCode: string };
  }
}

/** How an order stands after something moved; without figures when it was only the market around it. */
export interface ProgressChange {
  readonly orderId: string;
  readonly progress: Progress | null;
  readonly isMarketMoved: boolean;
}

const MOVES = [
  'order.offered',
  'offer.answered',
  'order.part-taken',
  'offer.expired',
  'offer.withdrawn',
  'backups.taken',
  'order.committed',
  'order.closed',
  'order.extended',
] as const;

/** Says to open screens which orders moved, and lets the screen of one order listen. */
@Injectable()
export class AnnounceProgress implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly announcements: Announcements,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const event of MOVES) {
      this.handlers.on(event, `orders.announce ${event}`, async (tx, { orderId }) => {
        const [order] = await this.orders.byIds([orderId]);
        if (order)
          await this.announcements.tell(tx, 'orders', { orderId, cropCode: order.cropCode });
      });
    }
  }

  listen<Shown>(
    { id, cropCode }: Order,
    shown: (change: ProgressChange) => Shown,
  ): AsyncIterableIterator<Shown> {
    return this.announcements.listen('orders', async (said) => {
      if (said.orderId === id) {
        const [progress] = await this.offers.progressOf([id], this.clock.now());
        return shown({ orderId: id, progress: progress ?? null, isMarketMoved: false });
      }
      return said.cropCode === cropCode
        ? shown({ orderId: id, progress: null, isMarketMoved: true })
        : undefined;
    });
  }
}
