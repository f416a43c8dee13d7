import { Injectable } from '@nestjs/common';
import { AssistedActs, type AssistedKind } from '../../accounts/index.js';
import type { Side } from '../../kernel/side.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { MadeOffer, Negotiation } from '../data/negotiation.rows.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { weightOf, type OfferLine } from '../domain/terms.js';
import { PriceBands } from '../price-bands.js';
import type { Answerer } from './answering.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** One side named its terms and waits for the other. */
    'negotiation.offered': { negotiationId: string; seq: number };
    /** It ended without a deal; the negotiation knows how. */
    'negotiation.closed': { negotiationIds: string[] };
  }
}

type Talk = Pick<Negotiation, 'id' | 'householdId' | 'cropCode'>;

interface Named {
  readonly seq: number;
  readonly side: Side;
  readonly lines: readonly OfferLine[];
}

const ENDED = { REJECTED: 'PRICE_REJECTED', WITHDRAWN: 'PRICE_WITHDRAWN' } as const;

/** What follows from a step of a talk: the other side hears of it, and a household of what was said for it. */
@Injectable()
export class TalkNews {
  constructor(
    private readonly store: NegotiationsStore,
    private readonly bands: PriceBands,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
  ) {}

  async offered(tx: Tx, actor: Actor, talk: Talk, { seq, side, lines }: Named): Promise<void> {
    if (isForAnother(actor, side, talk)) {
      const kind = seq === 1 ? 'PRICE_OFFERED' : 'PRICE_COUNTERED';
      await this.record(tx, actor, talk, kind, lines, { seq });
    }
    await this.outbox.publish(tx, 'negotiation.offered', { negotiationId: talk.id, seq });
  }

  /** Both sides hear of the deal by its order; a price band begins at what is usual now. */
  async accepted(
    tx: Tx,
    actor: Actor,
    { negotiation, side }: Answerer,
    {
      offer,
      dealId,
      now,
    }: { readonly offer: MadeOffer; readonly dealId: string; readonly now: Date },
  ): Promise<void> {
    if (offer.band) await this.bands.agreed(tx, dealId, negotiation.cropCode, now);
    if (isForAnother(actor, side, negotiation))
      await this.record(tx, actor, negotiation, 'PRICE_ACCEPTED', offer.lines);
  }

  async ended(
    tx: Tx,
    actor: Actor,
    { negotiation, side }: Answerer,
    state: keyof typeof ENDED,
  ): Promise<void> {
    const { id } = negotiation;
    if (isForAnother(actor, side, negotiation)) {
      const { lines } = await this.store.liveOffer(tx, id);
      await this.record(tx, actor, negotiation, ENDED[state], lines);
    }
    await this.outbox.publish(tx, 'negotiation.closed', { negotiationIds: [id] });
  }

  private record(
    tx: Tx,
    actor: Actor,
    { id, householdId, cropCode }: Talk,
    kind: AssistedKind,
    lines: readonly OfferLine[],
    before?: { readonly seq: number },
  ): Promise<void> {
    const facts = { cropCode, grams: weightOf(lines) };
    const deed = { householdId, kind, subjectId: id, facts };
    return this.assisted.record(tx, actor, before ? { ...deed, before } : deed);
  }
}

const isForAnother = ({ partyId }: Actor, side: Side, { householdId }: Talk): boolean =>
  side === 'SELLER' && partyId !== householdId;
