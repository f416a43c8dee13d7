import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { HotReads } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { reachOf } from '../domain/order.policy.js';
import {
  deductionValues,
  ORDER_COLUMNS,
  toOrder,
  type Order,
  type OrderRow,
} from './order.rows.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';

export interface NewOrder extends Omit<
  Order,
  'lines' | 'createdAt' | 'committedAt' | 'cancelReason' | 'pooledListingId'
> {
  readonly lines: readonly (Order['lines'][number] & { readonly id: string })[];
}

export interface LockedOrder extends Order {
  /** A suspended buyer finishes what is agreed and agrees to nothing new (ID-10). */
  readonly isBuyerActive: boolean;
}

@Injectable()
export class OrdersStore {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hot: HotReads,
  ) {}

  /** The order as far as the actor may see it; what is not hers looks like what is not there. */
  async find(actor: Actor, id: string): Promise<Order | undefined> {
    const [row] = await this.hot.rows<OrderRow>({
      name: `orders.find:${reachOf(actor)}`,
      text: `select ${ORDER_COLUMNS} from orders o where ${scopeOf(actor)} and o.id = $2`,
      values: [actor.partyId, id],
    });
    return row && toOrder(row);
  }

  async findByNumber(actor: Actor, number: string): Promise<Order | undefined> {
    const [row]: OrderRow[] = await this.dataSource.query(
      `select ${ORDER_COLUMNS} from orders o where ${scopeOf(actor)} and o.number = $2`,
      [actor.partyId, number],
    );
    return row && toOrder(row);
  }

  async byIds(ids: readonly string[]): Promise<Order[]> {
    const rows: OrderRow[] = await this.dataSource.query(
      `select ${ORDER_COLUMNS} from orders o where o.id = any ($1::uuid[])`,
      [ids],
    );
    return rows.map(toOrder);
  }

  /** @param ending of their numbers, without dashes; null lists all */
  async page(
    actor: Actor,
    { first, after }: PageArgs,
    ending: string | null,
  ): Promise<Page<Order>> {
    const rows: OrderRow[] = await this.dataSource.query(
      `select ${ORDER_COLUMNS} from orders o
       where ${scopeOf(actor)} and ($2::timestamptz is null or (o.created_at, o.id) < ($2, $3::uuid))
         and ($5::text is null or right(replace(o.number, '-', ''), length($5)) = $5)
       order by o.created_at desc, o.id desc limit $4`,
      [actor.partyId, ...startAfter(after), pageSize(first) + 1, ending],
    );
    return pageOf(rows.map(toOrder), first, timeKeys);
  }

  /** Every writer of an order or its lines locks the order first, then lines, then lots. */
  async lock(tx: Tx, id: string): Promise<LockedOrder | undefined> {
    const rows: (OrderRow & { isBuyerActive: boolean })[] = await tx.query(
      `select ${ORDER_COLUMNS},
         exists (select 1 from parties b where b.id = o.buyer_id and b.state = 'ACTIVE') as "isBuyerActive"
       from orders o where o.id = $1 for no key update of o`,
      [id],
    );
    return rows[0] && { ...toOrder(rows[0]), isBuyerActive: rows[0].isBuyerActive };
  }

  async isBuyerActive(tx: Tx, buyerId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from parties where id = $1 and state = 'ACTIVE'`,
      [buyerId],
    );
    return rows.length > 0;
  }

  /**
   * A serial nobody had before; gaps are harmless.
   * @returns undefined when the buyer may not open orders now
   */
  async open(tx: Tx, buyerId: string): Promise<{ serial: number } | undefined> {
    const rows: { serial: string }[] = await tx.query(
      `select nextval('order_serial') as serial from parties where id = $1 and state = 'ACTIVE'`,
      [buyerId],
    );
    return rows[0] && { serial: Number(rows[0].serial) };
  }

  async add(tx: Tx, order: NewOrder, createdBy: string, createdAt: Date): Promise<void> {
    await tx.query(
      `with added as (
         insert into orders (id, number, kind, buyer_id, crop_code, variety_code, state, ready_from, ready_to,
           destination_id, policy, tolerance_bp, min_g, household_cap_g, commune_ids, deduction_kind, deduction_bp,
           deduction_crate_g, payment_days, offer_ttl_minutes, created_by, created_at, crate_g, least_line_g,
           household_cap_bp, most_points, most_road_m, most_trucks, unsold_first,
           sourcing_until, extend_until, deposit_bp, cancel_dispatched_bp, cancel_gate_bp, certificate,
           least_kept_bp)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::uuid[], $16, $17, $18, $19, $20,
           $21, $22, $27, $28, $29, $30, $31, $32, $33, $34,
           $35, $36, $37, $38, $39, $40)
         returning id
       )
       insert into order_lines (id, order_id, grade_code, wanted_g, max_vnd_per_kg)
       select w.id, added.id, w.grade_code, w.wanted_g, w.max_vnd_per_kg
       from added, unnest($23::uuid[], $24::text[], $25::int8[], $26::int8[])
         as w (id, grade_code, wanted_g, max_vnd_per_kg)`,
      [
        order.id,
        order.number,
        order.kind,
        order.buyerId,
        order.cropCode,
        order.varietyCode,
        order.state,
        order.readyFrom,
        order.readyTo,
        order.destinationId,
        order.policy,
        order.toleranceBp,
        order.minGrams,
        order.householdCapGrams,
        order.communeIds,
        ...deductionValues(order.deduction),
        order.paymentDays,
        order.offerTtlMinutes,
        createdBy,
        createdAt,
        order.lines.map((line) => line.id),
        order.lines.map((line) => line.gradeCode),
        order.lines.map((line) => line.wantedGrams),
        order.lines.map((line) => line.maxVndPerKg),
        order.limits.crateGrams,
        order.limits.leastLineGrams,
        order.limits.householdCapBp,
        order.limits.mostPickupPoints,
        order.limits.mostRoadMetres,
        order.limits.mostTruckloads,
        order.limits.isUnsoldFirst,
        order.cutOff?.until,
        order.cutOff?.extendUntil,
        order.depositBp,
        order.cancelTerms.afterDispatchBp,
        order.cancelTerms.atGateBp,
        order.limits.certificate,
        order.limits.leastKeptBp,
      ],
    );
  }

  /** From now on the order is gathered from the lots of this pooled listing alone. */
  async gatherFrom(tx: Tx, orderId: string, pooledListingId: string): Promise<void> {
    await tx.query(`update orders set pooled_listing_id = $2 where id = $1`, [
      orderId,
      pooledListingId,
    ]);
  }

  async close(
    tx: Tx,
    ids: readonly string[],
    state: 'CANCELLED' | 'EXPIRED',
    reason: string | null,
  ): Promise<void> {
    await tx.query(`update orders set state = $2, cancel_reason = $3 where id = any ($1::uuid[])`, [
      ids,
      state,
      reason,
    ]);
  }

  /** Orders of one lot whose one offer ran out. */
  async expireLotOrders(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update orders set state = 'EXPIRED' where id = any ($1::uuid[]) and kind = 'LOT' and state = 'SOURCING'`,
      [ids],
    );
  }

  /** Locks the orders of those of these lines that are not committed: what is committed belongs to its deal. */
  async lockOrdersOf(tx: Tx, lineIds: readonly string[]): Promise<void> {
    await tx.query(
      `select 1 from orders o
       where o.id in (select order_id from allocation_lines
                      where id = any ($1::uuid[]) and state in ('OFFERED', 'ACCEPTED'))
       order by o.id for no key update`,
      [lineIds],
    );
  }

  /** After lines fell away: a bulk order gathers again, the order of one lot is over. */
  async reopen(tx: Tx, ids: readonly string[], lotOrderReason: string): Promise<void> {
    await tx.query(
      `update orders set state = case kind when 'LOT' then 'CANCELLED' else 'SOURCING' end,
         cancel_reason = case kind when 'LOT' then $2 end
       where id = any ($1::uuid[]) and state in ('SOURCING', 'ALLOCATED')`,
      [ids, lotOrderReason],
    );
  }

  /** SOURCING becomes ALLOCATED once the accepted lines bring the order within its tolerance. */
  async markAllocatedWhenCovered(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update orders o set state = 'ALLOCATED'
       where o.id = $1 and o.state = 'SOURCING' and o.kind = 'BULK'
         and (select coalesce(sum(l.grams), 0) from allocation_lines l where l.order_id = o.id and l.state = 'ACCEPTED')
             * 10000
           >= (select sum(n.wanted_g) from order_lines n where n.order_id = o.id) * (10000 - o.tolerance_bp)`,
      [id],
    );
  }

  /** In place of the lines and the minimum of a locked order that is not committed. */
  async rewriteLines(
    tx: Tx,
    id: string,
    lines: NewOrder['lines'],
    minGrams: number,
  ): Promise<void> {
    const values = [
      lines.map((line) => line.id),
      lines.map((line) => line.gradeCode),
      lines.map((line) => line.wantedGrams),
      lines.map((line) => line.maxVndPerKg),
    ];
    await tx.query(`delete from order_lines where order_id = $1`, [id]);
    await tx.query(
      `insert into order_lines (id, order_id, grade_code, wanted_g, max_vnd_per_kg)
       select w.id, $1, w.grade_code, w.wanted_g, w.max_vnd_per_kg
       from unnest($2::uuid[], $3::text[], $4::int8[], $5::int8[]) as w (id, grade_code, wanted_g, max_vnd_per_kg)`,
      [id, ...values],
    );
    await tx.query(`update orders set min_g = $2, state = 'SOURCING' where id = $1`, [
      id,
      minGrams,
    ]);
    await this.markAllocatedWhenCovered(tx, id);
  }

  /** Locks orders that have offers whose time is over; those somebody works on wait for the next sweep. */
  async lockWithExpiredOffers(tx: Tx, now: Date, atMost: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select o.id from orders o
       where o.id in (select order_id from allocation_lines where state = 'OFFERED' and expires_at <= $1)
       order by o.id limit $2 for no key update skip locked`,
      [now, atMost],
    );
    return rows.map(({ id }) => id);
  }

  /** Locks orders whose window ended before they were committed; those somebody works on wait a minute more. */
  async lockOverdue(tx: Tx, now: Date, atMost: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select o.id from orders o where o.state in ('SOURCING', 'ALLOCATED') and o.ready_to <= $1
       order by o.id limit $2 for no key update skip locked`,
      [now, atMost],
    );
    return rows.map(({ id }) => id);
  }

  /** Orders whose gathering has ended, the longest overdue first; each is locked and judged by itself. */
  async pastCutOff(now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from orders where state in ('SOURCING', 'ALLOCATED') and sourcing_until <= $1
       order by sourcing_until, id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  async extend(tx: Tx, id: string): Promise<void> {
    await tx.query(`update orders set sourcing_until = extend_until where id = $1`, [id]);
  }
}

/** An office sees orders that ask for its communes, or for any commune, and those that took a lot of hers. */
function scopeOf(actor: Actor): string {
  const hers = 'select unit_id from party_territories where party_id = $1';
  switch (reachOf(actor)) {
    case 'BUYER':
      return 'o.buyer_id = $1';
    case 'TERRITORY':
      // Sought everywhere while it is sought; afterwards only where fruit for it lies.
      return `(o.commune_ids = '{}' and o.state in ('SOURCING', 'ALLOCATED') or o.commune_ids && array(${hers}) or exists (
        select 1 from allocation_lines l join lots lot on lot.id = l.lot_id
        where l.order_id = o.id and lot.commune_id in (${hers}))
        or exists (select 1 from deals d where d.order_id = o.id and d.commune_id in (${hers})))`;
    case 'HOUSEHOLD':
    case 'COOPERATIVE':
    case 'NOTHING':
      return '$1::uuid is null and false';
  }
}
