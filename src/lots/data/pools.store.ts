import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { TimeCursor } from '../../platform/graphql/time-pages.js';
import { EXPIRED, FREE, IS_RESTING, isOpenTo, isShownTo } from './lot-sql.js';

export interface NewPool {
  readonly id: string;
  readonly coopId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: Date;
}

interface PooledGrade {
  readonly gradeCode: string;
  readonly freeGrams: number;
  /** Asked per kilogram; null when every lot takes the order's price. */
  readonly leastVndPerKg: number | null;
  readonly mostVndPerKg: number | null;
}

/** A pooled listing as it stands now: all figures are read off its member lots. */
export interface PoolRow {
  readonly id: string;
  readonly coopId: string;
  readonly coopName: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly note: string;
  readonly closedAt: Date | null;
  readonly createdAt: Date;
  readonly lots: number;
  readonly households: number;
  readonly communeIds: readonly string[];
  /** Hours of the earliest and the latest lot; null while none is on the market. */
  readonly readyFrom: Date | null;
  readonly readyTo: Date | null;
  readonly grades: readonly PooledGrade[];
}

/** What a lot must be to enter a pool. */
export interface PoolableLot {
  readonly id: string;
  readonly householdId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly isOpen: boolean;
  readonly isMember: boolean;
}

/** `l` is a lot of the pool `p` that its viewer may ask for now; a household that left the cooperative left the pool. */
const isPooled = (now: string, viewer: string): string => `
  x.listing_id = p.id and x.left_at is null and l.state = 'PUBLISHED' and l.ready_to > ${now}
  and exists (select 1 from coop_members m where m.coop_id = p.coop_id and m.household_id = l.household_id)
  and ${isShownTo(viewer, now)} and not ${IS_RESTING}`;

/** $1 is now, $2 the party that looks. */
const POOLS = `
  select p.id, p.coop_id as "coopId", c.name as "coopName", p.crop_code as "cropCode", p.variety_code as "varietyCode",
         p.note, p.closed_at as "closedAt", p.created_at as "createdAt", s.lots, s.households,
         s.commune_ids as "communeIds", s.ready_from as "readyFrom", s.ready_to as "readyTo", s.grades
  from pooled_listings p join parties c on c.id = p.coop_id
  cross join lateral (
    select count(distinct f.lot_id)::int as lots, count(distinct f.household_id)::int as households,
           coalesce(array_agg(distinct f.commune_id) filter (where f.commune_id is not null), '{}') as commune_ids,
           min(f.ready_from) as ready_from, max(f.ready_to) as ready_to,
           coalesce((select json_agg(json_build_object('gradeCode', q.grade_code, 'freeGrams', q.free,
               'leastVndPerKg', q.least, 'mostVndPerKg', q.most) order by q.grade_code)
             from (
               select g.grade_code, sum(${FREE}) as free, min(g.ask_vnd_per_kg) as least, max(g.ask_vnd_per_kg) as most
               from pooled_lots x join lots l on l.id = x.lot_id join lot_grades g on g.lot_id = l.id
               left join expired e on e.lot_grade_id = g.id
               where ${isPooled('$1', '$2::uuid')} and ${FREE} > 0
               group by g.grade_code
             ) q), '[]') as grades
    from (
      select l.id as lot_id, l.household_id, l.commune_id, l.ready_from, l.ready_to
      from pooled_lots x join lots l on l.id = x.lot_id
      where ${isPooled('$1', '$2::uuid')} and exists (
        select 1 from lot_grades g left join expired e on e.lot_grade_id = g.id where g.lot_id = l.id and ${FREE} > 0)
    ) f
  ) s`;

/** Pooled listings: which lots, under whose name. */
@Injectable()
export class PoolsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns false when the id is taken */
  async add(tx: Tx, pool: NewPool): Promise<boolean> {
    const added: unknown[] = await tx.query(
      `insert into pooled_listings (id, coop_id, crop_code, variety_code, note, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [
        pool.id,
        pool.coopId,
        pool.cropCode,
        pool.varietyCode,
        pool.note,
        pool.createdBy,
        pool.createdAt,
      ],
    );
    return added.length > 0;
  }

  /** @returns how many entered; one that is in another open listing does not */
  async enter(tx: Tx, listingId: string, lotIds: readonly string[]): Promise<number> {
    const entered: unknown[] = await tx.query(
      `insert into pooled_lots (listing_id, lot_id) select $1, unnest($2::uuid[])
       on conflict do nothing returning lot_id`,
      [listingId, lotIds],
    );
    if (entered.length === lotIds.length) return entered.length;
    // A lot that left this very listing comes back.
    const [back]: [unknown[], number] = await tx.query(
      `update pooled_lots x set left_at = null
       where x.listing_id = $1 and x.lot_id = any ($2::uuid[]) and x.left_at is not null and not exists (
         select 1 from pooled_lots o where o.lot_id = x.lot_id and o.left_at is null)
       returning x.lot_id`,
      [listingId, lotIds],
    );
    return entered.length + back.length;
  }

  async leave(tx: Tx, listingId: string, lotIds: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `update pooled_lots set left_at = $3
       where listing_id = $1 and lot_id = any ($2::uuid[]) and left_at is null`,
      [listingId, lotIds, now],
    );
  }

  /** The open listing of a cooperative, locked. */
  async lock(
    tx: Tx,
    listingId: string,
    coopId: string,
  ): Promise<{ cropCode: string; varietyCode: string | null } | undefined> {
    const rows: { cropCode: string; varietyCode: string | null }[] = await tx.query(
      `select crop_code as "cropCode", variety_code as "varietyCode" from pooled_listings
       where id = $1 and coop_id = $2 and closed_at is null for update`,
      [listingId, coopId],
    );
    return rows[0];
  }

  /** Its lots stay on the market by themselves. */
  async close(tx: Tx, listingId: string, now: Date): Promise<void> {
    await tx.query(`update pooled_listings set closed_at = $2 where id = $1`, [listingId, now]);
    await tx.query(
      `update pooled_lots set left_at = $2 where listing_id = $1 and left_at is null`,
      [listingId, now],
    );
  }

  /** Open for a pool is what the market shows the cooperative, and whatever of a household lets it see or sell its lots. */
  poolable(tx: Tx, coopId: string, lotIds: readonly string[], now: Date): Promise<PoolableLot[]> {
    return tx.query(
      `select l.id, l.household_id as "householdId", l.crop_code as "cropCode", l.variety_code as "varietyCode",
              l.state <> 'CLOSED' and ${isOpenTo('$1', '$3')} as "isOpen",
              exists (select 1 from coop_members m where m.coop_id = $1 and m.household_id = l.household_id) as "isMember"
       from lots l where l.id = any ($2::uuid[])`,
      [coopId, lotIds, now],
    );
  }

  async isOpen(id: string, cropCode: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from pooled_listings where id = $1 and crop_code = $2 and closed_at is null`,
      [id, cropCode],
    );
    return rows.length > 0;
  }

  async one(id: string, now: Date, viewerId: string | null): Promise<PoolRow | undefined> {
    const rows: PoolRow[] = await this.dataSource.query(
      `with ${EXPIRED} ${POOLS} where p.id = $3`,
      [now, viewerId, id],
    );
    return rows[0];
  }

  /** Open listings with something free, newest first; `coopId` lists all of one cooperative's, closed ones too. */
  page(
    wish: { readonly cropCode: string | null; readonly coopId: string | null },
    now: Date,
    viewerId: string | null,
    limit: number,
    after: TimeCursor | undefined,
  ): Promise<PoolRow[]> {
    return this.dataSource.query(
      `with ${EXPIRED} ${POOLS}
       where case when $4::uuid is null then p.closed_at is null and s.lots > 0 else p.coop_id = $4 end
         and ($3::text is null or p.crop_code = $3)
         and ($5::timestamptz is null or (p.created_at, p.id) < ($5, $6::uuid))
       order by p.created_at desc, p.id desc limit $7`,
      [now, viewerId, wish.cropCode, wish.coopId, after?.at ?? null, after?.id ?? null, limit],
    );
  }
}
