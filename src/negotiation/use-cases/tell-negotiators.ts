import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices, type NoticeWish } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import type { MadeOffer, Negotiation } from '../data/negotiation.rows.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { otherSide, type Side } from '../../kernel/side.js';
import { codeOf } from '../domain/code.js';
import { weightOf } from '../domain/terms.js';

/** Tells whoever's turn it is, and both sides how it ended. A deal is told of by its order. */
@Injectable()
export class TellNegotiators implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly store: NegotiationsStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('negotiation.offered', 'negotiation.tell-offered', (tx, event, id) =>
      this.ofOffer(tx, id, event.negotiationId, event.seq),
    );
    this.handlers.on('negotiation.closed', 'negotiation.tell-closed', (tx, event, id) =>
      this.ofClosing(tx, id, event.negotiationIds),
    );
  }

  private async ofOffer(tx: Tx, eventId: string, id: string, seq: number): Promise<void> {
    const [negotiation] = await this.store.byIds([id]);
    const offer = (await this.store.offersOf([id])).find((one) => one.seq === seq);
    // One that was answered before the message went out needs no message any more.
    if (!negotiation || !offer || negotiation.liveSeq !== seq || negotiation.state !== 'OPEN')
      return;
    const wish: NoticeWish = {
      partyId: partyOf(negotiation, otherSide(offer.side)),
      kind: negotiation.isPhoneDeal ? 'PHONE_DEAL_TO_CONFIRM' : 'PRICE_OFFERED',
      facts: {
        ...goodsOf(negotiation, offer),
        code: codeOf(offer.id),
        vndPerKg: offer.lines[0]?.vndPerKg ?? 0,
        readyFrom: offer.readyFrom.toISOString(),
        expiresAt: offer.expiresAt.toISOString(),
      },
      path: pageOf(id),
    };
    await this.notices.tell(tx, eventId, [wish]);
  }

  private async ofClosing(tx: Tx, eventId: string, ids: readonly string[]): Promise<void> {
    const negotiations = await this.store.byIds(ids);
    const offers = await this.store.offersOf(ids);
    const wishes = negotiations.flatMap((negotiation) => {
      const offer = offers.find(
        ({ negotiationId, seq }) => negotiationId === negotiation.id && seq === negotiation.liveSeq,
      );
      return offer ? closingWishes(negotiation, offer) : [];
    });
    await this.notices.tell(tx, eventId, wishes);
  }
}

/** Who is told: of a no, whoever asked; of a withdrawal, whoever was asked; of silence, both. */
function closingWishes(negotiation: Negotiation, offer: MadeOffer): NoticeWish[] {
  const told: Partial<Record<Negotiation['state'], readonly Side[]>> = {
    REJECTED: [offer.side],
    WITHDRAWN: [otherSide(offer.side)],
    EXPIRED: ['BUYER', 'SELLER'],
  };
  return (told[negotiation.state] ?? []).map((side) => ({
    partyId: partyOf(negotiation, side),
    kind: 'PRICE_TALK_ENDED',
    facts: { ...goodsOf(negotiation, offer), state: negotiation.state },
    path: pageOf(negotiation.id),
  }));
}

const goodsOf = (
  { cropCode }: Negotiation,
  offer: MadeOffer,
): { cropCode: string; grams: number } => ({ cropCode, grams: weightOf(offer.lines) });

const partyOf = (negotiation: Negotiation, side: Side): string =>
  side === 'BUYER' ? negotiation.buyerId : negotiation.householdId;

const pageOf = (id: string): string => `/app/mac-ca/${id}`;
