import { Injectable } from '@nestjs/common';
import { Catalog } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { instant, plusDays, type Day } from '../kernel/day.js';
import { isId } from '../kernel/id.js';
import { Cached } from '../platform/cached.js';
import { badRequest } from '../platform/graphql/faults.js';
import { pageOf, pageSize, readCursor, type Page } from '../platform/graphql/page.js';
import { LotPagesStore } from './data/lot-pages.store.js';
import type { RankCursor, RankedRow, RankWish } from './data/lot-rank-sql.js';
import type { LotQuery, SearchCursor } from './data/lot-search-sql.js';
import type { LotRow } from './data/lot-sql.js';
import type { ClaimKind } from './domain/claim.js';
import { clearest, type CropHit } from './domain/crop-hits.js';
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
  /** A paper its household declares for it. */
  readonly claim?: ClaimKind | null;
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
    viewerId: string | null,
    first: number,
    after: string | null | undefined,
  ): Promise<Page<LotRow>> {
    const size = pageSize(first);
    const cursor = after ? searchCursor(after) : undefined;
    const query = await this.queryOf(filter, viewerId);
    const rows = query ? await this.pages.search(query, this.clock.now(), size + 1, cursor) : [];
    return pageOf(rows, size, (row) => [row.rank, row.publishedAt?.toISOString() ?? '', row.id]);
  }

  /**
   * By points: near, fresh, in time, kept promises (SM-05). Every page is scored at the instant of the first.
   * @throws BAD_REQUEST for a page size outside 1 … 100 or a foreign cursor
   */
  async ranked(
    filter: LotFilter,
    viewerId: string | null,
    near: RankWish['near'],
    first: number,
    after: string | null | undefined,
  ): Promise<Page<RankedRow> & { asOf: Date }> {
    const size = pageSize(first);
    const cursor = after ? rankCursor(after) : undefined;
    const now = this.clock.now();
    // A cursor may be forged: with an instant to come it would show lots before their hour.
    const asOf = cursor && cursor.asOf < now ? cursor.asOf : now;
    const query = await this.queryOf(filter, viewerId);
    const rows = query ? await this.pages.ranked(query, { near, asOf }, size + 1, cursor) : [];
    const page = pageOf(rows, size, (row) => [
      row.score,
      row.publishedAt?.toISOString() ?? '',
      row.id,
      asOf.toISOString(),
    ]);
    return { ...page, asOf };
  }

  /** How many lots that fit came to the market in this time; counted up to `most`. */
  async countNew(
    filter: LotFilter,
    viewerId: string,
    published: LotQuery['published'],
    most: number,
  ): Promise<number> {
    const query = await this.queryOf(filter, viewerId);
    if (!query) return 0;
    const now = this.clock.now();
    return (await this.pages.search({ ...query, published }, now, most, undefined)).length;
  }

  /** One lot that everybody could see at some time; a draft is nobody's business. */
  async one(id: string): Promise<LotRow | undefined> {
    const row = isId(id) ? await this.pages.byId(id, this.clock.now()) : undefined;
    if (!row || row.state === 'DRAFT') return undefined;
    return row.openToAllAt !== null && row.openToAllAt > this.clock.now() ? undefined : row;
  }

  /** Undefined when nothing can fit: words that mean nothing here, communes that are none. */
  private async queryOf(filter: LotFilter, viewerId: string | null): Promise<LotQuery | undefined> {
    const communes = await this.#communes.get();
    const typed = await this.meaningOf(filter.text?.slice(0, LONGEST_TEXT).trim() ?? '', communes);
    if (!typed) return undefined;
    const chosen = filter.communeIds?.length ? filter.communeIds.filter(isId) : undefined;
    const communeIds = bothOf(typed.communeIds, chosen && withPredecessors(chosen, communes));
    if (communeIds?.length === 0) return undefined;
    const { day } = filter;
    return {
      typedCrops: typed.crops,
      cropCode: filter.cropCode ?? undefined,
      varietyCode: filter.varietyCode ?? undefined,
      gradeCode: filter.gradeCode ?? undefined,
      minGrams: filter.minGrams ?? undefined,
      maxVndPerKg: filter.maxVndPerKg ?? undefined,
      within: day
        ? { from: instant(day, '00:00'), to: instant(plusDays(day, 1), '00:00') }
        : undefined,
      communeIds,
      claim: filter.claim ?? undefined,
      viewerId,
    };
  }

  /** A crop, a commune, a crop and a commune, or a commune and a crop: the first reading that fits. */
  private async meaningOf(
    text: string,
    communes: readonly NamedCommune[],
  ): Promise<Typed | undefined> {
    if (text === '') return {};
    const words = text.split(/\s+/);
    for (let cut = words.length; cut >= 0; cut -= 1) {
      const head = words.slice(0, cut).join(' ');
      const tail = words.slice(cut).join(' ');
      const meaning =
        (await this.readAs(head, tail, communes)) ?? (await this.readAs(tail, head, communes));
      if (meaning) return meaning;
    }
    return undefined;
  }

  private async readAs(
    crop: string,
    commune: string,
    communes: readonly NamedCommune[],
  ): Promise<Typed | undefined> {
    const crops = crop === '' ? undefined : clearest(await this.catalog.named(crop));
    const found = commune === '' ? undefined : findCommunes(commune, communes);
    if (crops?.length === 0 || found?.length === 0) return undefined;
    return { crops, communeIds: found && withPredecessors(found, communes) };
  }
}

interface Typed {
  readonly crops?: readonly CropHit[];
  readonly communeIds?: readonly string[];
}

const bothOf = (
  typed: readonly string[] | undefined,
  chosen: readonly string[] | undefined,
): readonly string[] | undefined =>
  typed && chosen ? typed.filter((id) => chosen.includes(id)) : (typed ?? chosen);

/** Places are whole numbers as the database counts them. */
const isRank = (key: string | number | undefined): key is number =>
  Number.isInteger(key) && Math.abs(Number(key)) < 2 ** 31;

/** The position in a ranked list, and the instant its scores are of. */
function rankCursor(cursor: string): RankCursor & { readonly asOf: Date } {
  const [score, at, id, scored] = readCursor(cursor, 4);
  const publishedAt = new Date(String(at));
  const asOf = new Date(String(scored));
  if (
    !isRank(score) ||
    !isId(String(id)) ||
    Number.isNaN(publishedAt.getTime()) ||
    Number.isNaN(asOf.getTime())
  )
    throw badRequest('after: con trỏ không đúng.');
  return { score, publishedAt, id: String(id), asOf };
}

function searchCursor(cursor: string): SearchCursor {
  const [rank, at, id] = readCursor(cursor, 3);
  const publishedAt = new Date(String(at));
  if (!isRank(rank) || Number.isNaN(publishedAt.getTime()) || !isId(String(id))) {
    throw badRequest('after: con trỏ không đúng.');
  }
  return { rank, publishedAt, id: String(id) };
}
