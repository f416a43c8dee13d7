import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sumGrams } from '../../kernel/units.js';
import { Notices } from '../../messages/index.js';
import { Handlers } from '../../platform/events/handlers.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { standingGrams } from '../domain/lot-edit.js';

/** Buyers whom a household shows its lot first hear of it, once it is on the market. */
@Injectable()
export class TellBuyersOfLot implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly lots: LotRecordsStore,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      'lot.restricted',
      'lots.tell-chosen-buyers',
      async (tx, { lotId, partyIds }, id) => {
        const { lot, lines } = await this.lots.read(tx, lotId);
        const { openToAllAt, state } = lot;
        if (state !== 'PUBLISHED' || openToAllAt === null) return;
        const facts = {
          cropCode: lot.cropCode,
          grams: sumGrams(lines.map(standingGrams)),
          readyFrom: lot.readyFrom.toISOString(),
          openToAllAt: openToAllAt.toISOString(),
        };
        const path = `/app/lo/${lotId}`;
        const wishes = partyIds.map(
          (partyId) => ({ partyId, kind: 'LOT_SHOWN_FIRST', facts, path }) as const,
        );
        await this.notices.tell(tx, id, wishes);
      },
    );
  }
}
