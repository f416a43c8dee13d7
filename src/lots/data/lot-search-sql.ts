import type { CropHit } from '../domain/crop-hits.js';
import type { ClaimKind } from '../domain/claim.js';
import type { NamedStatement } from '../../platform/database/prepared.js';
import {
  claimHoldsFor,
  EXPIRED,
  IS_RESTING,
  isShownTo,
  LOT_COLUMNS,
  linesOf,
  MAY_SELL,
} from './lot-sql.js';

/** What a search came to after words became codes. Left-out parts do not narrow it. */
export interface LotQuery {
  /** No two of them find the same lot but a crop and its varieties, which then fit better than the crop. */
  readonly typedCrops?: readonly CropHit[];
  readonly cropCode?: string;
  readonly varietyCode?: string;
  readonly gradeCode?: string;
  readonly minGrams?: number;
  readonly maxVndPerKg?: number;
  /** The lot's window touches this time. */
  readonly within?: { readonly from: Date; readonly to: Date };
  readonly communeIds?: readonly string[];
  /** Whose household declares such a paper for it. */
  readonly claim?: ClaimKind;
  /** First on the market in this time. */
  readonly published?: { readonly after: Date; readonly until: Date };
  /** The party that looks; null for whoever has none. */
  readonly viewerId: string | null;
}

export interface SearchCursor {
  readonly rank: number;
  readonly publishedAt: Date;
  readonly id: string;
}

export interface Narrowed {
  readonly values: unknown[];
  /** Adds a parameter. @returns its place: `$3` */
  readonly put: (value: unknown) => string;
  /** The condition when there is a value to narrow by. */
  readonly when: <Value>(
    letter: string,
    value: Value | undefined,
    sql: (value: Value) => string,
  ) => string[];
  readonly shape: string[];
  /** Of grade lines `g`. */
  readonly wanted: string;
  /** Of lots `l`; that their household rests is left to the statement. */
  readonly ofLots: readonly string[];
  /** Of what is free, `s`. */
  readonly ofFree: string;
}

/** The conditions of a search as SQL, its parameters ($1 is now, $2 the party that looks), and the letters that name its shape. */
export function narrow(query: LotQuery, now: Date): Narrowed {
  const values: unknown[] = [now, query.viewerId];
  const put = (value: unknown): string => `$${values.push(value)}`;
  // One letter a part: PostgreSQL cuts the names of statements at 63 characters.
  const shape: string[] = [];
  const when = <Value>(
    letter: string,
    value: Value | undefined,
    sql: (value: Value) => string,
  ): string[] => {
    if (value === undefined) return [];
    shape.push(letter);
    return [sql(value)];
  };

  const wanted = [
    ...when('g', query.gradeCode, (code) => `g.grade_code = ${put(code)}`),
    ...when(
      'p',
      query.maxVndPerKg,
      (vnd) => `(g.ask_vnd_per_kg is null or g.ask_vnd_per_kg <= ${put(vnd)})`,
    ),
  ];
  const ofLots = [
    `l.state = 'PUBLISHED' and l.ready_to > $1`,
    isShownTo('$2::uuid', '$1'),
    MAY_SELL,
    ...when('c', query.cropCode, (code) => `l.crop_code = ${put(code)}`),
    ...when('v', query.varietyCode, (code) => `l.variety_code = ${put(code)}`),
    ...when('k', query.communeIds, (ids) => `l.commune_id = any (${put(ids)}::uuid[])`),
    ...when(
      'd',
      query.within,
      ({ from, to }) => `l.ready_from < ${put(to)} and l.ready_to > ${put(from)}`,
    ),
    ...when(
      'q',
      query.claim,
      (kind) =>
        `exists (select 1 from claims c where c.kind = ${put(kind)} and ${claimHoldsFor('c')})`,
    ),
    ...when(
      'n',
      query.published,
      ({ after, until }) => `l.published_at > ${put(after)} and l.published_at <= ${put(until)}`,
    ),
  ];
  const ofFree = `s.free_g >= ${put(Math.max(query.minGrams ?? 1, 1))}`;
  return { values, put, when, shape, wanted: wanted.join(' and ') || 'true', ofLots, ofFree };
}

/**
 * Open lots with something free, best fit first, then newest. Keyset: rank, published_at, id.
 * With typed crops, each of them gives its own first `limit` lots from the index and the page is chosen among those, so
 * that a page costs the same however many lots of the crop there are.
 */
export function searchSql(
  query: LotQuery,
  now: Date,
  limit: number,
  after: SearchCursor | undefined,
): NamedStatement {
  const { values, put, when, shape, wanted, ofLots, ofFree } = narrow(query, now);
  const beyond = ({ publishedAt, id }: SearchCursor): string =>
    `(l.published_at, l.id) < (${put(publishedAt)}::timestamptz, ${put(id)}::uuid)`;
  const most = put(limit);
  const lots = (rank: string, more: readonly string[]): string => `
    select ${LOT_COLUMNS}, ${rank} as rank
    from lots l ${linesOf(wanted)}
    where ${[...ofLots, `not ${IS_RESTING}`, ...more, ofFree].join('\n and ')}
    order by l.published_at desc, l.id desc limit ${most}`;

  const { typedCrops } = query;
  if (!typedCrops) {
    const more = when('a', after, beyond);
    return {
      name: `lots.search:${shape.join('')}`,
      text: `with ${EXPIRED} ${lots('0', more)}`,
      values,
    };
  }
  const ownVarieties = typedCrops
    .map(({ varietyCode }) => varietyCode)
    .filter((code) => code !== null);
  const more = [
    'l.crop_code = h.crop_code',
    `case when h.variety_code is null
       then l.variety_code is null or l.variety_code <> all (${put(ownVarieties)}::text[])
       else l.variety_code = h.variety_code end`,
    ...when('a', after, (cursor) => {
      const rank = `${put(cursor.rank)}::int`;
      return `(h.rank > ${rank} or (h.rank = ${rank} and ${beyond(cursor)}))`;
    }),
  ];
  const text = `with ${EXPIRED}
    select found.*
    from unnest(${put(typedCrops.map((hit) => hit.cropCode))}::text[],
                ${put(typedCrops.map((hit) => hit.varietyCode))}::text[],
                ${put(typedCrops.map((hit) => hit.rank))}::int[]) as h (crop_code, variety_code, rank)
    cross join lateral (${lots('h.rank', more)}) found
    order by found.rank, found."publishedAt" desc, found.id desc limit ${most}`;
  return { name: `lots.search:w${shape.join('')}`, text, values };
}
