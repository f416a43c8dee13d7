import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { PlannedClosure } from '../../permits/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface ClosedOrder {
  readonly number: string;
  readonly grams: number;
  readonly readyFrom: Date;
}
export interface ClosedRun {
  readonly number: string;
  readonly plate: string;
  readonly startsAt: Date;
}

/** What cannot leave a commune in the hours of a closure: nothing of it could be fetched before or after. */
export interface ClosureEffects {
  readonly lots: number;
  readonly lotGrams: number;
  readonly households: number;
  readonly offers: number;
  readonly offerGrams: number;
  readonly deals: number;
  readonly dealGrams: number;
  readonly runs: number;
  readonly permits: number;
  /** The first ones of its deals and offers. */
  readonly orders: readonly ClosedOrder[];
  readonly runsListed: readonly ClosedRun[];
}

/** Whom a closure concerns, and what she opens to see why. */
interface ConcernedParty {
  readonly partyId: string;
  readonly path: string;
}

/** As the database says it: instants inside JSON are texts. */
type EffectsRow = Omit<ClosureEffects, 'orders' | 'runsListed'> & {
  readonly orders: readonly (Omit<ClosedOrder, 'readyFrom'> & { readonly readyFrom: string })[];
  readonly runsListed: readonly (Omit<ClosedRun, 'startsAt'> & { readonly startsAt: string })[];
};

type Hours = Pick<PlannedClosure, 'communeId' | 'from' | 'to'>;

const MOST_LISTED = 50;
const FREE = 'g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g';

/** Hours that are still to come of a row lie within the closure. */
const within = (
  row: string,
): string => `${row}.ready_to > $4 and greatest(${row}.ready_from, $4) >= $2
    and ($3::timestamptz is null or ${row}.ready_to <= $3)`;

/** $1 the commune, $2 from, $3 to or null, $4 now; a row may still name the commune of before a reform. */
const CLOSED = `with unit as (select id from admin_units where $1::uuid in (id, successor_id)),
  ground as (select l.id, l.household_id, l.state from lots l
    where l.commune_id in (select id from unit) and l.state <> 'DRAFT' and ${within('l')}),
  lot as (select * from ground where state = 'PUBLISHED'
    and exists (select 1 from lot_grades g where g.lot_id = ground.id and ${FREE} > 0)),
  line as (select a.* from allocation_lines a join ground on ground.id = a.lot_id
    where a.state = 'ACCEPTED' or a.state = 'OFFERED' and a.expires_at > $4),
  deal as (select d.*, (select sum(n.grams) from deal_lines n where n.deal_id = d.id) as grams from deals d
    where d.commune_id in (select id from unit) and d.state = 'COMMITTED' and ${within('d')}),
  run as (select r.* from runs r where r.state in ('PLANNED', 'ACCEPTED', 'DISPATCHED') and exists (
    select 1 from run_stops s join deals d on d.id = s.deal_id
    where s.run_id = r.id and s.state in ('PENDING', 'ARRIVED') and d.commune_id in (select id from unit)
      and s.planned_at >= $2 and ($3::timestamptz is null or s.planned_at < $3)))`;

@Injectable()
export class ClosuresStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async effects(hours: Hours, now: Date): Promise<ClosureEffects> {
    const rows: EffectsRow[] = await this.dataSource.query(
      `${CLOSED},
       part as (select order_id, grams, ready_from from deal union all
         select l.order_id, l.grams, o.ready_from from line l join orders o on o.id = l.order_id)
       select (select count(*)::int from lot) as lots,
         (select coalesce(sum(${FREE}), 0)::float8 from lot join lot_grades g on g.lot_id = lot.id) as "lotGrams",
         (select count(*)::int from (select household_id from lot union select household_id from line
            union select household_id from deal) h) as households,
         (select count(*)::int from line) as offers,
         (select coalesce(sum(grams), 0)::float8 from line) as "offerGrams",
         (select count(*)::int from deal) as deals,
         (select coalesce(sum(grams), 0)::float8 from deal) as "dealGrams",
         (select count(*)::int from run) as runs,
         (select count(*)::int from permits p where p.run_id in (select id from run)
            and p.state in ('SUBMITTED', 'NEEDS_INFO', 'ISSUED')) as permits,
         (select coalesce(jsonb_agg(x), '[]') from (
            select o.number, sum(p.grams)::float8 as grams, min(p.ready_from) as "readyFrom"
            from part p join orders o on o.id = p.order_id group by o.id
            order by min(p.ready_from), o.number limit ${MOST_LISTED}) x) as orders,
         (select coalesce(jsonb_agg(x), '[]') from (
            select run.number, v.plate, run.starts_at as "startsAt" from run join vehicles v on v.id = run.vehicle_id
            order by run.starts_at, run.number limit ${MOST_LISTED}) x) as "runsListed"`,
      valuesOf(hours, now),
    );
    const { orders, runsListed, ...counts } = rows[0] as EffectsRow;
    return {
      ...counts,
      orders: orders.map((order) => ({ ...order, readyFrom: new Date(order.readyFrom) })),
      runsListed: runsListed.map((run) => ({ ...run, startsAt: new Date(run.startsAt) })),
    };
  }

  /** Each party once: the truck on its way before the deal, the deal before the lot. */
  concerned(tx: Tx, hours: Hours, now: Date): Promise<ConcernedParty[]> {
    return tx.query(
      `${CLOSED}
       select distinct on ("partyId") "partyId", path from (
         select transporter_id as "partyId", '/app/chuyen/' || id as path, 1 as rank from run
         union all select household_id, '/app/don/' || id, 2 from deal
         union all select buyer_id, '/app/gom/' || order_id, 2 from deal
         union all select o.buyer_id, '/app/gom/' || o.id, 3 from line join orders o on o.id = line.order_id
         union all select household_id, '/app/lo/' || lot_id, 3 from line
         union all select household_id, '/app/lo/' || id, 4 from lot
       ) p order by "partyId", rank, path`,
      valuesOf(hours, now),
    );
  }
}

const valuesOf = ({ communeId, from, to }: Hours, now: Date): unknown[] => [
  communeId,
  from,
  to,
  now,
];
