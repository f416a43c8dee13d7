import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Notices } from '../messages/index.js';
import { Handlers } from '../platform/events/handlers.js';
import { ClosuresStore } from './data/closures.store.js';

/** Whoever has goods on offer, agreed on or to be fetched in a commune that is closed hears of it, once (SM-07). */
@Injectable()
export class TellOfClosure implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly store: ClosuresStore,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('commune.closed', 'office.tell-of-closure', async (tx, closed, eventId) => {
      const { communeId, name, from, to } = closed;
      const hours = { communeId, from: new Date(from), to: to === null ? null : new Date(to) };
      const concerned = await this.store.concerned(tx, hours, this.clock.now());
      const facts = { commune: name, from, until: to };
      await this.notices.tell(
        tx,
        eventId,
        concerned.map(({ partyId, path }) => ({ partyId, kind: 'COMMUNE_CLOSED', facts, path })),
      );
    });
  }
}
