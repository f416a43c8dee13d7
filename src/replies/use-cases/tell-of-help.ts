import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Notices } from '../../messages/index.js';
import { Places } from '../../places/index.js';
import { Handlers } from '../../platform/events/handlers.js';
import { HelpCallsStore } from '../data/help-calls.store.js';

/** Whoever helps a household hears that it asks to be called. */
@Injectable()
export class TellOfHelp implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly calls: HelpCallsStore,
    private readonly accounts: Accounts,
    private readonly places: Places,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('help.asked', 'replies.tell-of-help', async (tx, { helpCallId }, id) => {
      const call = await this.calls.byId(helpCallId);
      if (!call) return;
      const facts = { household: call.householdName, screen: call.screen };
      const helpers = await this.calls.helpersOf(
        call.householdId,
        await this.groundOf(call.householdId),
      );
      await this.notices.tell(
        tx,
        id,
        helpers.map(({ partyId }) => ({
          partyId,
          kind: 'HELP_ASKED' as const,
          facts,
          path: '/app/nho-goi',
        })),
      );
    });
  }

  /** A territory may name the commune of today or the one a household was registered in. */
  private async groundOf(householdId: string): Promise<string[]> {
    const communeId = (await this.accounts.party(householdId))?.communeId;
    if (!communeId) return [];
    return [communeId, (await this.places.communeOn(communeId))?.id ?? communeId];
  }
}
