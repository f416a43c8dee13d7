import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Handlers } from '../../platform/events/handlers.js';
import { JourneysStore, type JourneyRow } from '../data/journeys.store.js';
import { TemplatesStore } from '../data/templates.store.js';
import { nextStep } from '../domain/journey.js';
import { quietUntil } from '../domain/quiet-hours.js';
import { routeOf } from '../domain/route.js';
import { Carrying } from './carrying.js';
import { Handing, type Templates } from './handing.js';

// Gateways answer within a second; so many at once is polite to them and quick for fifty households.
const AT_ONCE = 8;

/**
 * Takes messages that are due one step further: to the next channel, or to a later look. Each is claimed for a few minutes
 * first, so that several processes never send one twice, and one that died leaves its own to the next.
 */
@Injectable()
export class CarryMessages implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly clockwork: Clockwork,
    private readonly journeys: JourneysStore,
    private readonly templates: TemplatesStore,
    private readonly carrying: Carrying,
    private readonly handing: Handing,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // Gateways are waited for without an open transaction; what was carried once is not due again.
    this.handlers.reckonOn('notices.written', 'messages.carry', ({ noticeIds }) =>
      this.carry(noticeIds),
    );
    this.clockwork.every('* * * * *', 'messages.carry-due', () => this.run());
  }

  /** Every message whose time has come. */
  run(): Promise<void> {
    return this.carry(null);
  }

  private async carry(noticeIds: readonly string[] | null): Promise<void> {
    for (;;) {
      const claimed = await this.journeys.claim(noticeIds, AT_ONCE, this.clock.now());
      if (claimed.length === 0) return;
      const templates = await this.templates.newest();
      await Promise.all(claimed.map((row) => this.oneOn(row, templates)));
    }
  }

  /** Channels that fail fall through to the next within one look; a pause ends it. */
  private async oneOn(row: JourneyRow, templates: Templates): Promise<void> {
    const route = routeOf(row.kind);
    const open = this.handing.openTo(row, templates);
    let { tried } = row;
    for (;;) {
      const now = this.clock.now();
      const step = nextStep(
        {
          route,
          open,
          tried,
          isRead: row.isRead,
          overAt: overAt(row.facts),
          quietUntil: quietUntil(now, row.quiet),
        },
        now,
      );
      if (step.step !== 'SEND')
        return this.journeys.lookAgain(row.noticeId, step.step === 'WAIT' ? step.until : null);
      const { channel } = step;
      const before = tried.find((one) => one.channel === channel);
      const after = await this.carrying.carry(row, channel, templates, before);
      tried = [...tried.filter((one) => one !== before), after];
    }
  }
}

/** Offers end; telling of one that is over only confuses. */
const overAt = (facts: object): Date | undefined =>
  'expiresAt' in facts && typeof facts.expiresAt === 'string'
    ? new Date(facts.expiresAt)
    : undefined;
