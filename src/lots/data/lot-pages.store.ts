import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { HotReads, prepared } from '../../platform/database/prepared.js';
import type { NamedCommune } from '../domain/commune-names.js';
import { rankSql, type RankCursor, type RankedRow, type RankWish } from './lot-rank-sql.js';
import { searchSql, type LotQuery, type SearchCursor } from './lot-search-sql.js';
import {
  EXPIRED,
  IS_RESTING,
  isOpenTo,
  isShownTo,
  LOT_COLUMNS,
  linesOf,
  type LotRow,
} from './lot-sql.js';

/** Whose lots a list shows. */
export type LotScope =
  | { readonly householdId: string }
  | { readonly coopId: string }
  | { readonly officeId: string }
  /** Of this cooperative's members, on the market, and in no pooled listing yet. */
  | { readonly poolableBy: string };

/** Lists of lots, each in one statement. */
@Injectable()
export class LotPagesStore {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hot: HotReads,
  ) {}

  search(
    query: LotQuery,
    now: Date,
    limit: number,
    after: SearchCursor | undefined,
  ): Promise<LotRow[]> {
    const statement = searchSql(query, now, limit, after);
    return isPlainList(query) ? this.hot.rows(statement) : prepared(this.dataSource, statement);
  }

  /** By points, most first. */
  ranked(
    query: LotQuery,
    wish: RankWish,
    limit: number,
    after: RankCursor | undefined,
  ): Promise<RankedRow[]> {
    return prepared(this.dataSource, rankSql(query, wish, limit, after));
  }

  /** Lots of a scope, newest first. Keyset: created_at, id. */
  inScope(
    scope: LotScope,
    now: Date,
    limit: number,
    after: { readonly at: Date; readonly id: string } | undefined,
  ): Promise<LotRow[]> {
    const [owner, sql] = scopeSql(scope);
    return this.dataSource.query(
      `with ${EXPIRED}
       select ${LOT_COLUMNS}, 0 as rank
       from lots l ${linesOf('true')}
       where ${sql} and ($4::timestamptz is null or (l.created_at, l.id) < ($4::timestamptz, $5::uuid))
       order by l.created_at desc, l.id desc limit $3`,
      [now, owner, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  /** Lots of a pooled listing, newest first: all of them for its cooperative, those on the market for anybody else. */
  inPool(
    pool: { readonly listingId: string; readonly viewerId: string | null },
    now: Date,
    limit: number,
    after: { readonly at: Date; readonly id: string } | undefined,
  ): Promise<LotRow[]> {
    return this.dataSource.query(
      `with ${EXPIRED}
       select ${LOT_COLUMNS}, 0 as rank
       from pooled_lots x join pooled_listings p on p.id = x.listing_id
       join lots l on l.id = x.lot_id
       join coop_members m on m.coop_id = p.coop_id and m.household_id = l.household_id
       ${linesOf('true')}
       where x.listing_id = $2 and x.left_at is null and (p.coop_id = $3::uuid or (
           l.state = 'PUBLISHED' and l.ready_to > $1 and s.free_g > 0
           and ${isShownTo('$3::uuid', '$1')} and not ${IS_RESTING}))
         and ($5::timestamptz is null or (l.created_at, l.id) < ($5::timestamptz, $6::uuid))
       order by l.created_at desc, l.id desc limit $4`,
      [now, pool.listingId, pool.viewerId, limit, after?.at ?? null, after?.id ?? null],
    );
  }

  async byId(id: string, now: Date): Promise<LotRow | undefined> {
    const rows: LotRow[] = await this.dataSource.query(
      `with ${EXPIRED} select ${LOT_COLUMNS}, 0 as rank from lots l ${linesOf('true')} where l.id = $2`,
      [now, id],
    );
    return rows[0];
  }

  /** The household of a lot chose this party to see it first. */
  async isChosen(lotId: string, partyId: string | null): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from lot_audience where lot_id = $1 and party_id = $2`,
      [lotId, partyId],
    );
    return rows.length > 0;
  }

  /** Every commune there is or was, for names people type. */
  communes(): Promise<NamedCommune[]> {
    return this.dataSource.query(
      `select id, name, successor_id as "successorId" from admin_units where kind in ('COMMUNE', 'TOWNSHIP') order by id`,
    );
  }
}

/** Narrowed by nothing that few lots fit: the newest of the market or of a crop come first in an index. */
const isPlainList = ({ typedCrops, communeIds, within, claim, minGrams }: LotQuery): boolean =>
  !(typedCrops ?? communeIds ?? within ?? claim ?? minGrams);

/** Whose scope it is ($2) and which lots `l` are in it; $1 is now. */
function scopeSql(scope: LotScope): readonly [owner: string, sql: string] {
  if ('householdId' in scope) return [scope.householdId, `l.household_id = $2`];
  if ('coopId' in scope)
    return [
      scope.coopId,
      `l.household_id in (select household_id from standing_grants where party_id = $2 and power in ('SEE_LOTS','SELL_FOR'))`,
    ];
  if ('poolableBy' in scope)
    return [
      scope.poolableBy,
      `l.household_id in (select household_id from coop_members where coop_id = $2)
       and l.state = 'PUBLISHED' and l.ready_to > $1 and s.free_g > 0 and not ${IS_RESTING}
       and ${isOpenTo('$2', '$1')}
       and not exists (select 1 from pooled_lots x where x.lot_id = l.id and x.left_at is null)`,
    ];
  return [
    scope.officeId,
    `l.commune_id in (select u.id from admin_units u join party_territories t
       on t.party_id = $2 and t.unit_id in (u.id, u.successor_id))`,
  ];
}
