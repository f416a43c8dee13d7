import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { NamedCommune } from '../domain/commune-names.js';
import { searchSql, type LotQuery, type SearchCursor } from './lot-search-sql.js';
import { EXPIRED, LOT_COLUMNS, linesOf, type LotRow } from './lot-sql.js';
import { prepared } from './prepared.js';

/** Whose lots a list shows. */
export type LotScope =
  { readonly householdId: string } | { readonly coopId: string } | { readonly officeId: string };

/** Lists of lots, each in one statement. */
@Injectable()
export class LotPagesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  search(
    query: LotQuery,
    now: Date,
    limit: number,
    after: SearchCursor | undefined,
  ): Promise<LotRow[]> {
    return prepared(this.dataSource, searchSql(query, now, limit, after));
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
              `l.household_id in (select household_id from standing_grants where party_id = $2 and power in ('SEE_LOTS','SELL_FOR'))`,
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
