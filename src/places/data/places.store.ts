import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AdminUnitEntity } from './admin-unit.entity.js';
import { PlaceEntity } from './place.entity.js';

@Injectable()
export class PlacesStore {
  constructor(
    @InjectRepository(AdminUnitEntity) private readonly units: Repository<AdminUnitEntity>,
    @InjectRepository(PlaceEntity) private readonly places: Repository<PlaceEntity>,
  ) {}

  allUnits(): Promise<AdminUnitEntity[]> {
    return this.units.find({ order: { code: 'ASC', validFrom: 'ASC' } });
  }

  allPlaces(): Promise<PlaceEntity[]> {
    return this.places.find({ order: { code: 'ASC' } });
  }
}
