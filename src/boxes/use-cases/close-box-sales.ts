import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Handlers } from '../../platform/events/handlers.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { BoxOrdersStore } from '../data/box-orders.store.js';
import { BoxesStore, type CloseReason } from '../data/boxes.store.js';
import { BoxStock } from './box-stock.js';
import { MoveBoxOrder } from './move-box-order.js';

const SWEEP = 'boxes.close-sales';
/** Who handed boxes over at the gate writes it down in the evening, or the next morning. */
const LATE_WORD_MS = 86_400_000;

/**
 * Sales whose window has run out, or whose lot was taken back: no more orders; those that were placed stand, until a day after
 * the hours of a sale whose seller never confirmed them.
 */
@Injectable()
export class CloseBoxSales implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sales: BoxesStore,
    private readonly orders: BoxOrdersStore,
    private readonly moving: MoveBoxOrder,
    private readonly stock: BoxStock,
    private readonly handlers: Handlers,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
    this.handlers.on('lot.withdrawn', 'boxes.lose-withdrawn-lot', (tx, { lotId }) =>
      this.ofLot(tx, lotId),
    );
    this.handlers.on('lot.expired', 'boxes.lose-expired-lot', (tx, { lotId }) =>
      this.ofLot(tx, lotId),
    );
  }

  async run(): Promise<void> {
    await oneByOne(SWEEP, await this.sales.over(this.clock.now()), (id) =>
      this.uow.run((tx) => this.close(tx, id, 'TIME')),
    );
    const overBy = new Date(this.clock.now().getTime() - LATE_WORD_MS);
    await oneByOne(SWEEP, await this.orders.unconfirmed(overBy), (id) =>
      this.uow.run((tx) => this.moving.lapse(tx, id)),
    );
  }

  private async ofLot(tx: Tx, lotId: string): Promise<void> {
    for (const id of await this.sales.openOfLot(tx, lotId)) await this.close(tx, id, 'LOT');
  }

  private async close(tx: Tx, id: string, reason: CloseReason): Promise<void> {
    await this.sales.lock(tx, id);
    await this.sales.close(tx, id, reason, this.clock.now());
    await this.stock.settle(tx, id);
  }
}
