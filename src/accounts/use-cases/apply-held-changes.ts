import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { AccountsStore } from '../data/accounts.store.js';
import { HeldChangesStore } from '../data/held-changes.store.js';

/** A day after it was asked for, a change that nobody stopped is made; each in a transaction of its own. */
@Injectable()
export class ApplyHeldChanges implements OnModuleInit {
  constructor(
    private readonly clockwork: Clockwork,
    private readonly uow: UnitOfWork,
    private readonly changes: HeldChangesStore,
    private readonly accounts: AccountsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', 'accounts.apply-held-changes', () => this.run());
  }

  async run(): Promise<void> {
    for (const { id } of await this.changes.due(this.clock.now())) {
      await this.uow.run(async (tx) => {
        const now = this.clock.now();
        const change = await this.changes.take(tx, id, now);
        if (!change) return;
        const { partyId, bankBin, bankAccount, personId, phone } = change;
        if (partyId !== null && bankBin !== null && bankAccount !== null)
          await this.changes.setPayout(tx, partyId, bankBin, bankAccount);
        // Whoever is still signed in through the old number signs in again with the new one.
        if (phone !== null && (await this.changes.setPhone(tx, personId, phone)))
          await this.accounts.endOthers(tx, personId, null, now);
      });
    }
  }
}
