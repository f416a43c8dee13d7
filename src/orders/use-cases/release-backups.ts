import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Lots } from '../../lots/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Outbox } from '../../platform/events/outbox.js';
import { BackupsStore } from '../data/backups.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Their hour is over and nobody needed them; these households stood by. */
    'backups.released': { backupIds: string[] };
  }
}

/** Every minute: households whose hour of release has come, or whose lot or order is over, stand by no longer, and their kilograms are free (AL-10). */
@Injectable()
export class ReleaseBackups implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly backups: BackupsStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('* * * * *', 'orders.release-backups', () => this.run());
  }

  async run(): Promise<void> {
    await this.uow.run(async (tx) => {
      const released = await this.backups.releaseDue(tx, this.clock.now());
      const ready = released.filter(({ wasReady }) => wasReady);
      await this.lots.release(
        tx,
        ready.map(({ id }) => id),
      );
      // Whoever took the lot back is not thanked for standing by.
      const stoodBy = ready.filter(({ isLotGone }) => !isLotGone).map(({ id }) => id);
      if (stoodBy.length > 0)
        await this.outbox.publish(tx, 'backups.released', { backupIds: stoodBy });
    });
  }
}
