import { BROKEN } from './lots.store.js';
import { EXPIRED, LOT_COLUMNS, linesOf, type LotRow } from './lot-sql.js';
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

/**
 * Open lots with something free, most points first. Points are given to lots alone, sorted, and only then are their lines
 * read, so that a page reads the lines of a page. Keyset: score, published_at, id.
 */
export function rankSql(
  query: LotQuery,
  { near, asOf }: RankWish,
  limit: number,
  after: RankCursor | undefined,
): NamedStatement {
  const { values, put, when, shape, wanted, filters } = narrow(query, asOf);
  const { typedCrops, within } = query;
  const ofLots = filters.filter((one) => !one.startsWith('s.'));
  const ofLines = filters.filter((one) => one.startsWith('s.'));
  const metres = near
    ? `(|/ (((l.lat - ${put(near.lat)}) * 111200) ^ 2 + ((l.lon - ${put(near.lon)}) * 103700) ^ 2))`
    : 'null::float8';
  // A truck needs a few hours of the wished day; without a day every lot fits alike.
  const hours = within
    ? `extract(epoch from least(l.ready_to, ${put(within.to)}) - greatest(l.ready_from, ${put(within.from)})) / 3600`
    : '0';
  shape.push(near ? 'N' : '-', within ? 'D' : '-');
  const points = (share: string, most: number): string =>
    `round(${most} * greatest(0, least(1, ${share})))::int`;
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
      `(scored.score, scored.published_at, scored.id) <
       (${put(cursor.score)}::int, ${put(cursor.publishedAt)}::timestamptz, ${put(cursor.id)}::uuid)`,
  );
  const most = put(limit);
  const text = `with ${EXPIRED}, broken as materialized (${BROKEN.replaceAll('$6', '$1')})
    select ${LOT_COLUMNS}, 0 as rank, r.near, r.fresh, r.fit, r.kept, r.score, r.metres, r.reliability
    from (
      select scored.* from (
        select p.*, p.near + p.fresh + p.fit + p.kept as score from (
          select l.id, l.published_at, m.metres, coalesce(b.kept::float8 / (b.kept + b.broken), 1) as reliability,
                 ${near ? points(`1 - m.metres / ${RANKING.farMetres}`, MOST_POINTS.near) : '0'} as near,
                 ${points(`1 - extract(epoch from $1::timestamptz - l.published_at) / 3600 / ${RANKING.staleHours}`, MOST_POINTS.fresh)} as fresh,
                 ${within ? points(`${hours} / ${RANKING.enoughHours}`, MOST_POINTS.fit) : '0'} as fit,
                 ${points('coalesce(b.kept::float8 / (b.kept + b.broken), 1)', MOST_POINTS.kept)} as kept
          from lots l cross join lateral (select ${metres} as metres) m
          left join broken b on b.household_id = l.household_id
          where ${[...ofLots, ...typed, 'l.published_at <= $1'].join('\n and ')}
        ) p
      ) scored where ${beyond.join('') || 'true'}
      order by scored.score desc, scored.published_at desc, scored.id desc offset 0
    ) r join lots l on l.id = r.id ${linesOf(wanted)}
    where ${ofLines.join(' and ')}
    order by r.score desc, r.published_at desc, r.id desc limit ${most}`;
  return { name: `lots.rank:${shape.join('')}`, text, values };
}
