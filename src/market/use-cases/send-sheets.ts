import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf, plusDays } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { Outbox } from '../../platform/events/outbox.js';
import { SheetsStore } from '../data/sheets.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The hour of these parties' daily sheet has come. */
    'sheet.due': { partyIds: string[]; day: string };
  }
}

/** After noon a buyer plans tomorrow's truck, before it today's. */
const NOON = 12;

/** The daily sheet (LI-11): what each commune has, by crop and grade, with prices; nobody's name. */
@Injectable()
export class SendSheets implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sheets: SheetsStore,
    private readonly outbox: Outbox,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/5 * * * *', 'market.send-sheets', () => this.run());
  }

  /** Subscribes the party at an hour of the day (0 … 23), or ends its subscription. */
  subscribe(
    act: Act,
    atHour: number | null,
  ): Promise<{ atHour: number | null } | Refusal<'SHEET_HOUR_WRONG' | ActRefusal>> {
    const partyId = act.actor.partyId ?? '';
    return this.uow.once<{ atHour: number | null } | Refusal<'SHEET_HOUR_WRONG'>>(
      act,
      async (tx) => {
        if (atHour === null) {
          await this.sheets.drop(tx, partyId);
          return { atHour };
        }
        if (atHour < 0 || atHour > 23) return refuse('SHEET_HOUR_WRONG', {}, 'atHour');
        const now = this.clock.now();
        const sentOn = hourOf(now) >= atHour ? dayOf(now) : null;
        await this.sheets.put(tx, { partyId, atHour, sentOn }, act.actor.personId, now);
        return { atHour };
      },
    );
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const today = dayOf(now);
    const hour = hourOf(now);
    await this.uow.run(async (tx) => {
      const partyIds = await this.sheets.claimDue(tx, today, hour);
      if (partyIds.length === 0) return;
      const day = hour < NOON ? today : plusDays(today, 1);
      await this.outbox.publish(tx, 'sheet.due', { partyIds, day });
    });
  }
}

const hourOf = (at: Date): number => (at.getUTCHours() + 7) % 24;
