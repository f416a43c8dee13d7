import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { EXPIRED, FREE, IS_RESTING, isShownTo } from '../../lots/index.js';
import { parseSafe } from '../../platform/database/columns.js';

/** What can be asked for in one commune, of one grade. Names no household and no lot. */
export interface SupplyRow {
  readonly communeId: string;
  readonly cropCode: string;
  readonly gradeCode: string;
  readonly freeGrams: number;
  readonly lots: number;
  /** Asked per kilogram; null when every lot takes the order's price. */
  readonly leastVndPerKg: number | null;
  readonly mostVndPerKg: number | null;
}

const price = (text: string | null): number | null => (text === null ? null : parseSafe(text));

@Injectable()
export class SupplyStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Lots whose hours touch the time, crop by crop and commune by commune; $1 is now. */
  async byCommune(wish: {
    readonly now: Date;
    readonly viewerId: string | null;
    readonly cropCode: string | null;
    readonly from: Date;
    readonly to: Date;
  }): Promise<SupplyRow[]> {
    const rows: (Omit<SupplyRow, 'freeGrams' | 'leastVndPerKg' | 'mostVndPerKg'> & {
      freeGrams: string;
      leastVndPerKg: string | null;
      mostVndPerKg: string | null;
    })[] = await this.dataSource.query(
      `with ${EXPIRED}
       select l.commune_id as "communeId", l.crop_code as "cropCode", g.grade_code as "gradeCode",
              sum(${FREE}) as "freeGrams", count(distinct l.id)::int as lots,
              min(g.ask_vnd_per_kg) as "leastVndPerKg", max(g.ask_vnd_per_kg) as "mostVndPerKg"
       from lots l join lot_grades g on g.lot_id = l.id left join expired e on e.lot_grade_id = g.id
       where l.state = 'PUBLISHED' and l.ready_to > $1 and l.ready_from < $5 and l.ready_to > $4
         and ($3::text is null or l.crop_code = $3) and ${FREE} > 0
         and ${isShownTo('$2::uuid', '$1')} and not ${IS_RESTING}
       group by 1, 2, 3 order by 2, 3, 4 desc, 1`,
      [wish.now, wish.viewerId, wish.cropCode, wish.from, wish.to],
    );
    return rows.map((row) => ({
      ...row,
      freeGrams: parseSafe(row.freeGrams),
      leastVndPerKg: price(row.leastVndPerKg),
      mostVndPerKg: price(row.mostVndPerKg),
    }));
  }
}
