import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { BoxSaleNumbers } from '../domain/box-limits.js';

export type CloseReason = 'FULL' | 'TIME' | 'SELLER' | 'LOT';

/** A sale as it is shown and judged. */
export interface BoxSale extends BoxSaleNumbers {
  readonly id: string;
  readonly sellerId: string;
  /** Whose fruit it is. */
  readonly householdId: string;
  readonly sellerName: string;
  readonly isOfCooperative: boolean;
  readonly communeId: string;
  readonly cropCode: string;
  readonly gradeCode: string;
  readonly taken: number;
  readonly byCourier: boolean;
  readonly closedAt: Date | null;
  readonly closeReason: CloseReason | null;
  readonly settledAt: Date | null;
  readonly createdAt: Date;
}

type SaleRow = Omit<BoxSale, 'boxGrams' | 'vndPerBox'> & { boxGrams: string; vndPerBox: string };

const SALE = `select s.id, s.seller_id as "sellerId", l.household_id as "householdId", p.name as "sellerName", p.kind = 'COOPERATIVE' as "isOfCooperative", l.commune_id as "communeId",
    l.crop_code as "cropCode", g.grade_code as "gradeCode", s.box_g as "boxGrams", s.vnd_per_box as "vndPerBox",
    s.boxes, s.taken, s.orders_until as "ordersUntil", s.ready_from as "readyFrom", s.ready_to as "readyTo",
    s.by_courier as "byCourier", s.place, s.closed_at as "closedAt", s.close_reason as "closeReason",
    s.settled_at as "settledAt", s.created_at as "createdAt"
  from box_sales s join parties p on p.id = s.seller_id join lot_grades g on g.id = s.lot_grade_id
  join lots l on l.id = g.lot_id`;

const toSale = (row: SaleRow): BoxSale => ({
  ...row,
  boxGrams: parseSafe(row.boxGrams),
  vndPerBox: parseSafe(row.vndPerBox),
});

export type After = readonly [Date | null, string | null];

/** Sales of boxes. Lock order: the sale, then its orders, then the lot. */
@Injectable()
export class BoxesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async lineOf(lotId: string, gradeCode: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from lot_grades where lot_id = $1 and grade_code = $2`,
      [lotId, gradeCode],
    );
    return rows[0]?.id;
  }

  async add(
    tx: Tx,
    sale: BoxSaleNumbers & {
      readonly id: string;
      readonly sellerId: string;
      readonly lotGradeId: string;
      readonly byCourier: boolean;
      readonly createdBy: string;
      readonly createdAt: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into box_sales (id, seller_id, lot_grade_id, box_g, vnd_per_box, boxes, orders_until, ready_from, ready_to,
         by_courier, place, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        sale.id,
        sale.sellerId,
        sale.lotGradeId,
        sale.boxGrams,
        sale.vndPerBox,
        sale.boxes,
        sale.ordersUntil,
        sale.readyFrom,
        sale.readyTo,
        sale.byCourier,
        sale.place.normalize('NFC').trim(),
        sale.createdBy,
        sale.createdAt,
      ],
    );
  }

  async find(id: string): Promise<BoxSale | undefined> {
    return (await this.byIds([id]))[0];
  }

  async byIds(ids: readonly string[]): Promise<BoxSale[]> {
    const rows: SaleRow[] = await this.dataSource.query(`${SALE} where s.id = any ($1::uuid[])`, [
      ids,
    ]);
    return rows.map(toSale);
  }

  async lock(tx: Tx, id: string): Promise<BoxSale | undefined> {
    const rows: SaleRow[] = await tx.query(`${SALE} where s.id = $1 for no key update of s`, [id]);
    return rows[0] && toSale(rows[0]);
  }

  /** Sales that take orders now, newest first. */
  async open(now: Date, after: After, limit: number): Promise<BoxSale[]> {
    const rows: SaleRow[] = await this.dataSource.query(
      `${SALE} where s.closed_at is null and s.orders_until > $1
         and ($2::timestamptz is null or (s.created_at, s.id) < ($2, $3::uuid))
       order by s.created_at desc, s.id desc limit $4`,
      [now, ...after, limit],
    );
    return rows.map(toSale);
  }

  async ofSeller(sellerId: string, after: After, limit: number): Promise<BoxSale[]> {
    const rows: SaleRow[] = await this.dataSource.query(
      `${SALE} where s.seller_id = $1
         and ($2::timestamptz is null or (s.created_at, s.id) < ($2, $3::uuid))
       order by s.created_at desc, s.id desc limit $4`,
      [sellerId, ...after, limit],
    );
    return rows.map(toSale);
  }

  /**
   * Takes boxes in one conditional statement; the last ones close the window.
   * @returns undefined when there are not that many, or none are sold any more
   */
  async take(
    tx: Tx,
    id: string,
    boxes: number,
    now: Date,
  ): Promise<{ vndPerBox: number; serial: number } | undefined> {
    const [rows]: [{ vndPerBox: string; serial: string }[], number] = await tx.query(
      `update box_sales set taken = taken + $2,
         closed_at = case when taken + $2 = boxes then $3::timestamptz end,
         close_reason = case when taken + $2 = boxes then 'FULL' end
       where id = $1 and closed_at is null and orders_until > $3 and taken + $2 <= boxes
       returning vnd_per_box as "vndPerBox", nextval('order_serial') as serial`,
      [id, boxes, now],
    );
    const [taken] = rows;
    return taken && { vndPerBox: parseSafe(taken.vndPerBox), serial: Number(taken.serial) };
  }

  /** Boxes of an order that was given up. A sale that was full takes orders again while its window runs. */
  async giveBack(tx: Tx, id: string, boxes: number, now: Date): Promise<void> {
    await tx.query(
      `update box_sales set taken = taken - $2,
         closed_at = case when close_reason = 'FULL' and orders_until > $3 then null else closed_at end,
         close_reason = case when close_reason = 'FULL' and orders_until > $3 then null else close_reason end
       where id = $1`,
      [id, boxes, now],
    );
  }

  async close(tx: Tx, id: string, reason: CloseReason, now: Date): Promise<void> {
    await tx.query(
      `update box_sales set closed_at = $2, close_reason = $3 where id = $1 and closed_at is null`,
      [id, now, reason],
    );
  }

  async markSettled(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update box_sales set settled_at = $2 where id = $1`, [id, now]);
  }

  /** Sales whose window has run out, the longest first. */
  async over(now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from box_sales where closed_at is null and orders_until <= $1 order by orders_until, id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  async openOfLot(tx: Tx, lotId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select s.id from box_sales s join lot_grades g on g.id = s.lot_grade_id
       where g.lot_id = $1 and s.closed_at is null order by s.id`,
      [lotId],
    );
    return rows.map(({ id }) => id);
  }
}
