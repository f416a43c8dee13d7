import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { Outbox } from '../../platform/events/outbox.js';
import { AccountsStore } from '../data/accounts.store.js';
import { HeldChangesStore, type HeldChange } from '../data/held-changes.store.js';
import { PartyPeopleStore } from '../data/party-people.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The new number of a person came to somebody else while it waited: hers stays as it was. */
    'phone.kept': { personId: string };
  }
}

const SWEEP = 'accounts.apply-held-changes';

/** A day after it was asked for, a change that nobody stopped is made; each in a transaction of its own. */
@Injectable()
export class ApplyHeldChanges implements OnModuleInit {
  constructor(
    private readonly clockwork: Clockwork,
    private readonly uow: UnitOfWork,
    private readonly changes: HeldChangesStore,
    private readonly accounts: AccountsStore,
    private readonly people: PartyPeopleStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', SWEEP, () => this.run());
  }

  async run(): Promise<void> {
    await oneByOne(SWEEP, await this.changes.due(this.clock.now()), ({ id }) =>
      this.uow.run(async (tx) => {
        const now = this.clock.now();
        const change = await this.changes.take(tx, id, now);
        if (change) await this.make(tx, change, now);
      }),
    );
  }

  private async make(tx: Tx, change: HeldChange, now: Date): Promise<void> {
    const { kind, partyId, bankBin, bankAccount, personId, phone, role, subjectId } = change;
    if (kind === 'PAYOUT' && partyId !== null && bankBin !== null && bankAccount !== null)
      await this.changes.setPayout(tx, partyId, bankBin, bankAccount);
    if (kind === 'PHONE' && phone !== null) {
      if (await this.changes.setPhone(tx, personId, phone)) {
        // Whoever is still signed in through the old number signs in again with the new one.
        await this.accounts.endOthers(tx, personId, null, now);
      } else {
        await this.changes.giveUp(tx, change.id, now);
        await this.outbox.publish(tx, 'phone.kept', { personId });
      }
    }
    if (kind === 'PERSON_ADDED' && partyId !== null && phone !== null && role !== null) {
      const fresh = { id: uuid(), phone, name: '', locale: 'vi', createdAt: now } as const;
      const person = await this.accounts.personOfPhone(tx, fresh);
      await this.people.join(tx, person.id, partyId, role);
    }
    if (kind === 'PERSON_REMOVED' && partyId !== null && subjectId !== null && role !== null) {
      // Others may have left meanwhile: the last one stays, as when it was asked.
      const speakers = await this.people.lock(tx, partyId, role);
      if (speakers.some(({ personId: other }) => other !== subjectId))
        await this.people.part(tx, subjectId, partyId, role);
    }
  }
}
