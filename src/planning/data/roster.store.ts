import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';

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

@Injectable()
export class RosterStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every active household of the communes, by name. */
  households(
    communeIds: readonly string[],
  ): Promise<{ id: string; name: string; hamlet: string | null }[]> {
    return this.dataSource.query(
      `select h.id, h.name, hamlet.name as hamlet
         from parties h left join admin_units hamlet on hamlet.id = h.hamlet_id
        where h.kind = 'HOUSEHOLD' and h.state = 'ACTIVE' and h.commune_id = any($1)
        order by h.name, h.id`,
      [communeIds],
    );
  }

  /** Households with land of a crop, by name. */
  async growers(scope: RosterScope, cropCode: string | null, on: Day): Promise<Grower[]> {
    const isNamed = 'householdIds' in scope;
    const rows: RawGrower[] = await this.dataSource.query(
      `select h.id as "householdId", h.name, hamlet.name as hamlet, h.commune_id as "communeId",
              p.crop_code as "cropCode", p.area_m2 as "areaM2", plan.daily_g as "plannedG"
         from parties h
         join (select household_id, crop_code, sum(area_m2)::bigint as area_m2
                 from plots group by household_id, crop_code) p on p.household_id = h.id
         left join admin_units hamlet on hamlet.id = h.hamlet_id
         left join lateral (
           select sum(round(s.expected_g::numeric / (s.last_day - s.first_day + 1)))::bigint as daily_g
             from production_plans s
            where s.household_id = h.id and s.crop_code = p.crop_code and s.state in ('SUBMITTED','CONFIRMED')
              and $3::date between s.first_day and s.last_day) plan on true
        where h.kind = 'HOUSEHOLD' and h.state = 'ACTIVE' and h.commune_id is not null
          and ($2::text is null or p.crop_code = $2)
          and ${isNamed ? 'h.id' : 'h.commune_id'} = any($1)
        order by h.name, h.id, p.crop_code`,
      [isNamed ? scope.householdIds : scope.communeIds, cropCode, on],
    );
    return rows.map((row) => ({
      ...row,
      areaM2: parseSafe(row.areaM2),
      plannedG: row.plannedG === null ? null : parseSafe(row.plannedG),
    }));
  }
}
