import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, In, type DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ForecastEntity } from './forecast.entity.js';

type Report = Omit<ForecastEntity, 'revision' | 'isCurrent' | 'takenBackAt'>;

/** Of one household, crop and day. */
interface ForecastKey {
  readonly householdId: string;
  readonly cropCode: string;
  readonly day: Day;
}

/** What a report queues on, as SQL: a household's day and crop, or a whole commune. */
export const reportKey = (text: string): string =>
  `hashtextextended('forecasts', 0) # hashtextextended(${text}, 0)`;

/** A number beyond what the land bears that nobody has said again, or something else after it. */
const IS_HELD = `f.flag is not null and f.taken_back_at is null and not exists (
  select 1 from forecasts n where n.household_id = f.household_id and n.crop_code = f.crop_code and n.day = f.day
     and n.revision > f.revision and n.taken_back_at is null)`;

/**
 * These words count no more, and where one of them counted, the last one before it does that was not taken back. The keys
 * are locked.
 */
export async function takeWordsBack(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const [taken]: [{ id: string; wasCurrent: boolean }[], number] = await tx.query(
    `update forecasts f set taken_back_at = $2, is_current = false
       from (select id, is_current from forecasts where id = any ($1::uuid[])) before
      where f.id = before.id returning f.id, before.is_current as "wasCurrent"`,
    [ids, now],
  );
  const counted = taken.filter(({ wasCurrent }) => wasCurrent).map(({ id }) => id);
  await tx.query(
    `update forecasts set is_current = true
      where id in (
        select distinct on (t.id) b.id
          from forecasts t join forecasts b
            on b.household_id = t.household_id and b.crop_code = t.crop_code and b.day = t.day
         where t.id = any ($1::uuid[]) and b.revision < t.revision and b.flag is null and b.taken_back_at is null
         order by t.id, b.revision desc)`,
    [counted],
  );
}

@Injectable()
export class ForecastsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * There is no row to lock before the first report, so two phones that report at once queue on the key itself. Reports of a
   * commune do not hinder one another, but wait for an event that lowers many of them.
   */
  async lockKey(
    tx: Tx,
    { householdId, cropCode, day }: ForecastKey,
    communeId: string,
  ): Promise<void> {
    await tx.query(
      `select pg_advisory_xact_lock_shared(${reportKey('$2')}), pg_advisory_xact_lock(${reportKey('$1')})`,
      [[householdId, cropCode, day].join('/'), communeId],
    );
  }

  /**
   * The next revision of the locked key; those before it stay. A flagged one is kept beside the word that counts,
   * and never takes its place.
   */
  async add(tx: Tx, report: Report): Promise<void> {
    const key = [report.householdId, report.cropCode, report.day];
    if (report.flag === null) {
      await tx.query(
        `update forecasts set is_current = false
          where household_id = $1 and crop_code = $2 and day = $3 and is_current`,
        key,
      );
    }
    await tx.query(
      `insert into forecasts (id, household_id, commune_id, crop_code, day, grams, revision, is_current, source,
                              reported_by, trend, band_bp, flag, reason, event_id, created_at)
       select $4, $1, $5, $2, $3, $6, coalesce(max(revision), 0) + 1, $7, $8, $9, $10, $11, $12, $13, $14, $15
       from forecasts where household_id = $1 and crop_code = $2 and day = $3`,
      [
        ...key,
        report.id,
        report.communeId,
        report.grams,
        report.flag === null,
        report.source,
        report.reportedBy,
        report.trend,
        report.bandBp,
        report.flag,
        report.reason,
        report.eventId,
        report.createdAt,
      ],
    );
  }

  /**
   * The word before it counts again; with none before, the day was not reported. A number that waited for a yes waits no more.
   * @returns false when a later word was said
   */
  async takeBack(tx: Tx, id: string, now: Date): Promise<boolean> {
    const report = await this.byId(id);
    await this.lockKey(tx, report, report.communeId);
    const last: unknown[] = await tx.query(
      `select 1 from forecasts f where f.id = $1 and (f.is_current or (${IS_HELD}))`,
      [id],
    );
    if (last.length > 0) await takeWordsBack(tx, [id], now);
    return last.length > 0;
  }

  byId(id: string): Promise<ForecastEntity> {
    return this.dataSource.getRepository(ForecastEntity).findOneByOrFail({ id });
  }

  byIds(ids: readonly string[]): Promise<ForecastEntity[]> {
    return this.dataSource.getRepository(ForecastEntity).findBy({ id: In([...ids]) });
  }

  /** Every word for a key, the last first. */
  revisions({ householdId, cropCode, day }: ForecastKey): Promise<ForecastEntity[]> {
    return this.dataSource
      .getRepository(ForecastEntity)
      .find({ where: { householdId, cropCode, day }, order: { revision: 'DESC' } });
  }

  /** The word that counts for a key, and the last one for a day of the week before it; what an arrow starts from. */
  async lastWords(
    tx: Tx,
    { householdId, cropCode, day }: ForecastKey,
  ): Promise<{ current: number | null; before: number | null }> {
    const rows: { day: Day; grams: string }[] = await tx.query(
      `select to_char(day, 'YYYY-MM-DD') as day, grams from forecasts
        where household_id = $1 and crop_code = $2 and is_current and day between $3::date - 7 and $3::date
        order by day desc limit 2`,
      [householdId, cropCode, day],
    );
    const of = (row: { grams: string } | undefined): number | null =>
      row ? parseSafe(row.grams) : null;
    return {
      current: of(rows.find((row) => row.day === day)),
      before: of(rows.find((row) => row.day < day)),
    };
  }

  /** What each household has said for a season, one day left out: the day that is being reported. */
  async seasonSums(
    tx: Tx,
    householdIds: readonly string[],
    cropCode: string,
    [from, to]: readonly [Day, Day],
    except: Day,
  ): Promise<Map<string, number>> {
    const rows: { id: string; grams: string }[] = await tx.query(
      `select household_id as id, sum(grams)::bigint as grams from forecasts
        where household_id = any($1) and crop_code = $2 and is_current and day between $3 and $4 and day <> $5
        group by 1`,
      [householdIds, cropCode, from, to, except],
    );
    return new Map(rows.map((row) => [row.id, parseSafe(row.grams)]));
  }

  currentOfHouseholds(
    householdIds: readonly string[],
    from: Day,
    to: Day,
    cropCode?: string,
  ): Promise<ForecastEntity[]> {
    return this.dataSource.getRepository(ForecastEntity).find({
      where: {
        householdId: In([...householdIds]),
        day: Between(from, to),
        isCurrent: true,
        ...(cropCode === undefined ? {} : { cropCode }),
      },
      order: { day: 'ASC', cropCode: 'ASC', householdId: 'ASC' },
    });
  }

  currentOfCommunes(communeIds: readonly string[], from: Day, to: Day): Promise<ForecastEntity[]> {
    return this.dataSource.getRepository(ForecastEntity).find({
      where: { communeId: In([...communeIds]), day: Between(from, to), isCurrent: true },
      order: { day: 'ASC', cropCode: 'ASC', householdId: 'ASC' },
    });
  }

  /** Numbers beyond what the land bears that wait for a yes. */
  held(householdIds: readonly string[], from: Day, to: Day): Promise<ForecastEntity[]> {
    return this.dataSource
      .getRepository(ForecastEntity)
      .createQueryBuilder('f')
      .where('f.household_id = any(:ids) and f.day between :from and :to')
      .andWhere(IS_HELD)
      .setParameters({ ids: [...householdIds], from, to })
      .orderBy('f.day')
      .addOrderBy('f.id')
      .getMany();
  }
}
