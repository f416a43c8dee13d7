import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import { byGivenName } from '../../platform/database/vietnamese-order.js';

/** Whose households: those that let a party speak for them, or those of communes of 2021. */
export type RosterScope =
  { readonly householdIds: readonly string[] } | { readonly communeIds: readonly string[] };

/** A household and one crop of its land. */
export interface Grower {
  readonly householdId: string;
  readonly name: string;
  readonly hamlet: string | null;
  readonly communeId: string;
  readonly cropCode: string;
  readonly areaM2: number;
  /** Kilograms a day of the season plan that covers the day, in grams; null without one. */
  readonly plannedG: number | null;
}

type RawGrower = Omit<Grower, 'areaM2' | 'plannedG'> & { areaM2: string; plannedG: string | null };

// Ids of everything that stands for the household h.
const ENTRIES = `select e.id from parties e where e.id = h.id or e.merged_into_id = h.id`;

@Injectable()
export class RosterStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every active household of the communes, by name; of two entries that are one household, the one that was kept. */
  households(
    communeIds: readonly string[],
  ): Promise<{ id: string; name: string; hamlet: string | null }[]> {
    return this.dataSource.query(
      `select h.id, h.name, hamlet.name as hamlet
         from parties h left join admin_units hamlet on hamlet.id = h.hamlet_id
        where h.kind = 'HOUSEHOLD' and h.state = 'ACTIVE' and h.merged_into_id is null and h.commune_id = any($1)
        order by ${byGivenName('h.name')}, h.id`,
      [communeIds],
    );
  }

  /**
   * Households with land of a crop, by name. Two entries that are one household told of the same land and the same
   * harvest twice: of each crop the larger word counts, not the sum. A cooperative that only the merged entry trusts
   * sees that entry.
   */
  async growers(scope: RosterScope, cropCode: string | null, on: Day): Promise<Grower[]> {
    const isNamed = 'householdIds' in scope;
    const rows: RawGrower[] = await this.dataSource.query(
      `select h.id as "householdId", h.name, hamlet.name as hamlet, h.commune_id as "communeId",
              p.crop_code as "cropCode", p.area_m2 as "areaM2", plan.daily_g as "plannedG"
         from parties h
         join lateral (
           select l.crop_code, max(l.area_m2) as area_m2
             from (select household_id, crop_code, sum(area_m2)::bigint as area_m2 from plots
                    where household_id in (${ENTRIES}) group by household_id, crop_code) l
            group by l.crop_code) p on true
         left join admin_units hamlet on hamlet.id = h.hamlet_id
         left join lateral (
           select max(s.daily_g) as daily_g
             from (select sum(round(expected_g::numeric / (last_day - first_day + 1)))::bigint as daily_g
                     from production_plans
                    where household_id in (${ENTRIES}) and crop_code = p.crop_code
                      and state in ('SUBMITTED','CONFIRMED') and $3::date between first_day and last_day
                    group by household_id) s) plan on true
        where h.kind = 'HOUSEHOLD' and h.state = 'ACTIVE' and h.commune_id is not null
          and ($2::text is null or p.crop_code = $2)
          and ${isNamed ? 'h.id' : 'h.commune_id'} = any($1)
          and ${isNamed ? '(h.merged_into_id is null or not h.merged_into_id = any($1))' : 'h.merged_into_id is null'}
        order by ${byGivenName('h.name')}, h.id, p.crop_code`,
      [isNamed ? scope.householdIds : scope.communeIds, cropCode, on],
    );
    return rows.map((row) => ({
      ...row,
      areaM2: parseSafe(row.areaM2),
      plannedG: row.plannedG === null ? null : parseSafe(row.plannedG),
    }));
  }
}
