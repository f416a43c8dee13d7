import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { CropWindowEntity } from './crop-window.entity.js';

@Injectable()
export class CropWindowsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those set for the same thing stand in the order they come into force. */
  all(): Promise<CropWindowEntity[]> {
    return this.dataSource.getRepository(CropWindowEntity).find({
      order: { cropCode: 'ASC', varietyCode: 'ASC', season: 'ASC', validFrom: 'ASC' },
    });
  }

  /** A second word for the same first day replaces the first; earlier windows stay. */
  async put(tx: Tx, window: CropWindowEntity): Promise<void> {
    await tx.query(
      `insert into crop_windows (id, crop_code, variety_code, season, opens, closes, usual_kg_per_ha, most_kg_per_ha,
                                 shelf_days_from, shelf_days_to, valid_from, set_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (crop_code, coalesce(variety_code, ''), season, valid_from) do update
         set opens = excluded.opens, closes = excluded.closes, usual_kg_per_ha = excluded.usual_kg_per_ha,
             most_kg_per_ha = excluded.most_kg_per_ha, shelf_days_from = excluded.shelf_days_from,
             shelf_days_to = excluded.shelf_days_to, set_by = excluded.set_by, created_at = excluded.created_at`,
      [
        window.id,
        window.cropCode,
        window.varietyCode,
        window.season,
        window.opens,
        window.closes,
        window.usualKgPerHa,
        window.mostKgPerHa,
        window.shelfDaysFrom,
        window.shelfDaysTo,
        window.validFrom,
        window.setBy,
        window.createdAt,
      ],
    );
  }
}
