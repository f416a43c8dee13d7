import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotRecordsStore } from '../data/lot-records.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Fruit was left, or promised and not weighed, when its window ended. `holdIds` were still promised, as in `lot.withdrawn`. */
    'lot.expired': { lotId: string; holdIds: string[] };
  }
}

/** A truck may be late: fruit is weighed hours after the window, and only then is a lot over. */
const GRACE_MS = 6 * 3_600_000;

/** Closes what is over: sold when nothing is free, expired when something was left. */
@Injectable()
export class CloseOverLots implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', 'lots.close-over', () => this.run());
  }

  async run(): Promise<void> {
    const endedBefore = new Date(this.clock.now().getTime() - GRACE_MS);
    await this.uow.run(async (tx) => {
      for (const lotId of await this.lots.closeOver(tx, endedBefore)) {
        const holdIds = await this.lots.openHolds(tx, lotId);
        await this.outbox.publish(tx, 'lot.expired', { lotId, holdIds });
      }
    });
  }
}
