import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices, type NoticeWish } from '../../messages/index.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { EndingsStore, type Ending } from '../data/endings.store.js';
import { GRACE_HOURS } from '../data/standings.store.js';
import { causeText } from '../texts.js';

const HOUR_MS = 3_600_000;
const pathOf = (deal: Deal, partyId: string): string =>
  partyId === deal.buyerId ? `/app/gom/${deal.orderId}` : `/app/don/${deal.id}`;

/** The two sides hear how their deal ended, and what was said about it since. */
@Injectable()
export class TellOfEndings implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly orders: Orders,
    private readonly endings: EndingsStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('deal.ended', 'changes.tell-ended', (tx, { dealId }, id) =>
      this.tell(tx, id, dealId, ended),
    );
    this.handlers.on('deal.ending-replied', 'changes.tell-replied', (tx, { dealId }, id) =>
      this.tell(tx, id, dealId, replied),
    );
    this.handlers.on('deal.force-majeure-decided', 'changes.tell-decided', (tx, { dealId }, id) =>
      this.tell(tx, id, dealId, decided),
    );
    this.handlers.on('deal.release-near', 'changes.tell-release', async (tx, { dealId }, id) => {
      const deal = await this.orders.findDeal(dealId);
      if (deal?.releaseBy) await this.notices.tell(tx, id, near(deal, deal.releaseBy));
    });
  }

  private async tell(
    tx: Tx,
    eventId: string,
    dealId: string,
    wishesOf: (deal: Deal, ending: Ending) => NoticeWish[],
  ): Promise<void> {
    const deal = await this.orders.findDeal(dealId);
    const [ending] = await this.endings.ofDeals([dealId]);
    if (deal && ending) await this.notices.tell(tx, eventId, wishesOf(deal, ending));
  }
}

/** Whoever said it knows it; the clock tells both. */
function ended(deal: Deal, ending: Ending): NoticeWish[] {
  const { number: dealNumber, cropCode, buyerId, householdId } = deal;
  const hearers = { BUYER: [householdId], SELLER: [buyerId], CLOCK: [buyerId, householdId] };
  const facts = { dealNumber, cropCode, reason: causeText(ending.cause, 'vi') };
  return hearers[ending.saidBy ?? 'CLOCK'].map((partyId) => ({
    partyId,
    kind: 'DEAL_ENDED',
    facts,
    path: pathOf(deal, partyId),
  }));
}

function replied(deal: Deal, ending: Ending): NoticeWish[] {
  const partyId = ending.atFault === 'BUYER' ? deal.householdId : deal.buyerId;
  const facts = { dealNumber: deal.number, reply: ending.reply ?? '' };
  return [{ partyId, kind: 'DEAL_ENDING_REPLIED', facts, path: pathOf(deal, partyId) }];
}

function decided(deal: Deal, ending: Ending): NoticeWish[] {
  const facts = { dealNumber: deal.number, isConfirmed: ending.forceMajeure === 'CONFIRMED' };
  return [deal.buyerId, deal.householdId].map((partyId) => ({
    partyId,
    kind: 'FORCE_MAJEURE_DECIDED',
    facts,
    path: pathOf(deal, partyId),
  }));
}

function near(deal: Deal, releaseBy: Date): NoticeWish[] {
  const freeAt = new Date(releaseBy.getTime() + GRACE_HOURS * HOUR_MS).toISOString();
  const { number: dealNumber, cropCode, totalGrams: grams } = deal;
  return [deal.buyerId, deal.householdId].map((partyId) => ({
    partyId,
    kind: 'DEAL_RELEASE_NEAR',
    facts: { dealNumber, cropCode, grams, freeAt },
    path: pathOf(deal, partyId),
  }));
}
