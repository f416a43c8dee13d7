import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import { byGivenName } from '../../platform/database/vietnamese-order.js';
import type { Measure, MeasureSum } from '../domain/supply-board.js';

export interface DrillRow {
  readonly household: string | null;
  readonly label: string;
  readonly at: Date | null;
  readonly grams: number;
}

export interface CurveSum {
  readonly day: Day;
  readonly measure: 'FORECAST' | 'COMMITTED';
  readonly grams: number;
  readonly households: number;
}

interface RawSum {
  communeId: string;
  cropCode: string;
  measure: Measure;
  sum: string;
}

/** Reads of the boards. Every figure comes from the views that the drill-down lists, or from the one under them, so totals equal rows. */
@Injectable()
export class SupplyStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async sums(day: Day, communeIds: readonly string[]): Promise<MeasureSum[]> {
    const rows: RawSum[] = await this.dataSource.query(
      `${SILENT_HOUSEHOLDS}, of_lots as (
          select commune_id, crop_code, sum(offered_g)::bigint as offered_g, sum(unsold_g)::bigint as unsold_g
            from supply_lots where day = $1 and commune_id = any($2) group by 1, 2
       )
       select commune_id as "communeId", crop_code as "cropCode", 'PLANNED' as measure, sum(day_g)::bigint as sum
         from supply_plans
        where $1 between first_day and last_day and commune_id = any($2)
        group by 1, 2
       union all
       select commune_id, crop_code, measure, sum(grams)::bigint
         from supply_rows
        where day = $1 and commune_id = any($2) and measure in ('FORECAST','COMMITTED','WEIGHED')
        group by 1, 2, 3
       union all
       select commune_id, crop_code, 'OFFERED', offered_g from of_lots
       union all
       select commune_id, crop_code, 'UNSOLD', unsold_g from of_lots
       union all
       select commune_id, crop_code, 'CARRIED', sum(last_grams)::bigint
         from silent where last_grams is not null group by 1, 2
       union all
       select commune_id, crop_code, 'UNKNOWN', count(*) from silent where last_grams is null group by 1, 2`,
      [day, communeIds],
    );
    return rows.map((row) => ({ ...row, sum: parseSafe(row.sum) }));
  }

  async drill(
    day: Day,
    communeIds: readonly string[],
    cropCode: string,
    measure: Measure,
  ): Promise<DrillRow[]> {
    const rows: (Omit<DrillRow, 'grams'> & { grams: string })[] = await this.dataSource.query(
      `select p.name as household, r.label, r.at, r.grams
         from (select commune_id, crop_code, household_id, label, at, grams
                 from supply_rows where day = $1 and measure = $4
               union all
               select commune_id, crop_code, household_id, label, at, day_g
                 from supply_plans where $4 = 'PLANNED' and $1 between first_day and last_day) r
         left join parties p on p.id = r.household_id
        where r.commune_id = any($2) and r.crop_code = $3
        order by r.at nulls first, ${byGivenName('p.name')}, r.label, r.grams`,
      [day, communeIds, cropCode, measure],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }

  async curve(
    from: Day,
    to: Day,
    cropCode: string,
    communeIds: readonly string[],
  ): Promise<CurveSum[]> {
    const rows: (Omit<CurveSum, 'grams'> & { grams: string })[] = await this.dataSource.query(
      `select to_char(day, 'YYYY-MM-DD') as day, measure, sum(grams)::bigint as grams,
              count(distinct household_id)::int as households
         from supply_rows
        where measure in ('FORECAST','COMMITTED') and day between $1 and $2 and crop_code = $3
          and commune_id = any($4)
        group by 1, 2`,
      [from, to, cropCode, communeIds],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }

  /** Households that grow the crop there: the ones a day's report may come from. */
  async growers(cropCode: string, communeIds: readonly string[]): Promise<number> {
    const [row]: { n: number }[] = await this.dataSource.query(
      `select count(distinct p.household_id)::int as n
         from plots p join parties h on h.id = p.household_id
        where p.crop_code = $1 and h.commune_id = any($2) and h.state = 'ACTIVE'`,
      [cropCode, communeIds],
    );
    return row?.n ?? 0;
  }

  /** What trucks with a valid inspection can carry in one trip, at the share of payload that fruit can use. */
  async truckGrams(on: Day): Promise<number> {
    const [row]: { grams: string }[] = await this.dataSource.query(
      `select coalesce(sum(payload_g * 8 / 10), 0)::bigint as grams
         from vehicles where inspected_until >= $1 and kind in ('TRUCK','REEFER')`,
      [on],
    );
    return parseSafe(row?.grams ?? 0);
  }
}

// Growers of a crop who gave no number for the day: their last one of three days before, or nothing at all.
const SILENT_HOUSEHOLDS = `
  with silent as (
     select h.commune_id, p.crop_code, h.id,
            (select f.grams from forecasts f
              where f.household_id = h.id and f.crop_code = p.crop_code and f.is_current
                and f.day between $1::date - 3 and $1::date - 1
              order by f.day desc limit 1) as last_grams
       from parties h
       join (select distinct household_id, crop_code from plots) p on p.household_id = h.id
      where h.kind = 'HOUSEHOLD' and h.state = 'ACTIVE' and h.commune_id = any($2)
        and not exists (select 1 from forecasts f where f.household_id = h.id
                          and f.crop_code = p.crop_code and f.day = $1 and f.is_current)
        and exists (select 1 from seasons s where s.crop_code = p.crop_code
                      and extract(month from $1::date) between s.month_from and s.month_to)
   )`;
