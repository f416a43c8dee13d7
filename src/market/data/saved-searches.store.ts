import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { LotFilter } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { TimeCursor } from '../../platform/graphql/time-pages.js';

/** A search somebody will ask again. */
export interface SavedSearch {
  readonly id: string;
  readonly personId: string;
  /** The party she looked for: what is shown to it first is found as well. */
  readonly partyId: string;
  readonly name: string;
  readonly filter: LotFilter;
  /** She is told of new lots. */
  readonly alerts: boolean;
  readonly createdAt: Date;
}

/** Up to when the lots of somebody's searches were looked at. */
export interface Looked {
  readonly personId: string;
  readonly lookedAt: Date;
}

const COLUMNS = `id, person_id as "personId", party_id as "partyId", name, filter, alerts, created_at as "createdAt"`;

@Injectable()
export class SavedSearchesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What somebody who was forgotten looked for. */
  async forget(tx: Tx, personId: string): Promise<void> {
    await tx.query(`delete from search_digests where person_id = $1`, [personId]);
    await tx.query(`delete from saved_searches where person_id = $1`, [personId]);
  }

  /** Locks the person, so that two phones do not pass the limit together. @returns how many searches she keeps besides this one */
  async countBeside(tx: Tx, personId: string, searchId: string): Promise<number> {
    await tx.query(`select 1 from people where id = $1 for no key update`, [personId]);
    const [row]: { count: number }[] = await tx.query(
      `select count(*)::int as count from saved_searches where person_id = $1 and id <> $2`,
      [personId, searchId],
    );
    return row?.count ?? 0;
  }

  /** New, or in place of the person's own of that id. @returns false when the id is somebody else's */
  async put(tx: Tx, search: SavedSearch): Promise<boolean> {
    const kept: unknown[] = await tx.query(
      `insert into saved_searches as s (id, person_id, party_id, name, filter, alerts, created_at)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7)
       on conflict (id) do update set name = excluded.name, filter = excluded.filter, alerts = excluded.alerts
         where s.person_id = excluded.person_id
       returning id`,
      [
        search.id,
        search.personId,
        search.partyId,
        search.name,
        JSON.stringify(search.filter),
        search.alerts,
        search.createdAt,
      ],
    );
    return kept.length > 0;
  }

  /** Lots from now on are new to her; what was on the market before is not. */
  async startLooking(tx: Tx, personId: string, now: Date): Promise<void> {
    await tx.query(
      `insert into search_digests (person_id, looked_at) values ($1, $2) on conflict do nothing`,
      [personId, now],
    );
  }

  async remove(tx: Tx, personId: string, id: string): Promise<boolean> {
    const [, removed]: [unknown[], number] = await tx.query(
      `delete from saved_searches where id = $1 and person_id = $2`,
      [id, personId],
    );
    return removed > 0;
  }

  async find(personId: string, id: string): Promise<SavedSearch | undefined> {
    const rows: SavedSearch[] = await this.dataSource.query(
      `select ${COLUMNS} from saved_searches where id = $1 and person_id = $2`,
      [id, personId],
    );
    return rows[0];
  }

  page(personId: string, limit: number, after: TimeCursor | undefined): Promise<SavedSearch[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from saved_searches
       where person_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
       order by created_at desc, id desc limit $4`,
      [personId, after?.at ?? null, after?.id ?? null, limit],
    );
  }

  /** People with alerts who were not told since `toldBefore`, longest waiting first. */
  due(toldBefore: Date, limit: number): Promise<Looked[]> {
    return this.dataSource.query(
      `select d.person_id as "personId", d.looked_at as "lookedAt" from search_digests d
       where (d.told_at is null or d.told_at <= $1)
         and exists (select 1 from saved_searches s where s.person_id = d.person_id and s.alerts)
       order by d.looked_at limit $2`,
      [toldBefore, limit],
    );
  }

  alertingOf(personId: string): Promise<SavedSearch[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from saved_searches where person_id = $1 and alerts order by created_at, id`,
      [personId],
    );
  }

  /**
   * Closes one look, told or not.
   * @returns false when another run of the clock closed it first: then nobody is told twice
   */
  async looked(tx: Tx, before: Looked, at: Date, toldAt: Date | null): Promise<boolean> {
    const [, moved]: [unknown[], number] = await tx.query(
      `update search_digests set looked_at = $3, told_at = coalesce($4, told_at)
       where person_id = $1 and looked_at = $2`,
      [before.personId, before.lookedAt, at, toldAt],
    );
    return moved > 0;
  }
}
