import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, In, type DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ForecastEntity } from './forecast.entity.js';

type Report = Omit<ForecastEntity, 'revision' | 'isCurrent'>;

@Injectable()
export class ForecastsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A second report of the same household, crop and day becomes the next revision; the first stays. */
  async add(tx: Tx, report: Report): Promise<void> {
    const key = await this.standInLine(tx, report);
    await tx.query(
      `update forecasts set is_current = false where household_id = $1 and crop_code = $2 and day = $3 and is_current`,
      key,
    );
    await tx.query(
      `insert into forecasts (id, household_id, commune_id, crop_code, day, grams, revision, is_current, source,
                              reported_by, created_at)
       select $4, $1, $5, $2, $3, $6, coalesce(max(revision), 0) + 1, true, $7, $8, $9
       from forecasts where household_id = $1 and crop_code = $2 and day = $3`,
      [
        ...key,
        report.id,
        report.communeId,
        report.grams,
        report.source,
        report.reportedBy,
        report.createdAt,
      ],
    );
  }

  /**
   * The report before it counts again; with none before, the day was not reported.
   * @returns false when a later report counts already
   */
  async takeBack(tx: Tx, id: string): Promise<boolean> {
    const report = await this.byId(id);
    const key = await this.standInLine(tx, report);
    const [, dropped]: [unknown[], number] = await tx.query(
      `update forecasts set is_current = false where id = $1 and is_current`,
      [id],
    );
    if (dropped === 0) return false;
    await tx.query(
      `update forecasts set is_current = true
       where household_id = $1 and crop_code = $2 and day = $3 and revision = $4`,
      [...key, report.revision - 1],
    );
    return true;
  }

  byId(id: string): Promise<ForecastEntity> {
    return this.dataSource.getRepository(ForecastEntity).findOneByOrFail({ id });
  }

  currentOfHouseholds(
    householdIds: readonly string[],
    from: Day,
    to: Day,
  ): Promise<ForecastEntity[]> {
    return this.dataSource.getRepository(ForecastEntity).find({
      where: { householdId: In([...householdIds]), day: Between(from, to), isCurrent: true },
      order: { day: 'ASC', cropCode: 'ASC', householdId: 'ASC' },
    });
  }

  currentOfCommunes(communeIds: readonly string[], from: Day, to: Day): Promise<ForecastEntity[]> {
    return this.dataSource.getRepository(ForecastEntity).find({
      where: { communeId: In([...communeIds]), day: Between(from, to), isCurrent: true },
      order: { day: 'ASC', cropCode: 'ASC', householdId: 'ASC' },
    });
  }

  /** There is no row to lock before the first report, so two phones that report at once queue on the key itself. */
  private async standInLine(
    tx: Tx,
    { householdId, cropCode, day }: Pick<Report, 'householdId' | 'cropCode' | 'day'>,
  ): Promise<[string, string, Day]> {
    const key: [string, string, Day] = [householdId, cropCode, day];
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('forecasts', 0) # hashtextextended($1, 0))`,
      [key.join('/')],
    );
    return key;
  }
}
