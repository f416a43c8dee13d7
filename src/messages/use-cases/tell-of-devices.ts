import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Handlers } from '../../platform/events/handlers.js';
import { Notices } from '../notices.js';

/** A new browser signed in as somebody: she hears of it on those she already had. */
@Injectable()
export class TellOfDevices implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('device.added', 'messages.tell-of-device', async (tx, added, eventId) => {
      const device = await this.accounts.device(added.sessionId);
      if (!device || added.partyId === null) return;
      await this.notices.tell(tx, eventId, [
        {
          partyId: added.partyId,
          personId: added.personId,
          kind: 'DEVICE_ADDED',
          facts: { device: device.name, at: device.since.toISOString() },
          path: '/app/may',
        },
      ]);
    });
  }
}
