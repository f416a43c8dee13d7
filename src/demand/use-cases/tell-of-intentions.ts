import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf, instant, plusDays } from '../../kernel/day.js';
import { lotCode, Lots } from '../../lots/index.js';
import { Notices, type NoticeWish } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { IntentionsStore, type Intention } from '../data/intentions.store.js';

const MINUTE_MS = 60_000;

/** Households hear that somebody means to take their fruit; buyers are asked once the lot is there. */
@Injectable()
export class TellOfIntentions implements OnModuleInit {
  constructor(
    private readonly intentions: IntentionsStore,
    private readonly lots: Lots,
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('intentions.noted', 'demand.tell-foretold', (tx, { intentionIds }, id) =>
      this.tellHouseholds(tx, intentionIds, id),
    );
    this.handlers.on('lot.published', 'demand.ask-intending', (tx, { lotId }, id) =>
      this.askBuyers(tx, lotId, id),
    );
  }

  private async tellHouseholds(tx: Tx, ids: readonly string[], eventId: string): Promise<void> {
    const meant = await this.intentions.byIds(tx, ids);
    await this.notices.tell(
      tx,
      eventId,
      meant.map((one) => ({
        partyId: one.householdId,
        kind: 'INTENTION_NOTED' as const,
        facts: { ...goodsOf(one), buyerName: one.buyerName },
        path: '/app/ke-hoach',
      })),
    );
  }

  private async askBuyers(tx: Tx, lotId: string, eventId: string): Promise<void> {
    const lot = await this.lots.findLot(lotId);
    if (lot?.state !== 'PUBLISHED') return;
    const from = dayOf(lot.readyFrom);
    const today = dayOf(this.clock.now());
    const ids = await this.intentions.ask(tx, {
      ...lot,
      from: from < today ? today : from,
      to: dayOf(new Date(lot.readyTo.getTime() - MINUTE_MS)),
    });
    if (ids.length === 0) return;
    const asked = await this.intentions.byIds(tx, ids);
    await this.notices.tell(
      tx,
      eventId,
      [...new Set(asked.map(({ buyerId }) => buyerId))].map((buyerId) =>
        question(
          lotId,
          asked.filter((one) => one.buyerId === buyerId),
        ),
      ),
    );
  }
}

/** Everything one buyer meant to take of a lot, asked in one message. */
function question(lotId: string, meant: readonly Intention[]): NoticeWish {
  const [first, ...more] = meant.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (!first) throw new Error(`nobody to be asked about lot ${lotId}`);
  const last = more.at(-1) ?? first;
  return {
    partyId: first.buyerId,
    kind: 'INTENTION_ASKED',
    facts: {
      ...goodsOf(first),
      grams: meant.reduce((sum, { grams }) => sum + grams, 0),
      orderNumber: first.orderNumber,
      lotCode: lotCode(lotId),
      expiresAt: instant(plusDays(last.day, 1), '00:00').toISOString(),
    },
    path: `/app/gom/${first.orderId}/nhu-cau`,
  };
}

const goodsOf = ({ cropCode, grams, day }: Intention) => ({ cropCode, grams, day });
