import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Accounts, normalisePhone } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { lotCode, Lots, type LotFacts } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  actOf,
  type ActRefusal,
  type Tx,
  UnitOfWork,
} from '../../platform/database/unit-of-work.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { RecordsStore } from '../data/records.store.js';
import { canBeSold, isShownTo } from '../domain/lot-openness.js';
import { offerEnd } from '../domain/offer-end.js';
import type { Side } from '../../kernel/side.js';
import {
  buildOffer,
  togetherOf,
  type BuildRefusal,
  type LineWish,
  type TermsWish,
} from './offer-building.js';
import { TalkNews } from './talk-news.js';

export interface OfferWish extends TermsWish {
  readonly clientMutationId: string;
  readonly lots: readonly { readonly lotId: string; readonly lines: readonly LineWish[] }[];
  /** Both already said yes by telephone; the other side confirms by one reply (NG-12). */
  readonly isPhoneDeal: boolean;
  /** The trader, when a household writes down what was agreed with him. */
  readonly buyerPhone: string | null;
}

export type MakeOfferRefusal =
  | 'ORDERED_LOT_NOT_FOUND'
  | 'LOT_NOT_OPEN'
  | 'BUYER_NOT_ACTIVE'
  | 'NEGOTIATION_BUYER_UNKNOWN'
  | 'NEGOTIATION_ONLY_BY_PHONE'
  | 'NEGOTIATION_LOTS_IMPLAUSIBLE'
  | 'NEGOTIATION_IS_OPEN'
  | BuildRefusal
  | ActRefusal;

const MOST_LOTS = 50;

/** Opens one thread a household; what several are offered at once counts together for price tiers. */
@Injectable()
export class MakeOffer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NegotiationsStore,
    private readonly records: RecordsStore,
    private readonly lots: Lots,
    private readonly accounts: Accounts,
    private readonly news: TalkNews,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: OfferWish,
  ): Promise<{ negotiationIds: string[] } | Refusal<MakeOfferRefusal>> {
    const ids = wish.lots.map(({ lotId }) => lotId);
    if (ids.length === 0 || ids.length > MOST_LOTS || new Set(ids).size < ids.length) {
      return refuse('NEGOTIATION_LOTS_IMPLAUSIBLE', { most: MOST_LOTS }, 'lots');
    }
    if (!ids.every(isId)) return refuse('ORDERED_LOT_NOT_FOUND', {}, 'lots');
    const act = actOf(actor, 'makeOffer', wish);
    return this.uow.once<{ negotiationIds: string[] } | Refusal<MakeOfferRefusal>>(
      act,
      async (tx) => {
        const buyerId = await this.buyerOf(actor, wish);
        if (isRefusal(buyerId)) return buyerId;
        const lots = new Map((await this.lots.lotsByIds(ids)).map((lot) => [lot.id, lot]));
        const together = togetherOf(wish.lots.map(({ lines }) => lines));
        const batchId = uuid();
        const negotiationIds: string[] = [];
        for (const [at, { lotId, lines }] of wish.lots.entries()) {
          const lot = lots.get(lotId);
          const closed = await this.cannotOffer(actor, lot, this.clock.now());
          const opened =
            closed || !lot
              ? (closed ?? refuse('ORDERED_LOT_NOT_FOUND'))
              : await this.open(tx, actor, wish, { lot, lines, buyerId, batchId, together });
          if (isRefusal(opened)) return this.ofLot(tx, actor, wish, at, opened);
          negotiationIds.push(opened);
        }
        return { negotiationIds };
      },
    );
  }

  private async open(
    tx: Tx,
    actor: Actor,
    wish: OfferWish,
    to: {
      readonly lot: LotFacts;
      readonly lines: readonly LineWish[];
      readonly buyerId: string;
      readonly batchId: string;
      readonly together: ReadonlyMap<string, number>;
    },
  ): Promise<string | Refusal<MakeOfferRefusal>> {
    const now = this.clock.now();
    const { lot, buyerId, batchId, together } = to;
    const terms = buildOffer(lot, to.lines, wish, { together, before: [], now });
    if (isRefusal(terms)) return terms;
    const id = uuid();
    const side: Side = actor.role === 'TRADER' ? 'BUYER' : 'SELLER';
    const { householdId, cropCode } = lot;
    const opening = {
      id,
      lotId: lot.id,
      buyerId,
      householdId,
      batchId,
      isPhoneDeal: wish.isPhoneDeal,
    };
    if (!(await this.store.open(tx, opening, now))) return refuse('NEGOTIATION_IS_OPEN');
    const expiresAt = offerEnd(side, now, wish.answerMinutes, lot, terms);
    const offer = { ...terms, id: uuid(), side, madeBy: actor.personId, expiresAt };
    await this.store.addOffer(tx, id, 1, offer, now);
    await this.news.offered(tx, actor, { id, householdId, cropCode }, { ...offer, seq: 1 });
    return id;
  }

  /** The same refusal, of one lot among those that were offered for. */
  private async ofLot(
    tx: Tx,
    actor: Actor,
    { lots }: OfferWish,
    at: number,
    { refused, facts, field }: Refusal<MakeOfferRefusal>,
  ): Promise<Refusal<MakeOfferRefusal>> {
    const isOfLot = field?.startsWith('lines') || refused === 'ORDERED_LOT_NOT_FOUND';
    const path = isOfLot ? `lots.${at}${field ? `.${field}` : ''}` : field;
    if (lots.length === 1) return refuse(refused, facts, path);
    const lotId = lots[at]?.lotId ?? '';
    const isShown = refused !== 'ORDERED_LOT_NOT_FOUND';
    const name = isShown ? await this.store.lotNameFor(tx, actor, lotId) : undefined;
    const about = name ? `${lotCode(lotId)}, ${name}` : `#${at + 1}`;
    return refuse(refused, { ...facts, about }, path ?? `lots.${at}`);
  }

  /** A trader buys for the party acted for; a household names the trader it spoke with. */
  private async buyerOf(
    actor: Actor,
    wish: OfferWish,
  ): Promise<string | Refusal<MakeOfferRefusal>> {
    if (actor.role !== 'TRADER' && !wish.isPhoneDeal) return refuse('NEGOTIATION_ONLY_BY_PHONE');
    const buyerId =
      actor.role === 'TRADER' ? (actor.partyId ?? '') : await this.named(wish.buyerPhone ?? '');
    if (buyerId === undefined) return refuse('NEGOTIATION_BUYER_UNKNOWN', {}, 'buyerPhone');
    const buyer = await this.accounts.party(buyerId);
    return buyer?.state === 'ACTIVE' ? buyerId : refuse('BUYER_NOT_ACTIVE');
  }

  private async named(typed: string): Promise<string | undefined> {
    const phone = normalisePhone(typed);
    return isRefusal(phone) ? undefined : this.records.traderByPhone(phone);
  }

  /** A household offers only its own lots; of a lot that is not hers, or not shown to her, nobody says whether it exists. */
  private async cannotOffer(
    actor: Actor,
    lot: LotFacts | undefined,
    now: Date,
  ): Promise<Refusal<MakeOfferRefusal> | undefined> {
    const isTheirs = lot !== undefined && (await this.speaksFor(actor, lot.householdId));
    const isHidden = actor.role === 'TRADER' && lot && !isShownTo(lot, actor.partyId, now);
    if (!isTheirs || isHidden || lot.state === 'DRAFT') return refuse('ORDERED_LOT_NOT_FOUND');
    return canBeSold(lot, now) ? undefined : refuse('LOT_NOT_OPEN');
  }

  private async speaksFor({ role, partyId }: Actor, householdId: string): Promise<boolean> {
    if (role === 'TRADER') return true;
    if (role === 'GROWER') return partyId === householdId;
    return this.accounts.isGranted(partyId ?? '', householdId, 'SELL_FOR');
  }
}
