import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { dayOf, type Day } from '../kernel/day.js';
import { vnd, type Grams, type Vnd, grams } from '../kernel/units.js';
import { Cached } from '../platform/cached.js';
import type {
  CrateTypeEntity,
  CropEntity,
  GradeEntity,
  VarietyEntity,
} from './data/catalog.entities.js';
import { CatalogStore, type CatalogRows } from './data/catalog.store.js';
import { findNames, type NameHit } from './domain/name-search.js';

export type Crop = Readonly<CropEntity>;
export type Variety = Readonly<VarietyEntity>;
export type Grade = Readonly<GradeEntity>;
export type CrateType = Readonly<CrateTypeEntity>;

/** The names of everything, for whoever shows many rows at once. */
export interface CatalogNames {
  readonly crop: (code: string) => Crop | undefined;
  readonly variety: (code: string) => Variety | undefined;
  readonly gradesOf: (cropCode: string, on: Day) => Grade[];
}

/** What can be grown, in which grades, in which crates; the grade scale is the one in force on a day. */
@Injectable()
export class Catalog {
  readonly #rows: Cached<CatalogRows>;

  constructor(
    store: CatalogStore,
    private readonly clock: Clock,
  ) {
    this.#rows = new Cached(clock, () => store.all());
  }

  async names(): Promise<CatalogNames> {
    const { crops, varieties, grades } = await this.#rows.get();
    return {
      crop: (code) => crops.find((crop) => crop.code === code),
      variety: (code) => varieties.find((variety) => variety.code === code),
      gradesOf: memoized((cropCode, on) => grades.filter(isGradeOf(cropCode, on))),
    };
  }

  async crops(): Promise<readonly Crop[]> {
    return (await this.#rows.get()).crops;
  }

  async crop(code: string): Promise<Crop | undefined> {
    return (await this.names()).crop(code);
  }

  async variety(code: string): Promise<Variety | undefined> {
    return (await this.names()).variety(code);
  }

  async varietiesOf(cropCode: string): Promise<Variety[]> {
    return (await this.#rows.get()).varieties.filter((variety) => variety.cropCode === cropCode);
  }

  async gradesOf(cropCode: string, on: Day = dayOf(this.clock.now())): Promise<Grade[]> {
    return (await this.names()).gradesOf(cropCode, on);
  }

  async grade(cropCode: string, code: string, on?: Day): Promise<Grade | undefined> {
    return (await this.gradesOf(cropCode, on)).find((grade) => grade.code === code);
  }

  async crates(): Promise<readonly CrateType[]> {
    return (await this.#rows.get()).crates;
  }

  async tareOf(crateCode: string): Promise<Grams | undefined> {
    const crate = (await this.crates()).find((type) => type.code === crateCode);
    return crate && grams(crate.tareG);
  }

  /** The office's reference price for a month; undefined when it has none. */
  async referencePrice(cropCode: string, gradeCode: string, on: Day): Promise<Vnd | undefined> {
    const month = Number(on.slice(5, 7));
    const row = (await this.#rows.get()).prices.find(
      (price) =>
        price.cropCode === cropCode && price.gradeCode === gradeCode && price.month === month,
    );
    return row && vnd(row.vndPerKg);
  }

  /** Crops and varieties that typed words may mean, best first. */
  async named(typed: string): Promise<NameHit[]> {
    const { crops, varieties } = await this.#rows.get();
    return findNames(typed, [
      ...crops.map((crop) => ({
        cropCode: crop.code,
        varietyCode: null,
        names: [crop.nameVi, crop.nameEn, ...crop.synonyms],
      })),
      ...varieties.map((variety) => ({
        cropCode: variety.cropCode,
        varietyCode: variety.code,
        names: [variety.nameVi, variety.nameEn],
      })),
    ]);
  }

  /** After reference rows were changed in this process. */
  forget(): void {
    this.#rows.forget();
  }
}

/** Rows of a page mostly ask for one crop on one day. */
function memoized(gradesOf: CatalogNames['gradesOf']): CatalogNames['gradesOf'] {
  const known = new Map<string, Grade[]>();
  return (cropCode, on) => {
    const key = `${cropCode} ${on}`;
    const grades = known.get(key) ?? gradesOf(cropCode, on);
    known.set(key, grades);
    return grades;
  };
}

const isGradeOf =
  (cropCode: string, on: Day) =>
  (grade: Grade): boolean =>
    grade.cropCode === cropCode &&
    grade.validFrom <= on &&
    (grade.validTo === null || grade.validTo >= on);
