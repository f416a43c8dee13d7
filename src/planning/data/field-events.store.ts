import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { FieldEventEntity } from './field-event.entity.js';
import { reportKey, takeWordsBack } from './forecasts.store.js';

/** Where an actor looks: communes of 2021, and the households she speaks for; null: every household there. */
export interface EventScope {
  readonly communeIds: readonly string[];
  readonly householdIds: readonly string[] | null;
}

/** A lower number after each of these words, which count; the event is its reason. The commune is locked. */
async function lowerWords(tx: Tx, event: FieldEventEntity, ids: readonly string[]): Promise<void> {
  await tx.query(`update forecasts set is_current = false where id = any ($1::uuid[])`, [ids]);
  await tx.query(
    `insert into forecasts (id, household_id, commune_id, crop_code, day, grams, revision, is_current, source,
                            reported_by, trend, band_bp, flag, reason, event_id, created_at)
     select gen_random_uuid(), f.household_id, f.commune_id, f.crop_code, f.day,
            round(f.grams::numeric * (10000 - $2::int) / 10000)::bigint,
            (select max(n.revision) + 1 from forecasts n where n.household_id = f.household_id
               and n.crop_code = f.crop_code and n.day = f.day),
            true, $3, $4, null, greatest(f.band_bp, 3000), null, $5, $6, $7
       from forecasts f where f.id = any ($1::uuid[])`,
    [ids, event.lossBp, event.source, event.reportedBy, event.kind, event.id, event.createdAt],
  );
}

@Injectable()
export class FieldEventsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The event, and the plots it struck: of the household or the commune, of the crop or all. Answers how many. */
  async add(tx: Tx, event: FieldEventEntity): Promise<number> {
    await tx.insert(FieldEventEntity, event);
    const struck: unknown[] = await tx.query(
      `insert into field_event_plots (event_id, plot_id)
       select $1, p.id from plots p join parties h on h.id = p.household_id
        where h.commune_id = $2 and ($3::uuid is null or h.id = $3) and ($4::text is null or p.crop_code = $4)
       returning 1`,
      [event.id, event.communeId, event.householdId, event.cropCode],
    );
    return struck.length;
  }

  /**
   * Lowers what was said for the days the event reaches: a new revision of each number, with the event as its
   * reason. Answers how many.
   */
  async lower(tx: Tx, event: FieldEventEntity, from: Day): Promise<number> {
    // No report of this commune is being written from here on; one that waits finds the lowered number.
    await tx.query(`select pg_advisory_xact_lock(${reportKey('$1')})`, [event.communeId]);
    const reached: { id: string }[] = await tx.query(
      `select f.id from forecasts f
        where f.commune_id = $1 and ($2::uuid is null or f.household_id = $2)
          and ($3::text is null or f.crop_code = $3)
          and f.is_current and f.grams > 0 and f.day between $4 and $5`,
      [event.communeId, event.householdId, event.cropCode, from, event.lastDay],
    );
    await lowerWords(
      tx,
      event,
      reached.map(({ id }) => id),
    );
    return reached.length;
  }

  /**
   * The event of one household did not happen: what it lowered counts as it was said before, unless a later word counts.
   * Events that lowered the same numbers further lower what is left of them without it.
   * @returns false when it was taken back before
   */
  async takeBack(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
    const { communeId } = await tx.findOneByOrFail(FieldEventEntity, { id });
    await tx.query(`select pg_advisory_xact_lock(${reportKey('$1')})`, [communeId]);
    const [, taken]: [unknown[], number] = await tx.query(
      `update field_events set taken_back_at = $2, taken_back_by = $3 where id = $1 and taken_back_at is null`,
      [id, now, personId],
    );
    if (taken === 0) return false;
    const lowered: { id: string }[] = await tx.query(
      `select id from forecasts where event_id = $1`,
      [id],
    );
    const further: { id: string; eventId: string }[] = await tx.query(
      `select n.id, n.event_id as "eventId"
         from forecasts f join forecasts n
           on n.household_id = f.household_id and n.crop_code = f.crop_code and n.day = f.day
        where f.event_id = $1 and f.taken_back_at is null and n.revision > f.revision
          and n.event_id <> $1 and n.taken_back_at is null
          and not exists (
            select 1 from forecasts said
             where said.household_id = f.household_id and said.crop_code = f.crop_code and said.day = f.day
               and said.revision > f.revision and said.event_id is null and said.flag is null
               and said.taken_back_at is null)`,
      [id],
    );
    const words = [...lowered, ...further].map((one) => one.id);
    await takeWordsBack(tx, words, now);
    const events = await tx.find(FieldEventEntity, {
      where: { id: In(further.map(({ eventId }) => eventId)) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    for (const event of events) {
      const left: { id: string }[] = await tx.query(
        `select f.id from forecasts f join forecasts n
           on n.household_id = f.household_id and n.crop_code = f.crop_code and n.day = f.day
          where n.id = any ($1::uuid[]) and n.event_id = $2 and f.is_current`,
        [words, event.id],
      );
      await lowerWords(
        tx,
        event,
        left.map((one) => one.id),
      );
    }
    return true;
  }

  find(id: string): Promise<FieldEventEntity | null> {
    return this.dataSource.getRepository(FieldEventEntity).findOneBy({ id });
  }

  /** Newest first. */
  page(
    { communeIds, householdIds }: EventScope,
    take: number,
    [afterAt, afterId]: [Date | null, string | null],
  ): Promise<FieldEventEntity[]> {
    const query = this.dataSource
      .getRepository(FieldEventEntity)
      .createQueryBuilder('e')
      .where('e.commune_id = any(:communeIds)', { communeIds: [...communeIds] })
      .andWhere('e.taken_back_at is null')
      .orderBy('e.created_at', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .take(take);
    if (householdIds !== null)
      query.andWhere('(e.household_id is null or e.household_id = any(:householdIds))', {
        householdIds: [...householdIds],
      });
    if (afterAt)
      query.andWhere('(e.created_at, e.id) < (:afterAt, :afterId)', { afterAt, afterId });
    return query.getMany();
  }

  /** Plots struck and numbers lowered, by event. */
  async reach(ids: readonly string[]): Promise<Map<string, { plots: number; forecasts: number }>> {
    const rows: { id: string; plots: number; forecasts: number }[] = await this.dataSource.query(
      `select e.id, (select count(*)::int from field_event_plots p where p.event_id = e.id) as plots,
              (select count(distinct (f.household_id, f.crop_code, f.day))::int from forecasts f
                where f.event_id = e.id) as forecasts
         from unnest($1::uuid[]) as e(id)`,
      [ids],
    );
    return new Map(rows.map(({ id, plots, forecasts }) => [id, { plots, forecasts }]));
  }

  /** Households with a struck plot: those who hear of it. */
  async households(tx: Tx, eventId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select distinct p.household_id as id from field_event_plots e join plots p on p.id = e.plot_id
        where e.event_id = $1 order by 1`,
      [eventId],
    );
    return rows.map(({ id }) => id);
  }
}
