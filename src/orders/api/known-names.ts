import { Injectable } from '@nestjs/common';
import { Catalog, type Crop, type Grade, type Variety } from '../../catalog/index.js';
import { dayOf } from '../../kernel/day.js';
import { Places, type AdminUnit, type Place } from '../../places/index.js';

/** Crops, grades and places by the codes that rows keep; answered from memory. */
@Injectable()
export class KnownNames {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
  ) {}

  async crop(code: string): Promise<Crop> {
    return known(await this.catalog.crop(code), `crop ${code}`);
  }

  async variety(code: string | null): Promise<Variety | null> {
    return code === null ? null : known(await this.catalog.variety(code), `variety ${code}`);
  }

  /** A grade as the scale of that day named it. */
  async grade(cropCode: string, code: string, at: Date): Promise<Grade> {
    return known(
      await this.catalog.grade(cropCode, code, dayOf(at)),
      `grade ${code} of ${cropCode}`,
    );
  }

  async commune(id: string): Promise<AdminUnit> {
    return known(await this.places.unit(id), `unit ${id}`);
  }

  async destination(id: string | null): Promise<Place | null> {
    return id === null ? null : known(await this.places.place(id), `place ${id}`);
  }
}

function known<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`a row names what is not known: ${name}`);
  return thing;
}
