import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { Outbox } from '../../platform/events/outbox.js';
import { OrderChangesStore } from '../data/order-changes.store.js';

const SWEEP = 'changes.keep-proposals';

/** Every five minutes: changes nobody can agree to any more are closed, so that their proposer hears of it. */
@Injectable()
export class KeepProposals implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: OrderChangesStore,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    await oneByOne(SWEEP, await this.changes.over(now), (id) =>
      this.uow.run(async (tx) => {
        const change = await this.changes.lock(tx, id);
        if (change?.state !== 'OPEN') return;
        await this.changes.close(tx, id, change.expiresAt <= now ? 'EXPIRED' : 'STALE', now);
        await this.outbox.publish(tx, 'order.change-closed', { changeId: id });
      }),
    );
  }
}
