import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Outbox } from '../../platform/events/outbox.js';
import { NegotiationsStore } from '../data/negotiations.store.js';

// One sweep holds the locks of at most this many.
const SWEPT = 100;

/** Every minute, tidies up what ran out and tells both sides. A late answer is refused whether it came by or not. */
@Injectable()
export class ExpireNegotiations implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NegotiationsStore,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('* * * * *', 'negotiation.expire', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    while ((await this.sweep(now)) === SWEPT);
  }

  private sweep(now: Date): Promise<number> {
    return this.uow.run(async (tx) => {
      const negotiationIds = await this.store.expire(tx, now, SWEPT);
      if (negotiationIds.length > 0) {
        await this.outbox.publish(tx, 'negotiation.closed', { negotiationIds });
      }
      return negotiationIds.length;
    });
  }
}
