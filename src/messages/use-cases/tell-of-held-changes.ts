import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Handlers } from '../../platform/events/handlers.js';
import type { DomainEvents } from '../../platform/events/outbox.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { heldChangeText } from '../domain/held-change-text.js';
import { Notices } from '../notices.js';
import { SendText } from './send-text.js';

/**
 * A new number, account or person waits: whoever it concerns, one person or everybody of the household or business, hears of
 * it in the app, and the number that loses something by SMS, because a thief reads the new one.
 */
@Injectable()
export class TellOfHeldChanges implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly sending: SendText,
  ) {}

  onModuleInit(): void {
    this.handlers.on('change.held', 'messages.tell-of-change', (tx, held, eventId) =>
      this.inApp(tx, held, eventId),
    );
    this.handlers.on('phone.kept', 'messages.tell-phone-kept', (tx, { personId }, eventId) =>
      this.notices.tell(tx, eventId, [
        { partyId: null, personId, kind: 'SIGN_IN_PHONE_KEPT', facts: {}, path: '/app/doi' },
      ]),
    );
    // A handler of its own: when the gateway is down the app has told already, and only this is tried again.
    this.handlers.reckonOn('change.held', 'messages.tell-old-number', (held, _, id) =>
      this.sending.run(
        { id, kind: 'CHANGE_HELD', phone: held.toldPhone },
        heldChangeText(held.kind),
      ),
    );
  }

  private async inApp(tx: Tx, held: DomainEvents['change.held'], eventId: string): Promise<void> {
    const { partyId, personId, kind, effectiveAt } = held;
    await this.notices.tell(tx, eventId, [
      {
        ...(partyId === null ? { partyId, personId } : { partyId }),
        kind: 'CHANGE_HELD',
        facts: { change: kind, effectiveAt },
        path: kind === 'PERSON_ADDED' || kind === 'PERSON_REMOVED' ? '/app/nguoi-nha' : '/app/doi',
      },
    ]);
  }
}
