import { Injectable } from '@nestjs/common';
import type { PriceRow as PriceRowProps } from '../../web/src/public/props.js';
import { Catalog } from '../catalog/index.js';
import { Places } from '../places/index.js';
import { day } from '../kernel/day.js';
import type { PriceRow, UsualPrice } from '../office/index.js';
import type { Locale } from '../platform/access/actor.js';
import { nameIn } from './lot-cards.js';

const TONE = { UP: 'up', DOWN: 'down', SAME: 'same', UNKNOWN: null } as const;
const DISTRICT = { vi: 'Lục Nam', en: 'Lục Nam' } as const;
// Lots keep their commune of 2021; the page is asked by the communes of today.
const FINEST = day('2021-07-01');

/** The price board in the words of a page. */
@Injectable()
export class PriceRows {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
  ) {}

  of(
    rows: readonly PriceRow[],
    usual: readonly UsualPrice[],
    locale: Locale,
  ): Promise<PriceRowProps[]> {
    const name = nameIn(locale);
    return Promise.all(
      rows.map(async (row) => {
        const [crop, grade] = await Promise.all([
          this.catalog.crop(row.cropCode),
          this.catalog.grade(row.cropCode, row.gradeCode),
        ]);
        const { lowVnd, highVnd, tickets, volumeGrams } = row;
        const usualVnd = this.middle([row]);
        return {
          drawing: row.cropCode,
          cropName: crop ? name(crop) : row.cropCode,
          gradeName: grade ? name(grade) : row.gradeCode,
          placeName: DISTRICT[locale],
          price:
            lowVnd === null || highVnd === null || usualVnd === null
              ? null
              : { low: lowVnd, high: highVnd, usual: usualVnd, tickets, grams: volumeGrams },
          tone: TONE[row.tone],
          history: usual
            .filter(
              ({ cropCode, gradeCode }) => cropCode === row.cropCode && gradeCode === row.gradeCode,
            )
            .map((price) => price.usualVnd),
        };
      }),
    );
  }

  /** Middle of what was mostly paid, in steps of 100 đ; null when no row has enough tickets. */
  middle(rows: readonly PriceRow[]): number | null {
    const known = rows.flatMap(({ mostlyLowVnd, mostlyHighVnd, volumeGrams }) =>
      mostlyLowVnd === null || mostlyHighVnd === null
        ? []
        : [{ vnd: (mostlyLowVnd + mostlyHighVnd) / 2, volumeGrams }],
    );
    const grams = known.reduce((sum, row) => sum + row.volumeGrams, 0);
    if (grams === 0) return null;
    const weighted = known.reduce((sum, row) => sum + row.vnd * row.volumeGrams, 0) / grams;
    return Math.round(weighted / 100) * 100;
  }

  /** The communes of 2021 that make up one of today. */
  async finestOf(communeId: string): Promise<string[]> {
    const units = await this.places.unitsOn(FINEST);
    const owners = await Promise.all(
      units.map(async ({ id }) => ({ id, now: await this.places.communeOn(id) })),
    );
    return owners.filter(({ now }) => now?.id === communeId).map(({ id }) => id);
  }
}
