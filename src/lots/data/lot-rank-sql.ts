import { BROKEN, RELIABILITY } from './candidates-sql.js';
import { EXPIRED, IS_AWAKE, LOT_COLUMNS, linesOf, type LotRow } from './lot-sql.js';
import type { NamedStatement } from '../../platform/database/prepared.js';
import { narrow, type LotQuery } from './lot-search-sql.js';
import { MOST_POINTS, RANKING } from '../domain/ranking.js';

/** Where a truck would start, and up to when lots are compared. */
export interface RankWish {
  readonly near: { readonly lat: number; readonly lon: number } | null;
  /** Scores are of this instant on every page, so that a list does not change under the finger. */
  readonly asOf: Date;
}

export interface RankCursor {
  readonly score: number;
  readonly publishedAt: Date;
  readonly id: string;
}

/** A lot with its points, factor by factor; their sum is its place. */
export interface RankedRow extends LotRow {
  readonly near: number;
  readonly fresh: number;
  readonly fit: number;
  readonly kept: number;
  readonly score: number;
  /** As the crow flies; null when no place was named. */
  readonly metres: number | null;
  readonly reliability: number;
}

/** So many of the best are looked at for a page; only where too few of them have what is wanted, all of the others. */
const LOOKED_AT = 500;

const points = (share: string, most: number): string =>
  `floor(${most} * greatest(0, least(1, ${share})) + 0.5)::int`;
const hours = (from: string, to: string): string => `date_part('epoch', ${to} - ${from}) / 3600`;

/**
 * Open lots with something free, most points first. Points are given to lots alone, and the lines of the best of them are
 * read until there is a page. Keyset: score, published_at, id.
 */
export function rankSql(
  query: LotQuery,
  { near, asOf }: RankWish,
  limit: number,
  after: RankCursor | undefined,
): NamedStatement {
  const { values, put, when, shape, wanted, ofLots, ofFree } = narrow(query, asOf);
  const { typedCrops, within } = query;
  const metres = near
    ? `(|/ (((l.lat - ${put(near.lat)}) * 111200) ^ 2 + ((l.lon - ${put(near.lon)}) * 103700) ^ 2))`
    : 'null::float8';
  // A truck needs a few hours of the wished day; without a day every lot fits alike.
  const fetched = within
    ? hours(
        `greatest(l.ready_from, ${put(within.from)}::timestamptz)`,
        `least(l.ready_to, ${put(within.to)}::timestamptz)`,
      )
    : '0';
  shape.push(near ? 'N' : '-', within ? 'D' : '-');
  const typed = when('w', typedCrops, (hits) => {
    const codes = put(hits.map(({ cropCode }) => cropCode));
    const varieties = put(hits.map(({ varietyCode }) => varietyCode));
    return `exists (select 1 from unnest(${codes}::text[], ${varieties}::text[]) as h (crop, variety)
      where h.crop = l.crop_code and (h.variety is null or h.variety = l.variety_code))`;
  });
  const beyond = when(
    'a',
    after,
    (cursor) =>
      `where (r.score, r.published_at, r.id) <
       (${put(cursor.score)}::int, ${put(cursor.publishedAt)}::timestamptz, ${put(cursor.id)}::uuid)`,
  );
  const most = put(limit);
  const sorted = `select r.* from scored r ${beyond.join('')} order by r.score desc, r.published_at desc, r.id desc`;
  const page = (best: string, condition: string): string => `
    select ${LOT_COLUMNS}, 0 as rank, r.near, r.fresh, r.fit, r.kept, r.score, r.metres, r.reliability
    from ${best} r join lots l on l.id = r.id ${linesOf(wanted)}
    where ${ofFree} and ${condition}
    order by r.score desc, r.published_at desc, r.id desc limit ${most}`;
  // Fenced with an offset, so that points are reckoned once for the sum and the reasons.
  const text = `with ${EXPIRED}, ${BROKEN}, scored as not materialized (
      select p.*, p.near + p.fresh + p.fit + p.kept as score from (
        select l.id, l.published_at, m.metres, ${RELIABILITY} as reliability,
               ${near ? points(`1 - m.metres / ${RANKING.farMetres}`, MOST_POINTS.near) : '0'} as near,
               ${points(`1 - ${hours('l.published_at', '$1::timestamptz')} / ${RANKING.staleHours}`, MOST_POINTS.fresh)} as fresh,
               ${within ? points(`${fetched} / ${RANKING.enoughHours}`, MOST_POINTS.fit) : '0'} as fit,
               ${points(RELIABILITY, MOST_POINTS.kept)} as kept
        from lots l cross join lateral (select ${metres} as metres) m
        left join broken b on b.household_id = l.household_id
        where ${[...ofLots, IS_AWAKE, ...typed, 'l.published_at <= $1'].join('\n and ')}
        offset 0
      ) p
    ), best as materialized (${sorted} limit ${LOOKED_AT}), found as materialized (${page('best', 'true')}),
    lack as materialized (
      select (select count(*) from found) < ${most} and (select count(*) from best) = ${LOOKED_AT} as is_true)
    select * from found where not (select is_true from lack)
    union all
    (${page(`(${sorted} offset 0)`, '(select is_true from lack)')})
    order by score desc, "publishedAt" desc, id desc`;
  return { name: `lots.rank:${shape.join('')}`, text, values };
}
