import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { OrdersStore } from '../data/orders.store.js';
import { Closing } from './closing.js';

// One sweep holds the locks of at most this many orders.
const SWEPT_ORDERS = 100;

/**
 * Every minute: offers whose time is over become EXPIRED, and orders whose window ended before their commit are closed.
 * Nothing waits for it: a late answer is refused and stock is free again from the second it expires.
 */
@Injectable()
export class ExpireOffers implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly closing: Closing,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('* * * * *', 'orders.expire-offers', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    while ((await this.uow.run((tx) => this.expire(tx, now))) === SWEPT_ORDERS);
    while ((await this.uow.run((tx) => this.closeOverdue(tx, now))) === SWEPT_ORDERS);
  }

  private async expire(tx: Tx, now: Date): Promise<number> {
    const orderIds = await this.orders.lockWithExpiredOffers(tx, now, SWEPT_ORDERS);
    if (orderIds.length > 0) await this.closing.expireOffers(tx, orderIds, now);
    return orderIds.length;
  }

  private async closeOverdue(tx: Tx, now: Date): Promise<number> {
    const orderIds = await this.orders.lockOverdue(tx, now, SWEPT_ORDERS);
    if (orderIds.length > 0) await this.closing.close(tx, orderIds, 'EXPIRED', null);
    return orderIds.length;
  }
}
