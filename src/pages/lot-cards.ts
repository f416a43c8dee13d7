import { Injectable } from '@nestjs/common';
import type { ClosureProps, LotCardProps, LotProps, Option } from '../../web/src/public/props.js';
import { Catalog } from '../catalog/index.js';
import { dayOf } from '../kernel/day.js';
import type { LotRow } from '../lots/index.js';
import { Closures, type Closure } from '../permits/index.js';
import { Places } from '../places/index.js';
import type { Locale } from '../platform/access/actor.js';
import { parseSafe } from '../platform/database/columns.js';

/** Lots, crops and communes in the words of a page's language. */
@Injectable()
export class LotCards {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly closed: Closures,
  ) {}

  async card(row: LotRow, locale: Locale): Promise<LotCardProps> {
    const on = dayOf(row.readyFrom);
    const [crop, variety, commune, grades] = await Promise.all([
      this.catalog.crop(row.cropCode),
      row.varietyCode === null ? undefined : this.catalog.variety(row.varietyCode),
      this.places.communeOn(row.communeId),
      this.catalog.gradesOf(row.cropCode, on),
    ]);
    const name = nameIn(locale);
    return {
      id: row.id,
      drawing: row.varietyCode ?? row.cropCode,
      cropName: variety && locale === 'vi' ? variety.nameVi : crop ? name(crop) : row.cropCode,
      communeName: commune?.name ?? '',
      grades: linesToShow(row.lines).map((line) => {
        const grade = grades.find(({ code }) => code === line.gradeCode);
        return {
          code: line.gradeCode,
          name: grade ? name(grade) : line.gradeCode,
          perKg: grade?.fruitsPerKg ? perKg(grade.fruitsPerKg, locale) : null,
          availableGrams: line.freeGrams,
          askVndPerKg: line.askVndPerKg,
        };
      }),
      readyFrom: row.readyFrom.toISOString(),
      readyTo: row.readyTo.toISOString(),
      photo: row.photoId === null ? null : `/photos/${row.photoId}/card.webp`,
    };
  }

  async lot(row: LotRow, locale: Locale, now: Date): Promise<LotProps['lot']> {
    const card = await this.card(row, locale);
    const from = row.readyFrom > now ? row.readyFrom : now;
    const closureOf = await this.closed.among([row.communeId], from, row.readyTo);
    const closure = closureOf(row.communeId, from, row.readyTo);
    const hasSprayed = row.sprayedOn !== null && row.intervalDays !== null;
    return {
      ...card,
      largePhoto: row.photoId === null ? null : `/photos/${row.photoId}/full.webp`,
      publishedAt: (row.publishedAt ?? row.createdAt).toISOString(),
      spray: hasSprayed ? { on: row.sprayedOn ?? '', waitDays: row.intervalDays ?? 0 } : null,
      confirmed: null,
      minTakeGrams: parseSafe(row.minTakeGrams),
      closure: closure ? closureProps(card.communeName, closure) : null,
    };
  }

  /** What is closed now: this commune, or any when none is named. */
  async closures(communeId: string | null): Promise<ClosureProps[]> {
    return (await this.closed.now())
      .filter((closure) => communeId === null || closure.communeId === communeId)
      .map((closure) => closureProps(closure.name, closure));
  }

  async crops(locale: Locale): Promise<Option[]> {
    const name = nameIn(locale);
    return (await this.catalog.crops()).map((crop) => ({ code: crop.code, name: name(crop) }));
  }

  /** Communes in force today; their codes are unique on any one day. */
  async communes(): Promise<(Option & { id: string })[]> {
    const units = await this.places.communesToday();
    return units
      .map(({ id, code, name }) => ({ id, code, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  }
}

const closureProps = (communeName: string, { kind, source, until }: Closure): ClosureProps => ({
  kind,
  communeName,
  source,
  until: until?.toISOString() ?? null,
});

/** What can still be bought; of a lot whose last kilogram is promised, everything. */
function linesToShow(lines: LotRow['lines']): LotRow['lines'] {
  const free = lines.filter(({ freeGrams }) => freeGrams > 0);
  return free.length > 0 ? free : lines;
}

/** Names of crops and grades in the language of a page. */
export const nameIn =
  (locale: Locale) =>
  (thing: { nameVi: string; nameEn: string }): string =>
    locale === 'vi' ? thing.nameVi : thing.nameEn;

const perKg = (range: string, locale: Locale): string =>
  `${range} ${locale === 'vi' ? 'quả/kg' : 'fruits/kg'}`;
