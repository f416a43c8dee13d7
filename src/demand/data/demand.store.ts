import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { DayAnswer } from '../domain/answer.js';

interface NeedLine {
  readonly gradeCode: string;
  readonly wantedGrams: number;
  readonly maxVndPerKg: number | null;
}

/** A need on the board: an order and what was said to it. */
export interface DemandRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly note: string;
  readonly number: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly destinationId: string | null;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lines: readonly NeedLine[];
  /** Not yet asked of any household. */
  readonly missingGrams: number;
  readonly saidGrams: number;
  readonly households: number;
}

/** What was said for one day and grade, summed over households. */
export interface SaidRow extends DayAnswer {
  readonly orderId: string;
  readonly households: number;
}

/** An order as somebody publishes it or answers it. */
export interface Need {
  readonly buyerId: string;
  readonly isOpen: boolean;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly gradeCodes: readonly string[];
  readonly isPosted: boolean;
}

const OPEN = `o.state in ('SOURCING', 'ALLOCATED') and o.kind = 'BULK'`;

const NEED = `
  select o.buyer_id as "buyerId", ${OPEN} and o.ready_to > $2 as "isOpen", o.ready_from as "readyFrom",
         o.ready_to as "readyTo", array(select grade_code from order_lines n where n.order_id = o.id) as "gradeCodes",
         exists (select 1 from demand_posts p where p.order_id = o.id and p.ended_at is null) as "isPosted"
  from orders o where o.id = $1`;

@Injectable()
export class DemandStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The order, held still while it is published or answered. */
  async lockNeed(tx: Tx, orderId: string, now: Date): Promise<Need | undefined> {
    const rows: Need[] = await tx.query(`${NEED} for key share of o`, [orderId, now]);
    return rows[0];
  }

  /** The same, only looked at. */
  async need(orderId: string, now: Date): Promise<Need | undefined> {
    const rows: Need[] = await this.dataSource.query(NEED, [orderId, now]);
    return rows[0];
  }

  async post(tx: Tx, orderId: string, note: string, now: Date): Promise<void> {
    await tx.query(
      `insert into demand_posts (order_id, note, posted_at) values ($1, $2, $3)
       on conflict (order_id) do update set note = excluded.note, ended_at = null`,
      [orderId, note, now],
    );
  }

  async end(tx: Tx, orderId: string, now: Date): Promise<void> {
    await tx.query(`update demand_posts set ended_at = $2 where order_id = $1`, [orderId, now]);
  }

  async isBuyerActive(tx: Tx, buyerId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from parties where id = $1 and state = 'ACTIVE'`,
      [buyerId],
    );
    return rows.length > 0;
  }

  /** In place of what the household said of those days and grades. @returns whether it had said nothing before */
  async say(
    tx: Tx,
    said: {
      readonly orderId: string;
      readonly householdId: string;
      readonly answers: readonly DayAnswer[];
    },
    by: string,
    now: Date,
  ): Promise<boolean> {
    const { orderId, householdId, answers } = said;
    const before: unknown[] = await tx.query(
      `select 1 from demand_answers where order_id = $1 and household_id = $2 limit 1`,
      [orderId, householdId],
    );
    await tx.query(
      `delete from demand_answers where order_id = $1 and household_id = $2
         and (day, grade_code) in (select * from unnest($3::date[], $4::text[]))`,
      [
        orderId,
        householdId,
        answers.map(({ day }) => day),
        answers.map(({ gradeCode }) => gradeCode),
      ],
    );
    await tx.query(
      `insert into demand_answers (order_id, household_id, day, grade_code, grams, answered_by, answered_at)
       select $1, $2, a.day, a.grade_code, a.grams, $6, $7
       from unnest($3::date[], $4::text[], $5::int8[]) as a (day, grade_code, grams) where a.grams > 0
       on conflict do nothing`,
      [
        orderId,
        householdId,
        answers.map(({ day }) => day),
        answers.map(({ gradeCode }) => gradeCode),
        answers.map(({ grams }) => grams),
        by,
        now,
      ],
    );
    return before.length === 0;
  }

  /** Open needs whose hours are not over, newest first; `orderId` reads one, `buyerId` those of one buyer. */
  async board(
    wish: {
      readonly cropCode: string | null;
      readonly orderId: string | null;
      readonly buyerId: string | null;
    },
    now: Date,
    limit: number,
    after: { readonly at: Date; readonly id: string } | undefined,
  ): Promise<DemandRow[]> {
    const rows: (Omit<DemandRow, 'missingGrams' | 'saidGrams'> & {
      missingGrams: string;
      saidGrams: string;
    })[] = await this.dataSource.query(
      `select o.id, p.posted_at as "createdAt", p.note, o.number, o.buyer_id as "buyerId", b.name as "buyerName",
              o.crop_code as "cropCode", o.variety_code as "varietyCode", o.destination_id as "destinationId",
              o.ready_from as "readyFrom", o.ready_to as "readyTo", n.lines,
              greatest(0, n.wanted - held.grams) as "missingGrams", said.grams as "saidGrams", said.households
       from demand_posts p join orders o on o.id = p.order_id join parties b on b.id = o.buyer_id
       cross join lateral (
         select json_agg(json_build_object('gradeCode', grade_code, 'wantedGrams', wanted_g,
                  'maxVndPerKg', max_vnd_per_kg) order by grade_code) as lines, sum(wanted_g) as wanted
         from order_lines where order_id = o.id) n
       cross join lateral (
         select coalesce(sum(grams), 0) as grams from allocation_lines
         where order_id = o.id and (state in ('ACCEPTED', 'COMMITTED', 'WEIGHED')
           or (state = 'OFFERED' and expires_at > $1))) held
       cross join lateral (
         select coalesce(sum(grams), 0) as grams, count(distinct household_id)::int as households
         from demand_answers where order_id = o.id) said
       where p.ended_at is null and ${OPEN} and o.ready_to > $1
         and ($2::text is null or o.crop_code = $2) and ($3::uuid is null or o.id = $3)
         and ($4::uuid is null or o.buyer_id = $4)
         and ($5::timestamptz is null or (p.posted_at, p.order_id) < ($5, $6::uuid))
       order by p.posted_at desc, p.order_id desc limit $7`,
      [now, wish.cropCode, wish.orderId, wish.buyerId, after?.at ?? null, after?.id ?? null, limit],
    );
    return rows.map((row) => ({
      ...row,
      missingGrams: parseSafe(row.missingGrams),
      saidGrams: parseSafe(row.saidGrams),
    }));
  }

  /** What was said to these needs, by day and grade: of one household, or of all together. */
  async saidTo(orderIds: readonly string[], householdId: string | null): Promise<SaidRow[]> {
    const rows: (Omit<SaidRow, 'grams'> & { day: Day; grams: string })[] =
      await this.dataSource.query(
        `select order_id as "orderId", to_char(day, 'YYYY-MM-DD') as day, grade_code as "gradeCode",
                sum(grams) as grams, count(*)::int as households
         from demand_answers
         where order_id = any ($1::uuid[]) and ($2::uuid is null or household_id = $2)
         group by order_id, day, grade_code order by day, grade_code`,
        [orderIds, householdId],
      );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }
}
