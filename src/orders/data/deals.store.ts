import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { orderStateOf, type DealState } from '../domain/deal.state.js';
import { DEAL_COLUMNS, DEAL_TABLES, toDeal, type Deal, type DealRow } from './deal.rows.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import { reachSql } from './reach.js';

/** One household's part of an order, about to be frozen. */
export interface NewDeal {
  readonly id: string;
  readonly number: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly depositVnd: number;
  readonly depositDueAt: Date | null;
  readonly lines: readonly { readonly lineId: string; readonly vndPerKg: number }[];
}

/** What two sides agreed on after the commit. */
export interface ReshapedDeal {
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly depositDueAt: Date | null;
  readonly lines: readonly { readonly id: string; readonly grams: number }[];
}

@Injectable()
export class DealsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(actor: Actor, id: string): Promise<Deal | undefined> {
    const rows: DealRow[] = await this.dataSource.query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES} where ${scopeOf(actor)} and d.id = $2`,
      [actor.partyId, id],
    );
    return rows[0] && toDeal(rows[0]);
  }

  async page(actor: Actor, { first, after }: PageArgs): Promise<Page<Deal>> {
    const rows: DealRow[] = await this.dataSource.query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES}
       where ${scopeOf(actor)} and ($2::timestamptz is null or (d.created_at, d.id) < ($2, $3::uuid))
       order by d.created_at desc, d.id desc limit $4`,
      [actor.partyId, ...startAfter(after), pageSize(first) + 1],
    );
    return pageOf(rows.map(toDeal), first, timeKeys);
  }

  async ofOrders(actor: Actor, orderIds: readonly string[]): Promise<Deal[]> {
    const rows: DealRow[] = await this.dataSource.query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES}
       where ${scopeOf(actor)} and d.order_id = any ($2::uuid[]) order by d.id`,
      [actor.partyId, orderIds],
    );
    return rows.map(toDeal);
  }

  async byIds(ids: readonly string[]): Promise<Deal[]> {
    const rows: DealRow[] = await this.dataSource.query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES} where d.id = any ($1::uuid[]) order by d.id`,
      [ids],
    );
    return rows.map(toDeal);
  }

  async ofOrder(orderId: string, tx?: Tx): Promise<Deal[]> {
    const rows: DealRow[] = await (tx ?? this.dataSource).query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES} where d.order_id = $1 order by d.id`,
      [orderId],
    );
    return rows.map(toDeal);
  }

  /** Of these households, those that agreed to a deal since then. */
  async sellersSince(householdIds: readonly string[], since: Date): Promise<Set<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select distinct household_id as id from deals
       where household_id = any ($1::uuid[]) and created_at >= $2 and state <> 'CANCELLED'`,
      [householdIds, since],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async lock(tx: Tx, id: string): Promise<Deal | undefined> {
    const rows: DealRow[] = await tx.query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES} where d.id = $1 for no key update of d`,
      [id],
    );
    return rows[0] && toDeal(rows[0]);
  }

  /** Locks these deals in the order of their ids. */
  async lockAll(tx: Tx, ids: readonly string[]): Promise<Deal[]> {
    const rows: DealRow[] = await tx.query(
      `select ${DEAL_COLUMNS} from ${DEAL_TABLES} where d.id = any ($1::uuid[])
       order by d.id for no key update of d`,
      [ids],
    );
    return rows.map(toDeal);
  }

  /** Writes what both sides agreed on anew; the price of a kilogram stays. */
  async reshape(tx: Tx, id: string, agreed: ReshapedDeal): Promise<void> {
    await tx.query(
      `with line as (
         select * from unnest($5::uuid[], $6::int8[]) as l (id, grams)
       ), kept as (
         update deal_lines n set grams = line.grams from line where n.id = line.id and n.deal_id = $1
       ), asked as (
         update allocation_lines a set grams = line.grams from line where a.id = line.id and a.deal_id = $1
       )
       update deals set
         release_by = case when release_by is not null then $3::timestamptz end,
         release_reminded_at = case when ready_to = $3::timestamptz then release_reminded_at end,
         ready_from = $2, ready_to = $3, deposit_due_at = $4
       where id = $1`,
      [
        id,
        agreed.readyFrom,
        agreed.readyTo,
        agreed.depositDueAt,
        agreed.lines.map((line) => line.id),
        agreed.lines.map((line) => line.grams),
      ],
    );
  }

  /** Freezes the order's terms for each household, ties its accepted lines to it, and commits the order. */
  async make(tx: Tx, orderId: string, deals: readonly NewDeal[], now: Date): Promise<void> {
    const lines = deals.flatMap((deal) => deal.lines.map((line) => ({ ...line, dealId: deal.id })));
    await tx.query(
      `with made as (
         insert into deals (id, number, order_id, buyer_id, household_id, crop_code, commune_id, state, ready_from,
           ready_to, deduction_kind, deduction_bp, deduction_crate_g, payment_days, created_at, deposit_vnd, deposit_due_at,
           cancel_dispatched_bp, cancel_gate_bp, release_by)
         select n.id, n.number, o.id, o.buyer_id, n.household_id, o.crop_code, n.commune_id, 'COMMITTED', o.ready_from,
                o.ready_to, o.deduction_kind, o.deduction_bp, o.deduction_crate_g, o.payment_days, $2,
                n.deposit_vnd, n.deposit_due_at, o.cancel_dispatched_bp, o.cancel_gate_bp, o.ready_to
         from orders o, unnest($3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $10::int8[], $11::timestamptz[])
           as n (id, number, household_id, commune_id, deposit_vnd, deposit_due_at)
         where o.id = $1
       ), tied as (
         update allocation_lines l set state = 'COMMITTED', deal_id = t.deal_id
         from unnest($7::uuid[], $8::uuid[], $9::int8[]) as t (line_id, deal_id, vnd_per_kg)
         where l.id = t.line_id
         returning l.id, l.deal_id, l.lot_id, l.lot_grade_id, l.grade_code, l.grams, t.vnd_per_kg
       ), kept as (
         insert into deal_lines (id, deal_id, lot_id, lot_grade_id, hold_id, grade_code, grams, vnd_per_kg)
         select id, deal_id, lot_id, lot_grade_id, id, grade_code, grams, vnd_per_kg from tied
       )
       update orders set state = 'COMMITTED', committed_at = coalesce(committed_at, $2) where id = $1`,
      [
        orderId,
        now,
        deals.map((deal) => deal.id),
        deals.map((deal) => deal.number),
        deals.map((deal) => deal.householdId),
        deals.map((deal) => deal.communeId),
        lines.map((line) => line.lineId),
        lines.map((line) => line.dealId),
        lines.map((line) => line.vndPerKg),
        deals.map((deal) => deal.depositVnd),
        deals.map((deal) => deal.depositDueAt),
      ],
    );
  }

  /**
   * Moves one deal on and its order with it. The order is locked before its deals are counted, so that of two deals
   * weighed at once the second sees the first.
   * @param reason kept with the order when its last deal is called off
   * @throws Error when the deal is not in `from`: its caller did the same thing twice
   */
  async moveOn(
    tx: Tx,
    id: string,
    from: DealState,
    to: DealState,
    reason: string | null = null,
  ): Promise<void> {
    const [moved]: [{ orderId: string }[], number] = await tx.query(
      `update deals set state = $3 where id = $1 and state = $2 returning order_id as "orderId"`,
      [id, from, to],
    );
    const orderId = moved[0]?.orderId;
    if (orderId === undefined) throw new Error(`deal ${id} is not ${from}`);
    await tx.query(`select 1 from orders where id = $1 for no key update`, [orderId]);
    await this.follow(tx, orderId, reason);
  }

  /** A locked order stands where its deals say (OR-04). */
  async follow(tx: Tx, orderId: string, reason: string | null = null): Promise<void> {
    const deals: { state: DealState }[] = await tx.query(
      `select state from deals where order_id = $1`,
      [orderId],
    );
    await tx.query(
      `update orders set state = $2, cancel_reason = case $2 when 'CANCELLED' then $3 else cancel_reason end
       where id = $1`,
      [orderId, orderStateOf(deals.map(({ state }) => state)), reason],
    );
  }

  /** @returns the holds of the deal, which its lines no longer stand for */
  async releaseLines(tx: Tx, id: string): Promise<string[]> {
    const lines: { holdId: string }[] = await tx.query(
      `with gone as (
         update allocation_lines set state = 'RELEASED' where deal_id = $1 and state = 'COMMITTED'
       )
       select hold_id as "holdId" from deal_lines where deal_id = $1`,
      [id],
    );
    return lines.map(({ holdId }) => holdId);
  }

  async markLinesWeighed(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update allocation_lines set state = 'WEIGHED'
       where id in (select id from deal_lines where deal_id = $1) and state = 'COMMITTED'`,
      [id],
    );
  }
}

const scopeOf = (actor: Actor): string =>
  reachSql(actor, { buyer: 'd.buyer_id', household: 'd.household_id', commune: 'd.commune_id' });
