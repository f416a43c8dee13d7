import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { BoxOrderState, BoxSide } from '../domain/box-order.state.js';
import type { After } from './boxes.store.js';

export interface BoxOrder {
  readonly id: string;
  readonly number: string;
  readonly saleId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly partyId: string | null;
  readonly boxes: number;
  readonly amountVnd: number;
  readonly address: string | null;
  readonly state: BoxOrderState;
  readonly cancelledBy: BoxSide | null;
  readonly cancelReason: string | null;
  readonly paidAt: Date | null;
  readonly createdAt: Date;
}

type OrderRow = Omit<BoxOrder, 'amountVnd'> & { amountVnd: string };

const ORDER = `select o.id, o.number, o.sale_id as "saleId", s.seller_id as "sellerId", o.buyer_id as "buyerId",
    o.party_id as "partyId", o.boxes, o.amount_vnd as "amountVnd", o.address, o.state, o.cancelled_by as "cancelledBy",
    o.cancel_reason as "cancelReason", o.paid_at as "paidAt", o.created_at as "createdAt"
  from box_orders o join box_sales s on s.id = o.sale_id`;

const toOrder = (row: OrderRow): BoxOrder => ({ ...row, amountVnd: parseSafe(row.amountVnd) });

/** The name and number that one side of an order sees of the other. */
export interface BoxContact {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

@Injectable()
export class BoxOrdersStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(
    tx: Tx,
    order: Omit<BoxOrder, 'sellerId' | 'state' | 'cancelledBy' | 'cancelReason' | 'paidAt'>,
  ): Promise<void> {
    await tx.query(
      `insert into box_orders (id, number, sale_id, buyer_id, party_id, boxes, amount_vnd, address, state, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'PLACED', $9)`,
      [
        order.id,
        order.number,
        order.saleId,
        order.buyerId,
        order.partyId,
        order.boxes,
        order.amountVnd,
        order.address,
        order.createdAt,
      ],
    );
  }

  async find(id: string): Promise<BoxOrder | undefined> {
    const rows: OrderRow[] = await this.dataSource.query(`${ORDER} where o.id = $1`, [id]);
    return rows[0] && toOrder(rows[0]);
  }

  /** Its sale must be locked. */
  async lock(tx: Tx, id: string): Promise<BoxOrder | undefined> {
    const rows: OrderRow[] = await tx.query(`${ORDER} where o.id = $1 for update of o`, [id]);
    return rows[0] && toOrder(rows[0]);
  }

  async ofBuyer(buyerId: string, after: After, limit: number): Promise<BoxOrder[]> {
    const rows: OrderRow[] = await this.dataSource.query(
      `${ORDER} where o.buyer_id = $1
         and ($2::timestamptz is null or (o.created_at, o.id) < ($2, $3::uuid))
       order by o.created_at desc, o.id desc limit $4`,
      [buyerId, ...after, limit],
    );
    return rows.map(toOrder);
  }

  async ofSales(saleIds: readonly string[]): Promise<BoxOrder[]> {
    const rows: OrderRow[] = await this.dataSource.query(
      `${ORDER} where o.sale_id = any ($1::uuid[]) order by o.created_at, o.id`,
      [saleIds],
    );
    return rows.map(toOrder);
  }

  /** Where it is over, where it was brought is forgotten. */
  async move(tx: Tx, id: string, state: BoxOrderState, paidAt: Date | null): Promise<void> {
    await tx.query(
      `update box_orders set state = $2, paid_at = coalesce(paid_at, $3),
         address = case when $2 = 'DELIVERED' then null else address end where id = $1`,
      [id, state, paidAt],
    );
  }

  async cancel(tx: Tx, id: string, by: BoxSide, reason: string): Promise<void> {
    await tx.query(
      `update box_orders set state = 'CANCELLED', cancelled_by = $2, cancel_reason = $3, address = null where id = $1`,
      [id, by, reason],
    );
  }

  /** Whether some of a locked sale's orders still wait to be handed over. */
  async isWaiting(tx: Tx, saleId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from box_orders where sale_id = $1 and state in ('PLACED','CONFIRMED','PACKED') limit 1`,
      [saleId],
    );
    return rows.length > 0;
  }

  /** Orders nobody confirmed whose hours were over by then, the longest first. */
  async unconfirmed(overBy: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select o.id from box_orders o join box_sales s on s.id = o.sale_id
       where o.state = 'PLACED' and s.ready_to <= $1 order by s.ready_to, o.id`,
      [overBy],
    );
    return rows.map(({ id }) => id);
  }

  buyers(ids: readonly string[]): Promise<BoxContact[]> {
    return this.dataSource.query(`select id, name, phone from people where id = any ($1::uuid[])`, [
      ids,
    ]);
  }

  /** Sellers with the number to call: their own, or that of the first person who joined. */
  sellers(ids: readonly string[]): Promise<BoxContact[]> {
    return this.dataSource.query(
      `select p.id, p.name, coalesce(p.phone, (
         select person.phone from memberships m join people person on person.id = m.person_id
         where m.party_id = p.id and m.role in ('GROWER','COOP_CLERK')
         order by person.created_at, person.id limit 1)) as phone
       from parties p where p.id = any ($1::uuid[])`,
      [ids],
    );
  }
}
