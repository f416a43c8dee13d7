import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Orders } from '../../orders/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { Outbox } from '../../platform/events/outbox.js';
import { StandingsStore } from '../data/standings.store.js';
import { GivingUpDeals } from './giving-up.js';

const SWEEP = 'changes.keep-release-times';

/**
 * Every five minutes (PA-04): both sides are reminded once before the hour of release; when the vehicle has not come two
 * hours after it, the fruit is free again and the clause of the deal is applied.
 */
@Injectable()
export class KeepReleaseTimes implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly standings: StandingsStore,
    private readonly givingUp: GivingUpDeals,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await oneByOne(SWEEP, await this.standings.due(now), ({ id, isReminded }) =>
      this.uow.run((tx) => (isReminded ? this.release(tx, id, now) : this.remind(tx, id, now))),
    );
  }

  private async remind(tx: Tx, dealId: string, now: Date): Promise<void> {
    if (await this.standings.markReminded(tx, dealId, now))
      await this.outbox.publish(tx, 'deal.release-near', { dealId });
  }

  /** Judged once nothing about it moves: other hours or a vehicle on its way, since the sweep looked, save the buyer. */
  private async release(tx: Tx, dealId: string, now: Date): Promise<unknown> {
    const deal = await this.orders.lockDeal(tx, dealId);
    await this.givingUp.lockRide(tx, dealId);
    if (!deal || !(await this.standings.isOver(tx, dealId, now))) return;
    return this.givingUp.end(tx, deal, {
      cause: 'NO_PICKUP',
      fault: 'BUYER',
      said: null,
      note: null,
    });
  }
}
