import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Handlers } from '../../platform/events/handlers.js';
import { Notices } from '../notices.js';

/**
 * A new browser signed in as somebody, or took the number of her profile away: she hears of it on those she already had,
 * in whichever profile they are.
 */
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
      if (!device) return;
      await this.notices.tell(tx, eventId, [
        {
          partyId: null,
          personId: added.personId,
          kind: 'DEVICE_ADDED',
          facts: { device: device.name, at: device.since.toISOString() },
          path: '/app/may',
        },
      ]);
    });
    this.handlers.on('pin.reset', 'messages.tell-of-pin', async (tx, { personId, at }, eventId) => {
      await this.notices.tell(tx, eventId, [
        {
          partyId: null,
          personId,
          kind: 'PIN_RESET',
          facts: { at },
          path: '/app/may',
        },
      ]);
    });
  }
}
