import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { NamedCommune } from '../domain/commune-names.js';
import type { CloseReason, LotState } from '../domain/lot.state.js';
import { prepared } from './prepared.js';

/** One grade line as it is shown; a hold whose time is over counts as free. */
interface LineRow {
  readonly id: string;
  readonly gradeCode: string;
  readonly askVndPerKg: number | null;
  readonly offeredGrams: number;
  readonly freeGrams: number;
  readonly reservedGrams: number;
  readonly weighedGrams: number;
}

/** One lot as it is shown, with its lines. */
export interface LotRow {
  readonly id: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly state: LotState;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly minTakeGrams: string;
  readonly pickupNote: string;
  readonly photoId: string | null;
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly closeReason: CloseReason | null;
  readonly createdAt: Date;
  /** How well it fits the typed words, 0 best; 0 when nothing was typed. */
  readonly rank: number;
  readonly lines: readonly LineRow[];
}

interface Hit<Key> {
  readonly key: Key;
  readonly rank: number;
}

/** What a search came to after words became codes. Left-out parts do not narrow it. */
export interface LotQuery {
  readonly cropCode?: string;
  readonly varietyCode?: string;
  readonly gradeCode?: string;
  readonly minGrams?: number;
  readonly maxVndPerKg?: number;
  /** The lot's window touches this time. */
  readonly within?: { readonly from: Date; readonly to: Date };
  readonly communeIds?: readonly string[];
  readonly typedCrops?: readonly Hit<{
    readonly cropCode: string;
    readonly varietyCode: string | null;
  }>[];
  readonly typedCommunes?: readonly Hit<string>[];
}

export interface SearchCursor {
  readonly rank: number;
  readonly publishedAt: Date;
  readonly id: string;
}

/** Whose lots a list shows. */
export type LotScope =
  { readonly householdId: string } | { readonly coopId: string } | { readonly officeId: string };

const LOT_COLUMNS = `
  l.id, l.household_id as "householdId", l.commune_id as "communeId", l.crop_code as "cropCode",
  l.variety_code as "varietyCode", l.state, l.ready_from as "readyFrom", l.ready_to as "readyTo",
  l.min_take_g as "minTakeGrams", l.pickup_note as "pickupNote", l.photo_id as "photoId",
  to_char(l.sprayed_on, 'YYYY-MM-DD') as "sprayedOn", l.interval_days as "intervalDays", l.version,
  l.published_at as "publishedAt", l.close_reason as "closeReason", l.created_at as "createdAt", s.lines`;

const FREE = `g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g + coalesce(e.grams, 0)`;

// $1 is now. Expired holds are few, because a sweep releases them every minute: one small scan for the whole page.
const EXPIRED = `expired as materialized (
  select lot_grade_id, sum(grams)::int8 as grams from lot_holds
  where state = 'HELD' and expires_at <= $1 group by lot_grade_id
)`;

/** Lines of `l`; what the household took back altogether is not shown. */
const linesOf = (wanted: string): string => `
  cross join lateral (
    select coalesce(json_agg(json_build_object('id', g.id, 'gradeCode', g.grade_code,
             'askVndPerKg', g.ask_vnd_per_kg, 'offeredGrams', g.offered_g - g.written_off_g,
             'freeGrams', ${FREE}, 'reservedGrams', g.reserved_g - coalesce(e.grams, 0),
             'weighedGrams', g.weighed_g) order by g.grade_code), '[]') as lines,
           coalesce(sum(${FREE}) filter (where ${wanted}), 0) as free_g
    from lot_grades g left join expired e on e.lot_grade_id = g.id
    where g.lot_id = l.id and g.offered_g > g.written_off_g
  ) s`;

/** Lists of lots, each in one statement. */
@Injectable()
export class LotPagesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Open lots with something free, best fit first, then newest. Keyset: rank, published_at, id. */
  search(
    query: LotQuery,
    now: Date,
    limit: number,
    after: SearchCursor | undefined,
  ): Promise<LotRow[]> {
    const values: unknown[] = [now];
    const put = (value: unknown): string => `$${values.push(value)}`;
    const shape: string[] = [];
    // One letter a part: PostgreSQL cuts the names of statements at 63 characters.
    const when = <Value>(
      letter: string,
      value: Value | undefined,
      sql: (value: Value) => string,
    ): string[] => {
      if (value === undefined) return [];
      shape.push(letter);
      return [sql(value)];
    };

    const lineFilters = [
      ...when('g', query.gradeCode, (code) => `g.grade_code = ${put(code)}`),
      ...when(
        'p',
        query.maxVndPerKg,
        (vnd) => `(g.ask_vnd_per_kg is null or g.ask_vnd_per_kg <= ${put(vnd)})`,
      ),
    ];
    const hits = [
      ...when('w', query.typedCrops, (crops) => {
        const codes = put(crops.map(({ key }) => key.cropCode));
        const varieties = put(crops.map(({ key }) => key.varietyCode));
        const ranks = put(crops.map(({ rank }) => rank));
        return `cross join lateral (
          select min(h.rank) as rank
          from unnest(${codes}::text[], ${varieties}::text[], ${ranks}::int[]) as h (crop_code, variety_code, rank)
          where h.crop_code = l.crop_code and (h.variety_code is null or h.variety_code = l.variety_code)
        ) crop_hit`;
      }),
      ...when('m', query.typedCommunes, (communes) => {
        const ids = put(communes.map(({ key }) => key));
        const ranks = put(communes.map(({ rank }) => rank));
        return `join unnest(${ids}::uuid[], ${ranks}::int[]) as place_hit (id, rank) on place_hit.id = l.commune_id`;
      }),
    ];
    const ranks = [
      ...(query.typedCrops ? ['crop_hit.rank'] : []),
      ...(query.typedCommunes ? ['place_hit.rank'] : []),
    ];
    const rank = ranks.length === 0 ? '0' : `greatest(${ranks.join(', ')})`;
    const filters = [
      `l.state = 'PUBLISHED' and l.ready_to > $1`,
      ...(query.typedCrops ? ['crop_hit.rank is not null'] : []),
      ...when('c', query.cropCode, (code) => `l.crop_code = ${put(code)}`),
      ...when('v', query.varietyCode, (code) => `l.variety_code = ${put(code)}`),
      ...when('k', query.communeIds, (ids) => `l.commune_id = any (${put(ids)}::uuid[])`),
      ...when(
        'd',
        query.within,
        ({ from, to }) => `l.ready_from < ${put(to)} and l.ready_to > ${put(from)}`,
      ),
      `s.free_g >= ${put(Math.max(query.minGrams ?? 1, 1))}`,
      ...when('a', after, ({ publishedAt, id, rank: last }) => {
        const beyond = `(l.published_at, l.id) < (${put(publishedAt)}::timestamptz, ${put(id)}::uuid)`;
        if (rank === '0') return beyond;
        const lastRank = put(last);
        return `(${rank} > ${lastRank}::int or (${rank} = ${lastRank}::int and ${beyond}))`;
      }),
    ];
    const text = `with ${EXPIRED}
      select ${LOT_COLUMNS}, ${rank} as rank
      from lots l ${hits.join('\n')} ${linesOf(lineFilters.join(' and ') || 'true')}
      where ${filters.join('\n and ')}
      order by ${rank === '0' ? '' : `${rank}, `}l.published_at desc, l.id desc
      limit ${put(limit)}`;
    return prepared(this.dataSource, `lots.search:${shape.join('')}`, text, values);
  }

  /** Lots of a scope, whatever their state, newest first. Keyset: created_at, id. */
  inScope(
    scope: LotScope,
    now: Date,
    limit: number,
    after: { readonly at: Date; readonly id: string } | undefined,
  ): Promise<LotRow[]> {
    const [owner, sql] =
      'householdId' in scope
        ? [scope.householdId, `l.household_id = $2`]
        : 'coopId' in scope
          ? [
              scope.coopId,
              `l.household_id in (select household_id from coop_members where coop_id = $2)`,
            ]
          : [
              scope.officeId,
              `l.commune_id in (select u.id from admin_units u join party_territories t
                 on t.party_id = $2 and t.unit_id in (u.id, u.successor_id))`,
            ];
    return this.dataSource.query(
      `with ${EXPIRED}
       select ${LOT_COLUMNS}, 0 as rank
       from lots l ${linesOf('true')}
       where ${sql} and ($4::timestamptz is null or (l.created_at, l.id) < ($4::timestamptz, $5::uuid))
       order by l.created_at desc, l.id desc limit $3`,
      [now, owner, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  async byId(id: string, now: Date): Promise<LotRow | undefined> {
    const rows: LotRow[] = await this.dataSource.query(
      `with ${EXPIRED} select ${LOT_COLUMNS}, 0 as rank from lots l ${linesOf('true')} where l.id = $2`,
      [now, id],
    );
    return rows[0];
  }

  /** Every commune there is or was, for names people type. */
  communes(): Promise<NamedCommune[]> {
    return this.dataSource.query(
      `select id, name, successor_id as "successorId" from admin_units where kind in ('COMMUNE', 'TOWNSHIP') order by id`,
    );
  }
}
