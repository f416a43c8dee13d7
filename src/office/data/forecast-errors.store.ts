import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { grams } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { ComparedDays } from '../domain/forecast-error.js';

/** What one household said of one crop beside what the scale said. */
export interface ComparedCrop extends ComparedDays {
  readonly householdId: string;
  readonly communeId: string;
  readonly cropCode: string;
}

/** The row a page starts after. */
export interface ComparedCursor {
  readonly apart: number;
  readonly householdId: string;
  readonly cropCode: string;
}

type Raw = Omit<ComparedCrop, 'said' | 'weighed' | 'apart'> &
  Record<'said' | 'weighed' | 'apart', string>;

/**
 * A day counts with the last word said before its first load was put on the scale; what was said afterwards is no forecast.
 * What was taken back was not said.
 */
const compared = (scope: string): string => `
  with weighed as (
    select t.household_id, t.crop_code, vn_day(t.created_at) as day, min(t.created_at) as first_at,
           min(t.commune_id::text)::uuid as commune_id, sum(l.net_g) as net_g
      from weigh_tickets t
      cross join lateral (select sum(gross_g - tare_g) as net_g from ticket_lines where ticket_id = t.id) l
     where t.state = 'CONFIRMED' and t.created_at >= $1 and ${scope}
     group by 1, 2, 3
  ), sums as (
    select w.household_id, w.crop_code, min(w.commune_id::text)::uuid as commune_id, count(*)::int as days,
           sum(f.grams)::int8 as said, sum(w.net_g)::int8 as weighed, sum(abs(f.grams - w.net_g))::int8 as apart
      from weighed w
      cross join lateral (
        select f.grams from forecasts f
         where f.household_id = w.household_id and f.crop_code = w.crop_code and f.day = w.day and f.flag is null
           and f.created_at < w.first_at and f.taken_back_at is null
         order by f.revision desc limit 1) f
     group by 1, 2
  )
  select household_id as "householdId", commune_id as "communeId", crop_code as "cropCode", days, said, weighed, apart
    from sums`;

@Injectable()
export class ForecastErrorsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of one household, the crop with most fruit first. */
  async ofHousehold(householdId: string, from: Date): Promise<ComparedCrop[]> {
    const rows: Raw[] = await this.dataSource.query(
      `${compared('t.household_id = $2')} order by weighed desc, crop_code`,
      [from, householdId],
    );
    return rows.map(read);
  }

  /** Of these communes, who was off by most kilograms first. */
  async page(
    communeIds: readonly string[],
    from: Date,
    cropCode: string | null,
    after: ComparedCursor | undefined,
    limit: number,
  ): Promise<ComparedCrop[]> {
    const rows: Raw[] = await this.dataSource.query(
      `${compared('t.commune_id = any ($2::uuid[]) and ($3::text is null or t.crop_code = $3)')}
        where $4::int8 is null
           or (-apart, household_id, crop_code) > (-$4::int8, $5::uuid, $6::text)
        order by -apart, household_id, crop_code limit $7`,
      [
        from,
        communeIds,
        cropCode,
        after?.apart ?? null,
        after?.householdId ?? null,
        after?.cropCode ?? null,
        limit,
      ],
    );
    return rows.map(read);
  }
}

const read = (row: Raw): ComparedCrop => ({
  ...row,
  said: grams(parseSafe(row.said)),
  weighed: grams(parseSafe(row.weighed)),
  apart: grams(parseSafe(row.apart)),
});
