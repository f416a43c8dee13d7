import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Notices } from '../../messages/index.js';
import { Handlers } from '../../platform/events/handlers.js';

const PATH = '/app/du-lieu';

/** A household hears what was put on record for it at the counter, by whatever reaches its numbers. */
@Injectable()
export class TellHousehold implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('erasure.recorded', 'privacy.tell-household', async (tx, recorded, id) => {
      const { householdId: partyId, byPartyId, effectiveAt } = recorded;
      const facts = { by: await this.nameOf(byPartyId), effectiveAt };
      await this.notices.tell(tx, id, [{ partyId, kind: 'ERASURE_RECORDED', facts, path: PATH }]);
    });
    this.handlers.on('data.handed-over', 'privacy.tell-of-data', async (tx, handed, id) => {
      const { householdId: partyId, byPartyId, handedAt } = handed;
      const facts = { by: await this.nameOf(byPartyId), handedAt };
      await this.notices.tell(tx, id, [{ partyId, kind: 'DATA_HANDED_OVER', facts, path: PATH }]);
    });
  }

  private async nameOf(partyId: string): Promise<string> {
    return (await this.accounts.party(partyId))?.name ?? '';
  }
}
