import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import type { Calendar } from '../domain/calendar.js';
import type { EmptyReason } from '../domain/empty.js';

export interface StandingLine {
  readonly gradeCode: string;
  readonly grams: number;
  /** Never more; null: to be agreed. */
  readonly maxVndPerKg: number | null;
}

export interface StandingOrder extends Calendar {
  readonly id: string;
  readonly buyerId: string;
  readonly templateId: string;
  readonly cropCode: string;
  readonly state: 'ACTIVE' | 'PAUSED';
  readonly createdBy: string;
  readonly createdAt: Date;
  /** Counts its changes, those of single days too. */
  readonly version: number;
  readonly lines: readonly StandingLine[];
}

export type OccurrenceState = 'PLANNED' | 'SKIPPED' | 'EMPTY' | 'OPENED';

/** What was decided about one day. */
export interface DecidedDay {
  readonly standingOrderId: string;
  readonly day: Day;
  readonly state: OccurrenceState;
  readonly orderId: string | null;
  readonly orderNumber: string | null;
  /** Its order still gathers: households may say yes, and its buyer may still want more. */
  readonly isGathering: boolean;
  readonly emptyReason: EmptyReason | null;
  /** Of that day alone; null: what is always wanted. */
  readonly lines: readonly StandingLine[] | null;
}

const LINES = `json_agg(json_build_object('gradeCode', n.grade_code, 'grams', n.grams,
  'maxVndPerKg', n.max_vnd_per_kg) order by n.grade_code)`;

const COLUMNS = `s.id, s.buyer_id as "buyerId", s.template_id as "templateId", t.crop_code as "cropCode", s.weekdays,
  s.lead_hours as "leadHours", s.state, s.version, s.created_by as "createdBy", s.created_at as "createdAt",
  t.ready_from as "readyFrom", t.ready_to as "readyTo", t.sourcing_until as "gatheredUntil",
  (select ${LINES} from standing_order_lines n where n.standing_order_id = s.id) as lines`;
const TABLES = 'standing_orders s join orders t on t.id = s.template_id';

const DECIDED = `select d.standing_order_id as "standingOrderId", to_char(d.day, 'YYYY-MM-DD') as day, d.state,
    d.order_id as "orderId", o.number as "orderNumber", coalesce(o.state in ('SOURCING','ALLOCATED'), false) as "isGathering",
    d.empty_reason as "emptyReason",
    (select ${LINES} from standing_occurrence_lines n
     where n.standing_order_id = d.standing_order_id and n.day = d.day) as lines
  from standing_occurrences d left join orders o on o.id = d.order_id`;

@Injectable()
export class StandingStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Its buyer's; what is not hers looks like what is not there. */
  async find(actor: Actor, id: string): Promise<StandingOrder | undefined> {
    const rows: StandingOrder[] = await this.dataSource.query(
      `select ${COLUMNS} from ${TABLES} where s.buyer_id = $1 and s.id = $2`,
      [actor.partyId, id],
    );
    return rows[0];
  }

  async page(actor: Actor, { first, after }: PageArgs): Promise<Page<StandingOrder>> {
    const rows: StandingOrder[] = await this.dataSource.query(
      `select ${COLUMNS} from ${TABLES}
       where s.buyer_id = $1 and ($2::timestamptz is null or (s.created_at, s.id) < ($2, $3::uuid))
       order by s.created_at desc, s.id desc limit $4`,
      [actor.partyId, ...startAfter(after), pageSize(first) + 1],
    );
    return pageOf(rows, first, timeKeys);
  }

  /** Those that run, by id, after this one. */
  activeAfter(id: string | null, atMost: number): Promise<StandingOrder[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from ${TABLES}
       where s.state = 'ACTIVE' and ($1::uuid is null or s.id > $1) order by s.id limit $2`,
      [id, atMost],
    );
  }

  /** Every writer of a standing order or of its days locks it first, before any order. */
  async lock(tx: Tx, id: string): Promise<StandingOrder | undefined> {
    const rows: StandingOrder[] = await tx.query(
      `select ${COLUMNS} from ${TABLES} where s.id = $1 for no key update of s`,
      [id],
    );
    return rows[0];
  }

  /** As `lock`, of one that runs; undefined when somebody works on it. */
  async lockFree(tx: Tx, id: string): Promise<StandingOrder | undefined> {
    const rows: StandingOrder[] = await tx.query(
      `select ${COLUMNS} from ${TABLES} where s.id = $1 and s.state = 'ACTIVE' for no key update of s skip locked`,
      [id],
    );
    return rows[0];
  }

  async add(
    tx: Tx,
    standing: Pick<
      StandingOrder,
      'id' | 'buyerId' | 'templateId' | 'weekdays' | 'leadHours' | 'createdBy' | 'createdAt'
    >,
    lines: readonly StandingLine[],
  ): Promise<void> {
    const { id, buyerId, templateId, weekdays, leadHours, createdBy, createdAt } = standing;
    await tx.query(
      `insert into standing_orders (id, buyer_id, template_id, weekdays, lead_hours, state, created_by, created_at)
       values ($1, $2, $3, $4, $5, 'ACTIVE', $6, $7)`,
      [id, buyerId, templateId, weekdays, leadHours, createdBy, createdAt],
    );
    await this.#write(tx, id, lines);
  }

  /** From the next occurrence on. */
  async change(
    tx: Tx,
    id: string,
    to: {
      readonly weekdays: readonly number[];
      readonly leadHours: number;
      readonly lines: readonly StandingLine[];
    },
  ): Promise<void> {
    await tx.query(`update standing_orders set weekdays = $2, lead_hours = $3 where id = $1`, [
      id,
      to.weekdays,
      to.leadHours,
    ]);
    await tx.query(`delete from standing_order_lines where standing_order_id = $1`, [id]);
    await this.#write(tx, id, to.lines);
  }

  /** Something of a locked one was changed. */
  async countOn(tx: Tx, id: string): Promise<void> {
    await tx.query(`update standing_orders set version = version + 1 where id = $1`, [id]);
  }

  async turn(tx: Tx, id: string, state: StandingOrder['state']): Promise<void> {
    await tx.query(`update standing_orders set state = $2 where id = $1`, [id, state]);
  }

  /** Days something was decided about, from this one on, earliest first. */
  decided(ids: readonly string[], from: Day): Promise<DecidedDay[]> {
    return this.dataSource.query(
      `${DECIDED} where d.standing_order_id = any ($1::uuid[]) and d.day >= $2 order by d.day`,
      [ids, from],
    );
  }

  /** As `decided`, of a locked standing order: what is read here stays so until the transaction ends. */
  decidedOfLocked(tx: Tx, id: string, from: Day): Promise<DecidedDay[]> {
    return tx.query(`${DECIDED} where d.standing_order_id = $1 and d.day >= $2 order by d.day`, [
      id,
      from,
    ]);
  }

  /** The day has its order, once and for all. @returns false when it had one, or is skipped */
  async markOpened(
    tx: Tx,
    { id, day }: { readonly id: string; readonly day: Day },
    orderId: string,
    now: Date,
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into standing_occurrences as d (standing_order_id, day, state, order_id, decided_at)
       values ($1, $2, 'OPENED', $3, $4)
       on conflict (standing_order_id, day) do update
         set state = 'OPENED', order_id = excluded.order_id, empty_reason = null, decided_at = excluded.decided_at
         where d.state in ('PLANNED','EMPTY')
       returning 1`,
      [id, day, orderId, now],
    );
    return rows.length === 1;
  }

  /** Any other word about a day that has no order. */
  async decide(
    tx: Tx,
    { id, day }: { readonly id: string; readonly day: Day },
    word:
      | { readonly state: 'PLANNED' | 'SKIPPED' }
      | { readonly state: 'EMPTY'; readonly reason: EmptyReason },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into standing_occurrences as d (standing_order_id, day, state, empty_reason, decided_at)
       values ($1, $2, $3, $4, $5)
       on conflict (standing_order_id, day) do update
         set state = excluded.state, empty_reason = excluded.empty_reason, decided_at = excluded.decided_at
         where d.state <> 'OPENED' and (excluded.state <> 'EMPTY' or d.state <> 'SKIPPED')`,
      [id, day, word.state, word.state === 'EMPTY' ? word.reason : null, now],
    );
  }

  /** What is wanted on that day alone; the day was decided about. */
  async writeDay(
    tx: Tx,
    { id, day }: { readonly id: string; readonly day: Day },
    lines: readonly StandingLine[],
  ): Promise<void> {
    await tx.query(
      `delete from standing_occurrence_lines where standing_order_id = $1 and day = $2`,
      [id, day],
    );
    await tx.query(
      `insert into standing_occurrence_lines (standing_order_id, day, grade_code, grams, max_vnd_per_kg)
       select $1, $2, n.* from unnest($3::text[], $4::int8[], $5::int8[]) as n`,
      [id, day, ...columnsOf(lines)],
    );
  }

  async #write(tx: Tx, id: string, lines: readonly StandingLine[]): Promise<void> {
    await tx.query(
      `insert into standing_order_lines (standing_order_id, grade_code, grams, max_vnd_per_kg)
       select $1, n.* from unnest($2::text[], $3::int8[], $4::int8[]) as n`,
      [id, ...columnsOf(lines)],
    );
  }
}

const columnsOf = (lines: readonly StandingLine[]) => [
  lines.map((line) => line.gradeCode),
  lines.map((line) => line.grams),
  lines.map((line) => line.maxVndPerKg),
];
