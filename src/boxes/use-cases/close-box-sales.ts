import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Handlers } from '../../platform/events/handlers.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { BoxesStore, type CloseReason } from '../data/boxes.store.js';
import { BoxStock } from './box-stock.js';

const SWEEP = 'boxes.close-sales';

/** Sales whose window has run out, or whose lot was taken back: no more orders, and those that were placed stand. */
@Injectable()
export class CloseBoxSales implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sales: BoxesStore,
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
