import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { IS_RESTING } from '../lots/index.js';
import { parseSafe } from '../platform/database/columns.js';

export interface CropOnOffer {
  readonly cropCode: string;
  readonly lots: number;
  readonly grams: number;
}

const FREE = 'g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g';

/** Sums of what is on the market, for pages that everybody may read: no household can be read off them. */
@Injectable()
export class MarketStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Open lots by crop, largest first; `communeIds` narrows them. */
  async onOffer(now: Date, communeIds: readonly string[] | null): Promise<CropOnOffer[]> {
    const rows: { cropCode: string; lots: number; grams: string }[] = await this.dataSource.query(
      `select l.crop_code as "cropCode", count(distinct l.id)::int as lots, sum(${FREE})::bigint as grams
         from lots l join lot_grades g on g.lot_id = l.id
        where l.state = 'PUBLISHED' and l.ready_to > $1 and ($2::uuid[] is null or l.commune_id = any($2))
          and ${FREE} > 0 and (l.open_to_all_at is null or l.open_to_all_at <= $1) and not ${IS_RESTING}
        group by 1 order by 3 desc`,
      [now, communeIds],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }
}
