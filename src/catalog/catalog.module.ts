import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogResolver } from './api/catalog.resolver.js';
import { Catalog } from './catalog.js';
import {
  CrateTypeEntity,
  CropEntity,
  GradeEntity,
  ReferencePriceEntity,
  SeasonEntity,
  VarietyEntity,
} from './data/catalog.entities.js';
import { CatalogStore } from './data/catalog.store.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CropEntity,
      VarietyEntity,
      GradeEntity,
      CrateTypeEntity,
      SeasonEntity,
      ReferencePriceEntity,
    ]),
  ],
  providers: [CatalogStore, Catalog, CatalogResolver],
  exports: [Catalog],
})
export class CatalogModule {}
