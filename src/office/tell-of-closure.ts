import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Notices } from '../messages/index.js';
import { Closures } from '../permits/index.js';
import { Handlers } from '../platform/events/handlers.js';
import { ClosuresStore } from './data/closures.store.js';

/**
 * Whoever has goods on offer, agreed on or to be fetched in a commune that is closed hears of it, once; and hears again when the
 * closure is lifted (SM-07).
 */
@Injectable()
export class TellOfClosure implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly store: ClosuresStore,
    private readonly closures: Closures,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('commune.closed', 'office.tell-of-closure', async (tx, closed, eventId) => {
      const { closureId: subjectId, communeId, name, from, to } = closed;
      const hours = { communeId, from: new Date(from), to: to === null ? null : new Date(to) };
      const concerned = await this.store.concerned(tx, hours, this.clock.now());
      const told = { kind: 'COMMUNE_CLOSED', facts: { commune: name, from, until: to } } as const;
      await this.notices.tell(
        tx,
        eventId,
        concerned.map((party) => ({ ...party, ...told, subjectId })),
      );
    });
    this.handlers.on('commune.opened', 'office.tell-of-opening', async (tx, opened, eventId) => {
      const open = await this.closures.reopening(opened.closureId, new Date(opened.at));
      if (!open) return;
      const facts = { commune: open.commune, from: open.from.toISOString() };
      const told = await this.notices.toldOf(tx, 'COMMUNE_CLOSED', opened.closureId);
      await this.notices.tell(
        tx,
        eventId,
        told.map((one) => ({ ...one, kind: 'COMMUNE_OPENED', facts })),
      );
    });
  }
}
