import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor, Role } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import type { Side } from '../../kernel/side.js';
import type { OfferTerms } from '../domain/terms.js';
import {
  NEGOTIATION_COLUMNS,
  NEGOTIATION_TABLES,
  OFFER_COLUMNS,
  OFFER_TABLES,
  toOffer,
  type MadeOffer,
  type Negotiation,
  type OfferRow,
  type SaidWords,
} from './negotiation.rows.js';

export interface NewOffer extends OfferTerms {
  readonly id: string;
  readonly side: Side;
  readonly madeBy: string;
  readonly expiresAt: Date;
}

export interface NewNegotiation {
  readonly id: string;
  readonly lotId: string;
  readonly buyerId: string;
  readonly householdId: string;
  readonly batchId: string;
  readonly isPhoneDeal: boolean;
}

@Injectable()
export class NegotiationsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(actor: Actor, id: string): Promise<Negotiation | undefined> {
    const rows: Negotiation[] = await this.dataSource.query(
      `select ${NEGOTIATION_COLUMNS} from ${NEGOTIATION_TABLES} where ${scopeOf(actor)} and n.id = $2`,
      [actor.partyId, id],
    );
    return rows[0];
  }

  async page(actor: Actor, { first, after }: PageArgs): Promise<Page<Negotiation>> {
    const rows: Negotiation[] = await this.dataSource.query(
      `select ${NEGOTIATION_COLUMNS} from ${NEGOTIATION_TABLES}
       where ${scopeOf(actor)} and ($2::timestamptz is null or (n.created_at, n.id) < ($2, $3::uuid))
       order by n.created_at desc, n.id desc limit $4`,
      [actor.partyId, ...startAfter(after), pageSize(first) + 1],
    );
    return pageOf(rows, first, timeKeys);
  }

  /** What a lot is called to somebody: to a buyer by its commune, to those who sell for it by its household. */
  async lotNameFor(tx: Tx, { role }: Actor, lotId: string): Promise<string | undefined> {
    const [row]: { name: string }[] = await tx.query(
      `select case when $2 then u.name else p.name end as name
       from lots l join admin_units u on u.id = l.commune_id join parties p on p.id = l.household_id
       where l.id = $1`,
      [lotId, role === 'TRADER'],
    );
    return row?.name;
  }

  /** In no particular order; nobody's scope, so never for an answer to a person. */
  byIds(ids: readonly string[]): Promise<Negotiation[]> {
    return this.dataSource.query(
      `select ${NEGOTIATION_COLUMNS} from ${NEGOTIATION_TABLES} where n.id = any ($1::uuid[])`,
      [ids],
    );
  }

  /** The negotiations these deals came from; deals made another way are missing. */
  ofDeals(dealIds: readonly string[]): Promise<(Negotiation & { readonly dealId: string })[]> {
    return this.dataSource.query(
      `select ${NEGOTIATION_COLUMNS} from ${NEGOTIATION_TABLES} where n.deal_id = any ($1::uuid[])`,
      [dealIds],
    );
  }

  /** Every offer of these, oldest first. */
  async offersOf(negotiationIds: readonly string[]): Promise<MadeOffer[]> {
    const rows: OfferRow[] = await this.dataSource.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES} where o.negotiation_id = any ($1::uuid[])
       order by o.negotiation_id, o.seq`,
      [negotiationIds],
    );
    return rows.map(toOffer);
  }

  wordsOf(negotiationIds: readonly string[]): Promise<(SaidWords & { negotiationId: string })[]> {
    return this.dataSource.query(
      `select id, negotiation_id as "negotiationId", side, text, created_at as "createdAt"
       from negotiation_words where negotiation_id = any ($1::uuid[]) order by created_at, id`,
      [negotiationIds],
    );
  }

  /** Locks a negotiation for whoever is about to answer; take it before any lot. */
  async lock(
    tx: Tx,
    id: string,
    partyId: string | null,
  ): Promise<(Negotiation & { readonly isGranted: boolean }) | undefined> {
    const rows: (Negotiation & { readonly isGranted: boolean })[] = await tx.query(
      `select ${NEGOTIATION_COLUMNS}, exists (select 1 from standing_grants g
         where g.party_id = $2 and g.household_id = n.household_id and g.power = 'SELL_FOR') as "isGranted"
       from ${NEGOTIATION_TABLES} where n.id = $1 for no key update of n`,
      [id, partyId],
    );
    return rows[0];
  }

  async liveOffer(tx: Tx, negotiationId: string): Promise<MadeOffer> {
    const [row]: OfferRow[] = await tx.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES}
       where n.id = $1 and o.seq = n.live_seq`,
      [negotiationId],
    );
    if (!row) throw new Error(`negotiation ${negotiationId} has no live offer`);
    return toOffer(row);
  }

  /** Kilograms by grade in the other live or accepted threads that were opened together with this one. */
  async besides(tx: Tx, negotiation: Negotiation): Promise<{ gradeCode: string; grams: number }[]> {
    return tx.query(
      `select line ->> 'gradeCode' as "gradeCode", sum((line ->> 'grams')::int8)::float8 as grams
       from negotiations n
       join negotiation_offers o on o.negotiation_id = n.id and o.seq = n.live_seq,
         jsonb_array_elements(o.lines) line
       where n.batch_id = $1 and n.id <> $2 and n.state in ('OPEN', 'ACCEPTED')
       group by 1`,
      [negotiation.batchId, negotiation.id],
    );
  }

  /** @returns false when this buyer and this lot are negotiating already */
  async open(tx: Tx, opened: NewNegotiation, now: Date): Promise<boolean> {
    // An older one that ran out must not be in the way until the sweep comes.
    await tx.query(
      `update negotiations n set state = 'EXPIRED', closed_at = $3
       from negotiation_offers o
       where n.lot_id = $1 and n.buyer_id = $2 and n.state = 'OPEN' and o.negotiation_id = n.id
         and o.seq = n.live_seq and o.expires_at <= $3`,
      [opened.lotId, opened.buyerId, now],
    );
    const added: unknown[] = await tx.query(
      `insert into negotiations (id, lot_id, buyer_id, household_id, batch_id, is_phone_deal, state, live_seq, created_at)
       values ($1, $2, $3, $4, $5, $6, 'OPEN', 1, $7)
       on conflict (lot_id, buyer_id) where state = 'OPEN' do nothing returning 1`,
      [
        opened.id,
        opened.lotId,
        opened.buyerId,
        opened.householdId,
        opened.batchId,
        opened.isPhoneDeal,
        now,
      ],
    );
    return added.length === 1;
  }

  async addOffer(
    tx: Tx,
    negotiationId: string,
    seq: number,
    offer: NewOffer,
    now: Date,
  ): Promise<void> {
    const { deduction } = offer;
    await tx.query(
      `with added as (
         insert into negotiation_offers (id, negotiation_id, seq, side, made_by, price_place, tolerance_bp, ready_from,
           ready_to, deduction_kind, deduction_bp, deduction_crate_g, deposit_vnd, payment_days, loading_by,
           transport_by, crates_by, band_move_bp, band_buyer_share_bp, tiers, lines, expires_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20::jsonb,
           $21::jsonb, $22, $23)
       )
       update negotiations set live_seq = $3 where id = $2`,
      [
        offer.id,
        negotiationId,
        seq,
        offer.side,
        offer.madeBy,
        offer.pricePlace,
        offer.toleranceBp,
        offer.readyFrom,
        offer.readyTo,
        deduction.kind,
        deduction.kind === 'PERCENT' ? deduction.basisPoints : 0,
        deduction.kind === 'FIXED_PER_CRATE' ? deduction.grams : 0,
        offer.depositVnd,
        offer.paymentDays,
        offer.loadingBy,
        offer.transportBy,
        offer.cratesBy,
        offer.band?.moveBp ?? null,
        offer.band?.buyerShareBp ?? null,
        JSON.stringify(offer.tiers),
        JSON.stringify(offer.lines),
        offer.expiresAt,
        now,
      ],
    );
  }

  /**
   * Ends a negotiation. Whether it is in time, and whether `seq` is still the offer that can be answered, is judged by
   * this statement (NG-03, NG-04).
   *
   * @returns false when it was over, superseded or too late
   */
  async close(
    tx: Tx,
    end: {
      readonly id: string;
      readonly seq: number;
      readonly state: 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN';
      readonly dealId: string | null;
      readonly now: Date;
    },
  ): Promise<boolean> {
    const [, closed]: [unknown[], number] = await tx.query(
      `update negotiations n set state = $3, deal_id = $4, closed_at = $5
       from negotiation_offers o
       where n.id = $1 and n.state = 'OPEN' and n.live_seq = $2 and o.negotiation_id = n.id and o.seq = $2
         and o.expires_at > $5`,
      [end.id, end.seq, end.state, end.dealId, end.now],
    );
    return closed === 1;
  }

  async addWords(
    tx: Tx,
    words: {
      readonly id: string;
      readonly negotiationId: string;
      readonly side: Side;
      readonly saidBy: string;
      readonly text: string;
    },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into negotiation_words (id, negotiation_id, side, said_by, text, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [words.id, words.negotiationId, words.side, words.saidBy, words.text, now],
    );
  }

  /** Closes what ran out. @returns ids of those closed, at most `atMost` */
  async expire(tx: Tx, now: Date, atMost: number): Promise<string[]> {
    const [expired]: [{ id: string }[], number] = await tx.query(
      `update negotiations set state = 'EXPIRED', closed_at = $1
       where id in (
         select n.id from negotiations n
         join negotiation_offers o on o.negotiation_id = n.id and o.seq = n.live_seq
         where n.state = 'OPEN' and o.expires_at <= $1
         order by n.id limit $2 for no key update of n skip locked)
       returning id`,
      [now, atMost],
    );
    return expired.map(({ id }) => id);
  }
}

/** The SQL condition for "what this actor may see", by role; `$1` is the actor's party. */
const SCOPES: Partial<Record<Role, string>> = {
  TRADER: 'n.buyer_id = $1',
  GROWER: 'n.household_id = $1',
  COOP_CLERK: `n.household_id in
    (select household_id from standing_grants where party_id = $1 and power in ('SEE_LOTS','SELL_FOR'))`,
};
const NOTHING = '$1::uuid is null and false';

const scopeOf = ({ role }: Actor): string => SCOPES[role] ?? NOTHING;
