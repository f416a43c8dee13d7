import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HoldsStore } from './data/holds.store.js';
import { LotEntity, LotGradeEntity, LotHoldEntity, PhotoEntity } from './data/lot.entities.js';
import { LotsStore } from './data/lots.store.js';
import { Lots } from './lots.js';

@Module({
  imports: [TypeOrmModule.forFeature([LotEntity, LotGradeEntity, LotHoldEntity, PhotoEntity])],
  providers: [LotsStore, HoldsStore, Lots],
  exports: [Lots],
})
export class LotsModule {}
