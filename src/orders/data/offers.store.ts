import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { startAfter } from '../../platform/graphql/time-pages.js';
import { OFFER_COLUMNS, OFFER_TABLES, toOffer, type Offer, type OfferRow } from './offer.rows.js';
import { reachSql } from './reach.js';

/** A line that gives less than it was asked for, or nothing. */
const FELL_SHORT = `(l.state in ('DECLINED', 'EXPIRED', 'RELEASED') or l.asked_g > l.grams)`;

export interface Progress {
  readonly orderId: string;
  /** Lines by what became of them; `waiting` are still in time. */
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly expired: number;
  readonly waiting: number;
  readonly acceptedGrams: number;
  readonly households: number;
  readonly acceptedHouseholds: number;
}

@Injectable()
export class OffersStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(actor: Actor, id: string, now: Date): Promise<Offer | undefined> {
    const rows: OfferRow[] = await this.dataSource.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES} where ${scopeOf(actor)} and l.id = $2`,
      [actor.partyId, id],
    );
    return rows[0] && toOffer(rows[0], now);
  }

  async page(
    actor: Actor,
    waitingOnly: boolean,
    { first, after }: PageArgs,
    now: Date,
  ): Promise<Page<Offer>> {
    const rows: OfferRow[] = await this.dataSource.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES}
       where ${scopeOf(actor)} and (not $2::boolean or (l.state = 'OFFERED' and l.expires_at > $3))
         and ($4::timestamptz is null or (l.offered_at, l.id) < ($4, $5::uuid))
       order by l.offered_at desc, l.id desc limit $6`,
      [actor.partyId, waitingOnly, now, ...startAfter(after), pageSize(first) + 1],
    );
    const offers = rows.map((row) => toOffer(row, now));
    return pageOf(offers, first, ({ offeredAt, id }) => [offeredAt.toISOString(), id]);
  }

  /** Lines of these orders as far as the actor may see them. */
  async ofOrders(actor: Actor, orderIds: readonly string[], now: Date): Promise<Offer[]> {
    const rows: OfferRow[] = await this.dataSource.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES}
       where ${scopeOf(actor)} and l.order_id = any ($2::uuid[]) order by l.offered_at, l.id`,
      [actor.partyId, orderIds],
    );
    return rows.map((row) => toOffer(row, now));
  }

  async progressOf(orderIds: readonly string[], now: Date): Promise<Progress[]> {
    const isAccepted = `state in ('ACCEPTED', 'COMMITTED', 'WEIGHED')`;
    const rows: (Omit<Progress, 'acceptedGrams'> & { acceptedGrams: string })[] =
      await this.dataSource.query(
        `select order_id as "orderId", count(*)::int as offered,
              count(*) filter (where ${isAccepted})::int as accepted,
              count(*) filter (where state = 'DECLINED')::int as declined,
              count(*) filter (where state = 'EXPIRED' or (state = 'OFFERED' and expires_at <= $2))::int as expired,
              count(*) filter (where state = 'OFFERED' and expires_at > $2)::int as waiting,
              coalesce(sum(grams) filter (where ${isAccepted}), 0)::int8 as "acceptedGrams",
              count(distinct household_id)::int as households,
              count(distinct household_id) filter (where ${isAccepted})::int as "acceptedHouseholds"
       from allocation_lines where order_id = any ($1::uuid[]) group by order_id`,
        [orderIds, now],
      );
    return rows.map((row) => ({ ...row, acceptedGrams: parseSafe(row.acceptedGrams) }));
  }

  /** Lines by id, for the messages about them; nobody's scope, so never for an answer to a person. */
  async byIds(tx: Tx, ids: readonly string[], now: Date): Promise<Offer[]> {
    const rows: OfferRow[] = await tx.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES} where l.id = any ($1::uuid[]) order by l.id`,
      [ids],
    );
    return rows.map((row) => toOffer(row, now));
  }

  /** Whether a line was asked for by the buyer, so that what it lacks starts the one automatic round. */
  async cameFromBuyer(lineIds: readonly string[]): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from allocation_lines l join allocation_plans p on p.id = l.plan_id
       where l.id = any ($1::uuid[]) and ${FELL_SHORT} and not p.is_refill and p.coop_id is null limit 1`,
      [lineIds],
    );
    return rows.length > 0;
  }

  /** Whether one of these lines fell away, all of it or in part. */
  async hasLost(lineIds: readonly string[], tx: Tx): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from allocation_lines l where l.id = any ($1::uuid[]) and ${FELL_SHORT} limit 1`,
      [lineIds],
    );
    return rows.length > 0;
  }

  /** Every line of an order as it stands at this moment; nobody's scope, so never for an answer to a person. */
  ofOrder(orderId: string, now: Date): Promise<Offer[]> {
    return this.ofLockedOrder(this.dataSource, orderId, now);
  }

  /** Every line of an order, inside its lock. */
  async ofLockedOrder(tx: Pick<Tx, 'query'>, orderId: string, now: Date): Promise<Offer[]> {
    const rows: OfferRow[] = await tx.query(
      `select ${OFFER_COLUMNS} from ${OFFER_TABLES} where l.order_id = $1 order by l.id`,
      [orderId],
    );
    return rows.map((row) => toOffer(row, now));
  }
}

const scopeOf = (actor: Actor): string =>
  reachSql(actor, { buyer: 'o.buyer_id', household: 'l.household_id', commune: 'lot.commune_id' });
