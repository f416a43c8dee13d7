import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { sumGrams } from '../../kernel/units.js';
import { Notices } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { SupplyStore } from '../data/supply.store.js';

/** What the daily sheet says in one message: sums of the day, nobody's name; a day without fruit is passed over. */
@Injectable()
export class TellOfSheet implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly supply: SupplyStore,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('sheet.due', 'market.tell-of-sheet', (tx, { partyIds, day }, id) =>
      this.tell(tx, partyIds, day as Day, id),
    );
  }

  private async tell(
    tx: Tx,
    partyIds: readonly string[],
    day: Day,
    eventId: string,
  ): Promise<void> {
    const rows = await this.supply.byCommune({
      now: this.clock.now(),
      viewerId: null,
      cropCode: null,
      from: instant(day, '00:00'),
      to: instant(plusDays(day, 1), '00:00'),
    });
    if (rows.length === 0) return;
    const facts = {
      day,
      grams: sumGrams(rows.map(({ freeGrams }) => freeGrams)),
      crops: new Set(rows.map(({ cropCode }) => cropCode)).size,
      communes: new Set(rows.map(({ communeId }) => communeId)).size,
    };
    const path = `/app/nguon-hang?ngay=${day}`;
    const wishes = partyIds.map(
      (partyId) => ({ partyId, kind: 'SUPPLY_SHEET', facts, path }) as const,
    );
    await this.notices.tell(tx, eventId, wishes);
  }
}
