import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Notices } from '../../messages/index.js';
import { Handlers } from '../../platform/events/handlers.js';

/** A household hears what was put on record for it, by whatever reaches its numbers. */
@Injectable()
export class TellOfErasures implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('erasure.recorded', 'privacy.tell-household', async (tx, recorded, id) => {
      const { householdId: partyId, byPartyId, effectiveAt } = recorded;
      const by = (await this.accounts.party(byPartyId))?.name ?? '';
      const facts = { by, effectiveAt };
      await this.notices.tell(tx, id, [
        { partyId, kind: 'ERASURE_RECORDED', facts, path: '/app/du-lieu' },
      ]);
    });
  }
}
