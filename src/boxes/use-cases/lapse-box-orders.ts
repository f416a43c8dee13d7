import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { BoxOrdersStore } from '../data/box-orders.store.js';
import { MoveBoxOrder } from './move-box-order.js';

const SWEEP = 'boxes.lapse-orders';
/** Who handed boxes over at the gate writes it down in the evening, or the next morning. */
const LATE_WORD_MS = 86_400_000;

/** Orders that their seller never confirmed end a day after the hours of the sale. */
@Injectable()
export class LapseBoxOrders implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: BoxOrdersStore,
    private readonly moving: MoveBoxOrder,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    const overBy = new Date(this.clock.now().getTime() - LATE_WORD_MS);
    await oneByOne(SWEEP, await this.orders.unconfirmed(overBy), (id) =>
      this.uow.run((tx) => this.moving.lapse(tx, id)),
    );
  }
}
