import { Injectable } from '@nestjs/common';
import { Catalog } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { instant, plusDays, type Day } from '../kernel/day.js';
import { isId } from '../kernel/id.js';
import { Cached } from '../platform/cached.js';
import { badRequest } from '../platform/graphql/faults.js';
import { pageOf, pageSize, readCursor, type Page } from '../platform/graphql/page.js';
import {
  LotPagesStore,
  type LotQuery,
  type LotRow,
  type SearchCursor,
} from './data/lot-pages.store.js';
import { findCommunes, withPredecessors, type NamedCommune } from './domain/commune-names.js';

/** What a person may narrow the market by; null and undefined do not narrow. */
export interface LotFilter {
  /** A crop, a commune, or one after the other: "na nghia phuong". */
  readonly text?: string | null;
  readonly cropCode?: string | null;
  readonly varietyCode?: string | null;
  readonly gradeCode?: string | null;
  /** Free in the whole lot, of the grade when one is named. */
  readonly minGrams?: number | null;
  readonly day?: Day | null;
  readonly communeIds?: readonly string[] | null;
  /** Lots without a price of their own fit every price. */
  readonly maxVndPerKg?: number | null;
}

const LONGEST_TEXT = 80;

/** Lots on the market, for whoever looks around. */
@Injectable()
export class LotSearch {
  readonly #communes: Cached<NamedCommune[]>;

  constructor(
    private readonly pages: LotPagesStore,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {
    this.#communes = new Cached(clock, () => pages.communes());
  }

  /** @throws BAD_REQUEST for a page size outside 1 … 100 or a foreign cursor */
  async page(
    filter: LotFilter,
    first: number,
    after: string | null | undefined,
  ): Promise<Page<LotRow>> {
    const size = pageSize(first);
    const cursor = after ? searchCursor(after) : undefined;
    const query = await this.queryOf(filter);
    const rows = query ? await this.pages.search(query, this.clock.now(), size + 1, cursor) : [];
    return pageOf(rows, size, (row) => [row.rank, row.publishedAt?.toISOString() ?? '', row.id]);
  }

  /** One lot that was on the market at some time; a draft is nobody's business. */
  async one(id: string): Promise<LotRow | undefined> {
    const row = isId(id) ? await this.pages.byId(id, this.clock.now()) : undefined;
    return row?.state === 'DRAFT' ? undefined : row;
  }

  /** Undefined when the typed words mean nothing the market knows. */
  private async queryOf(filter: LotFilter): Promise<LotQuery | undefined> {
    const typed = await this.meaningOf(filter.text?.slice(0, LONGEST_TEXT).trim() ?? '');
    if (!typed) return undefined;
    const { day } = filter;
    return {
      ...typed,
      cropCode: filter.cropCode ?? undefined,
      varietyCode: filter.varietyCode ?? undefined,
      gradeCode: filter.gradeCode ?? undefined,
      minGrams: filter.minGrams ?? undefined,
      maxVndPerKg: filter.maxVndPerKg ?? undefined,
      within: day
        ? { from: instant(day, '00:00'), to: instant(plusDays(day, 1), '00:00') }
        : undefined,
      communeIds:
        filter.communeIds && filter.communeIds.length > 0
          ? withPredecessors(filter.communeIds, await this.#communes.get())
          : undefined,
    };
  }

  /** A crop, a commune, a crop and a commune, or a commune and a crop: the first reading that fits. */
  private async meaningOf(
    text: string,
  ): Promise<Pick<LotQuery, 'typedCrops' | 'typedCommunes'> | undefined> {
    if (text === '') return {};
    const communes = await this.#communes.get();
    const words = text.split(/\s+/);
    for (let cut = words.length; cut >= 0; cut -= 1) {
      const head = words.slice(0, cut).join(' ');
      const tail = words.slice(cut).join(' ');
      for (const [crop, commune] of [
        [head, tail],
        [tail, head],
      ]) {
        const typedCrops = await this.cropsOf(crop ?? '');
        const typedCommunes = communesOf(commune ?? '', communes);
        if (typedCrops !== 'none' && typedCommunes !== 'none') return { typedCrops, typedCommunes };
      }
    }
    return undefined;
  }

  private async cropsOf(words: string): Promise<LotQuery['typedCrops'] | 'none'> {
    if (words === '') return undefined;
    const hits = await this.catalog.named(words);
    return hits.length === 0 ? 'none' : hits.map(({ rank, ...key }) => ({ key, rank }));
  }
}

function communesOf(
  words: string,
  communes: readonly NamedCommune[],
): LotQuery['typedCommunes'] | 'none' {
  if (words === '') return undefined;
  const hits = findCommunes(words, communes);
  return hits.length === 0 ? 'none' : hits.map(({ id, rank }) => ({ key: id, rank }));
}

function searchCursor(cursor: string): SearchCursor {
  const [rank, at, id] = readCursor(cursor, 3);
  const publishedAt = new Date(String(at));
  if (typeof rank !== 'number' || Number.isNaN(publishedAt.getTime()) || !isId(String(id))) {
    throw badRequest('after: con trỏ không đúng.');
  }
  return { rank, publishedAt, id: String(id) };
}
