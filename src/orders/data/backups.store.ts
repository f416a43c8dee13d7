import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { grams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { BackupState } from '../domain/backup.js';
import { LINE_COLUMNS, lineValues, LINES_GIVEN, type NewLine } from './new-lines.js';
import { reachSql } from './reach.js';

/** A lot that stands by for an order. */
export interface Backup {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly buyerId: string;
  readonly cropCode: string;
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  /** Where it is fetched. */
  readonly lat: number;
  readonly lon: number;
  readonly gradeCode: string;
  readonly grams: Grams;
  /** The least its household lets go. */
  readonly leastGrams: Grams;
  readonly vndPerKg: Vnd;
  readonly readyFrom: Date;
  readonly releaseAt: Date;
  /** RELEASED from the second its hour, its order or its lot is over, whether or not the sweep has come by. */
  readonly state: BackupState;
  /** The deal it became in place of another; null when it was taken before the commit, as a line with its own id. */
  readonly dealId: string | null;
}

interface BackupRow extends Omit<Backup, 'grams' | 'leastGrams' | 'vndPerKg'> {
  readonly isEnded: boolean;
  readonly grams: string;
  readonly leastGrams: string;
  readonly vndPerKg: string;
}

export interface ReleasedBackup {
  readonly id: string;
  /** The household stood by. */
  readonly wasReady: boolean;
  /** Its lot was taken back or has run out. */
  readonly isLotGone: boolean;
}

const COLUMNS = `b.id, b.order_id as "orderId", o.number as "orderNumber", o.buyer_id as "buyerId",
  o.crop_code as "cropCode", b.lot_id as "lotId", b.lot_grade_id as "lotGradeId", b.household_id as "householdId",
  lot.commune_id as "communeId", lot.lat, lot.lon, b.grade_code as "gradeCode", b.grams,
  lot.min_take_g as "leastGrams", b.vnd_per_kg as "vndPerKg", o.ready_from as "readyFrom",
  b.release_at as "releaseAt", b.state, b.deal_id as "dealId",
  o.state in ('CANCELLED','EXPIRED') or lot.state = 'CLOSED' as "isEnded"`;
const TABLES = `backups b join orders o on o.id = b.order_id join lots lot on lot.id = b.lot_id`;
const LISTED = 200;

@Injectable()
export class BackupsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(
    tx: Tx,
    orderId: string,
    lines: readonly NewLine[],
    times: { readonly askedAt: Date; readonly releaseAt: Date },
  ): Promise<void> {
    await tx.query(
      `insert into backups (${LINE_COLUMNS}, order_id, state, asked_at, release_at)
       select l.*, $8, 'ASKED', $9, $10 from ${LINES_GIVEN}`,
      [...lineValues(lines), orderId, times.askedAt, times.releaseAt],
    );
  }

  /** Newest first, as far as the actor may see them. */
  async list(actor: Actor, now: Date): Promise<Backup[]> {
    const rows: BackupRow[] = await this.dataSource.query(
      `select ${COLUMNS} from ${TABLES} where ${scopeOf(actor)} order by b.asked_at desc, b.id desc limit ${LISTED}`,
      [actor.partyId],
    );
    return rows.map((row) => toBackup(row, now));
  }

  async ofOrders(actor: Actor, orderIds: readonly string[], now: Date): Promise<Backup[]> {
    const rows: BackupRow[] = await this.dataSource.query(
      `select ${COLUMNS} from ${TABLES} where ${scopeOf(actor)} and b.order_id = any ($2::uuid[]) order by b.id`,
      [actor.partyId, orderIds],
    );
    return rows.map((row) => toBackup(row, now));
  }

  async byIds(ids: readonly string[], now: Date): Promise<Backup[]> {
    const rows: BackupRow[] = await this.dataSource.query(
      `select ${COLUMNS} from ${TABLES} where b.id = any ($1::uuid[]) order by b.id`,
      [ids],
    );
    return rows.map((row) => toBackup(row, now));
  }

  /** Every backup of an order, those its policy ranked first before the others; for whoever holds the order's lock or decides nothing by it. */
  async ofOrder(tx: Pick<Tx, 'query'> | null, orderId: string, now: Date): Promise<Backup[]> {
    const rows: BackupRow[] = await (tx ?? this.dataSource).query(
      `select ${COLUMNS} from ${TABLES} where b.order_id = $1 order by b.id`,
      [orderId],
    );
    return rows.map((row) => toBackup(row, now));
  }

  /** Locks the order of a backup and reads it; `partyId` may be one the household lets sell for it. */
  async lock(
    tx: Tx,
    id: string,
    partyId: string | null,
    now: Date,
  ): Promise<(Backup & { readonly isGranted: boolean }) | undefined> {
    await tx.query(
      `select 1 from orders where id = (select order_id from backups where id = $1) for no key update`,
      [id],
    );
    const [row]: (BackupRow & { isGranted: boolean })[] = await tx.query(
      `select ${COLUMNS}, exists (select 1 from standing_grants g where g.party_id = $2
         and g.household_id = b.household_id and g.power = 'SELL_FOR') as "isGranted"
       from ${TABLES} where b.id = $1`,
      [id, partyId],
    );
    return row && { ...toBackup(row, now), isGranted: row.isGranted };
  }

  async answer(
    tx: Tx,
    answer: {
      readonly id: string;
      readonly state: 'READY' | 'DECLINED';
      readonly personId: string;
      readonly now: Date;
    },
  ): Promise<void> {
    await tx.query(
      `update backups set state = $2, answered_by = $3, answered_at = $4 where id = $1`,
      [answer.id, answer.state, answer.personId, answer.now],
    );
  }

  /** A soft yes becomes an accepted line of the order, with the same id as the hold on the lot has. */
  async accept(tx: Tx, taken: ReadonlyMap<string, Grams>): Promise<void> {
    await tx.query(
      `with taken as (
         update backups b set state = 'USED', grams = t.grams
         from unnest($1::uuid[], $2::int8[]) as t (id, grams) where b.id = t.id returning b.*
       )
       insert into allocation_lines (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg,
         state, offered_at, expires_at, answered_at, answered_by)
       select id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg,
              'ACCEPTED', asked_at, release_at, answered_at, answered_by from taken`,
      [[...taken.keys()], [...taken.values()]],
    );
  }

  /** These were taken in place of another deal: each says which deal it became. */
  async tie(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update backups b set deal_id = l.deal_id from allocation_lines l
       where b.id = any ($1::uuid[]) and l.id = b.id`,
      [ids],
    );
  }

  /** Ends those whose hour has come, or whose order or lot is over, a few hundred a sweep. */
  async releaseDue(tx: Tx, now: Date): Promise<ReleasedBackup[]> {
    const [released]: [ReleasedBackup[], number] = await tx.query(
      `with due as (
         select b.id, b.state, lot.state = 'CLOSED' as is_lot_gone
         from backups b join orders o on o.id = b.order_id join lots lot on lot.id = b.lot_id
         where b.state in ('ASKED','READY')
           and (b.release_at <= $1 or o.state in ('CANCELLED','EXPIRED') or lot.state = 'CLOSED')
         order by b.id limit 500 for update of b skip locked
       )
       update backups b set state = 'RELEASED' from due where b.id = due.id
       returning b.id, due.state = 'READY' as "wasReady", due.is_lot_gone as "isLotGone"`,
      [now],
    );
    return released;
  }
}

const scopeOf = (actor: Actor): string =>
  reachSql(actor, { buyer: 'o.buyer_id', household: 'b.household_id', commune: 'lot.commune_id' });

function toBackup(row: BackupRow, now: Date): Backup {
  const { isEnded, ...same } = row;
  const isStanding = row.state === 'ASKED' || row.state === 'READY';
  const isOver = isEnded || row.releaseAt <= now;
  return {
    ...same,
    grams: grams(parseSafe(row.grams)),
    leastGrams: grams(parseSafe(row.leastGrams)),
    vndPerKg: vnd(parseSafe(row.vndPerKg)),
    state: isStanding && isOver ? 'RELEASED' : row.state,
  };
}
