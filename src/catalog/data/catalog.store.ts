import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import {
  CrateTypeEntity,
  CropEntity,
  GradeEntity,
  ReferencePriceEntity,
  VarietyEntity,
} from './catalog.entities.js';

export interface CatalogRows {
  readonly crops: readonly CropEntity[];
  readonly varieties: readonly VarietyEntity[];
  readonly grades: readonly GradeEntity[];
  readonly crates: readonly CrateTypeEntity[];
  readonly prices: readonly ReferencePriceEntity[];
}

@Injectable()
export class CatalogStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all(): Promise<CatalogRows> {
    const { manager } = this.dataSource;
    const [crops, varieties, grades, crates, prices] = await Promise.all([
      manager.find(CropEntity, { order: { position: 'ASC' } }),
      manager.find(VarietyEntity, { order: { code: 'ASC' } }),
      manager.find(GradeEntity, { order: { cropCode: 'ASC', position: 'ASC' } }),
      manager.find(CrateTypeEntity, { order: { code: 'ASC' } }),
      manager.find(ReferencePriceEntity),
    ]);
    return { crops, varieties, grades, crates, prices };
  }
}
