import { Injectable } from '@nestjs/common';
import { parseSafe } from '../../platform/database/columns.js';
import { preparedIn } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { IS_RESTING } from './lot-sql.js';

export interface HoldWish {
  /** Made by the caller, who keeps it beside its own row. */
  readonly holdId: string;
  readonly lotGradeId: string;
  readonly grams: number;
  /** null: promised for good. */
  readonly expiresAt: Date | null;
}

export interface MissingLine {
  readonly lotGradeId: string;
  readonly freeGrams: number;
}

/** A promise that is to become this large. */
export interface ResizedHold {
  readonly holdId: string;
  readonly grams: number;
}

type Reader = Pick<Tx, 'query'>;

/**
 * Kilograms set aside. Every writer locks the lot_grades rows first, in id order, and reads only afterwards:
 * under READ COMMITTED the second statement sees what the lock waited for.
 */
@Injectable()
export class HoldsStore {
  /**
   * All or nothing, in two statements however many lines: lock, then free what expired, judge, and set aside.
   * @returns the first wished line that cannot be had; undefined when all were set aside
   */
  async reserve(tx: Tx, wanted: readonly HoldWish[], now: Date): Promise<MissingLine | undefined> {
    const lineIds = wanted.map((wish) => wish.lotGradeId);
    await this.lock(tx, lineIds);
    const missing = await preparedIn<{ lotGradeId: string; freeGrams: string }>(tx, {
      name: 'holds.reserve',
      text: `with wanted as (
         select * from unnest($1::uuid[], $2::uuid[], $3::int8[], $4::timestamptz[]) with ordinality
           as w (hold_id, lot_grade_id, grams, expires_at, position)
       ), asked as (
         select lot_grade_id, sum(grams)::int8 as grams, min(position) as position from wanted group by lot_grade_id
       ), expired as (
         update lot_holds h set state = 'RELEASED'
         where h.state = 'HELD' and h.expires_at <= $5 and h.lot_grade_id = any ($2::uuid[])
         returning h.lot_grade_id, h.grams
       ), freed as (
         select lot_grade_id, sum(grams)::int8 as grams from expired group by lot_grade_id
       ), line as (
         select a.lot_grade_id, a.position, a.grams as asked, coalesce(f.grams, 0) as freed,
                case when l.state = 'PUBLISHED' and l.ready_to > $5 and not ${IS_RESTING}
                     then g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g + coalesce(f.grams, 0)
                     else 0 end as free
         from asked a
         left join lot_grades g on g.id = a.lot_grade_id
         left join lots l on l.id = g.lot_id
         left join freed f on f.lot_grade_id = a.lot_grade_id
       ), verdict as (
         select bool_and(asked <= free) as is_enough from line
       ), held as (
         insert into lot_holds (id, lot_grade_id, grams, expires_at, state, created_at)
         select w.hold_id, w.lot_grade_id, w.grams, w.expires_at, 'HELD', $5 from wanted w, verdict
         where verdict.is_enough
       ), counted as (
         update lot_grades g
         set reserved_g = g.reserved_g - line.freed + case when verdict.is_enough then line.asked else 0 end
         from line, verdict
         where g.id = line.lot_grade_id and (verdict.is_enough or line.freed > 0)
       )
       select lot_grade_id as "lotGradeId", free as "freeGrams" from line where asked > free
       order by position limit 1`,
      values: [
        wanted.map((wish) => wish.holdId),
        lineIds,
        wanted.map((wish) => wish.grams),
        wanted.map((wish) => wish.expiresAt),
        now,
      ],
    });
    return missing[0] && { ...missing[0], freeGrams: parseSafe(missing[0].freeGrams) };
  }

  /**
   * Nobody is bound to a lot that was taken back or has run out; its lines are locked before it is closed, so this statement
   * sees it.
   * @returns ids of the holds that were still held and are now promised for good
   */
  async keep(tx: Tx, holdIds: readonly string[], now: Date): Promise<string[]> {
    await this.lockLinesOf(tx, holdIds);
    const [kept]: [{ id: string }[], number] = await tx.query(
      `update lot_holds h set expires_at = null
       from lot_grades g join lots l on l.id = g.lot_id
       where g.id = h.lot_grade_id and (l.state <> 'CLOSED' or l.close_reason = 'SOLD')
         and h.id = any ($1::uuid[]) and h.state = 'HELD' and (h.expires_at is null or h.expires_at > $2)
       returning h.id`,
      [holdIds, now],
    );
    return kept.map(({ id }) => id);
  }

  async release(tx: Tx, holdIds: readonly string[]): Promise<void> {
    await this.lockLinesOf(tx, holdIds);
    await tx.query(
      `with gone as (
         update lot_holds set state = 'RELEASED' where id = any ($1::uuid[]) and state = 'HELD'
         returning lot_grade_id, grams
       ), line as (
         select lot_grade_id, sum(grams)::int8 as grams from gone group by lot_grade_id
       )
       update lot_grades g set reserved_g = g.reserved_g - line.grams from line where g.id = line.lot_grade_id`,
      [holdIds],
    );
  }

  /**
   * Whether promises could be made this large; locks nothing. Kilograms of other offers that ran out this minute still count
   * as taken.
   * @returns the first line that cannot give that much more
   * @throws Error when one of the holds is not held
   */
  async short(
    db: Reader,
    wanted: readonly ResizedHold[],
    now: Date,
  ): Promise<MissingLine | undefined> {
    const rows: { id: string; lotGradeId: string; grams: string; freeGrams: string }[] =
      await db.query(
        `select h.id, h.lot_grade_id as "lotGradeId", h.grams,
              case when l.state = 'PUBLISHED' and l.ready_to > $2 and not ${IS_RESTING}
                   then g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g else 0 end as "freeGrams"
       from lot_holds h join lot_grades g on g.id = h.lot_grade_id join lots l on l.id = g.lot_id
       where h.id = any ($1::uuid[]) and h.state = 'HELD' order by h.id`,
        [wanted.map(({ holdId }) => holdId), now],
      );
    if (rows.length !== wanted.length)
      throw new Error(`${wanted.length - rows.length} holds were not held when resized`);
    const asked = new Map(wanted.map(({ holdId, grams }) => [holdId, grams]));
    const more = new Map<string, number>();
    for (const { id, lotGradeId, grams } of rows)
      more.set(lotGradeId, (more.get(lotGradeId) ?? 0) + (asked.get(id) ?? 0) - parseSafe(grams));
    const missing = rows.find(({ lotGradeId, freeGrams }) => {
      const growth = more.get(lotGradeId) ?? 0;
      return growth > 0 && growth > parseSafe(freeGrams);
    });
    return missing && { lotGradeId: missing.lotGradeId, freeGrams: parseSafe(missing.freeGrams) };
  }

  /** Makes promises larger or smaller, all or none. @returns as `short` */
  async resize(
    tx: Tx,
    wanted: readonly ResizedHold[],
    now: Date,
  ): Promise<MissingLine | undefined> {
    const holdIds = wanted.map(({ holdId }) => holdId);
    await this.lockLinesOf(tx, holdIds);
    const missing = await this.short(tx, wanted, now);
    if (missing) return missing;
    await tx.query(
      `with wish as (
         select * from unnest($1::uuid[], $2::int8[]) as w (hold_id, grams)
       ), line as (
         select h.lot_grade_id, sum(w.grams - h.grams)::int8 as more
         from wish w join lot_holds h on h.id = w.hold_id group by h.lot_grade_id
       ), resized as (
         update lot_holds h set grams = w.grams from wish w where h.id = w.hold_id
       )
       update lot_grades g set reserved_g = g.reserved_g + line.more from line where g.id = line.lot_grade_id`,
      [holdIds, wanted.map(({ grams }) => grams)],
    );
  }

  /**
   * The promise becomes what the scale showed; an offer that was too small is raised to it.
   * @returns how many of the holds were held
   */
  async weigh(tx: Tx, weighed: readonly { holdId: string; grams: number }[]): Promise<number> {
    const holdIds = weighed.map((one) => one.holdId);
    await this.lockLinesOf(tx, holdIds);
    const [row]: { held: string }[] = await tx.query(
      `with scale as (
         select * from unnest($1::uuid[], $2::int8[]) as s (hold_id, grams)
       ), done as (
         update lot_holds h set state = 'WEIGHED' from scale s where h.id = s.hold_id and h.state = 'HELD'
         returning h.lot_grade_id, h.grams as held_g, s.grams as weighed_g
       ), line as (
         select lot_grade_id, sum(held_g)::int8 as held_g, sum(weighed_g)::int8 as weighed_g
         from done group by lot_grade_id
       ), counted as (
         update lot_grades g
         set reserved_g = g.reserved_g - line.held_g,
             weighed_g = g.weighed_g + line.weighed_g,
             offered_g = greatest(g.offered_g,
               g.reserved_g - line.held_g + g.weighed_g + line.weighed_g + g.written_off_g)
         from line where g.id = line.lot_grade_id
       )
       select count(*) as held from done`,
      [holdIds, weighed.map((one) => one.grams)],
    );
    return Number(row?.held ?? 0);
  }

  private lock(tx: Tx, lineIds: readonly string[]): Promise<unknown> {
    return preparedIn(tx, {
      name: 'holds.lock',
      text: `select 1 from lot_grades where id = any ($1::uuid[]) order by id for update`,
      values: [lineIds],
    });
  }

  private lockLinesOf(tx: Tx, holdIds: readonly string[]): Promise<unknown> {
    return tx.query(
      `select 1 from lot_grades
       where id in (select lot_grade_id from lot_holds where id = any ($1::uuid[]))
       order by id for update`,
      [holdIds],
    );
  }
}
