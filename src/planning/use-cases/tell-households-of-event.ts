import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { FieldEventsStore } from '../data/field-events.store.js';

/**
 * Every household whose plots were struck hears by how much its numbers were lowered, unless it said so itself;
 * of what was reported for one household alone it is told with the act that was done in its name.
 */
@Injectable()
export class TellHouseholdsOfEvent implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly events: FieldEventsStore,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      'field-event.reported',
      'planning.tell-of-event',
      (tx, { eventId }, deliveryId) => this.run(tx, eventId, deliveryId),
    );
  }

  private async run(tx: Tx, eventId: string, deliveryId: string): Promise<void> {
    const event = await this.events.find(eventId);
    if (!event || event.householdId !== null) return;
    const facts = {
      eventKind: event.kind,
      lossPercent: event.lossBp / 100,
      firstDay: event.firstDay,
      lastDay: event.lastDay,
    };
    const households = await this.events.households(tx, eventId);
    await this.notices.tell(
      tx,
      deliveryId,
      households.map((partyId) => ({
        partyId,
        kind: 'FIELD_EVENT_REPORTED' as const,
        facts,
        path: '/app/bao',
      })),
    );
  }
}
