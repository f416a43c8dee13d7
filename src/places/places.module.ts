import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlacesResolver } from './api/places.resolver.js';
import { AdminUnitEntity } from './data/admin-unit.entity.js';
import { PlaceEntity } from './data/place.entity.js';
import { PlacesStore } from './data/places.store.js';
import { Places } from './places.js';

@Module({
  imports: [TypeOrmModule.forFeature([AdminUnitEntity, PlaceEntity])],
  providers: [PlacesStore, Places, PlacesResolver],
  exports: [Places],
})
export class PlacesModule {}
