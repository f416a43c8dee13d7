import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Places, type AdminUnit } from '../../places/index.js';

/** Where somebody lives: a commune or township, and the hamlet when it is known. */
export interface Ground {
  readonly unit: AdminUnit;
  readonly commune: AdminUnit;
}

@Injectable()
export class Grounds {
  constructor(private readonly places: Places) {}

  async of(unitId: string): Promise<Ground | Refusal<'UNIT_UNKNOWN'>> {
    const unit = await this.places.unit(unitId);
    const commune =
      unit?.kind === 'HAMLET' && unit.parentId ? await this.places.unit(unit.parentId) : unit;
    if (!unit || !commune || (commune.kind !== 'COMMUNE' && commune.kind !== 'TOWNSHIP')) {
      return refuse('UNIT_UNKNOWN', {}, 'unitId');
    }
    return { unit, commune };
  }
}

/** Columns of a party that stands on this ground. */
export const standingOn = ({ unit, commune }: Ground) => ({
  communeId: commune.id,
  hamletId: unit.kind === 'HAMLET' ? unit.id : null,
  lat: unit.lat ?? commune.lat,
  lon: unit.lon ?? commune.lon,
});
