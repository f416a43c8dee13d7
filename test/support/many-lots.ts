import type { World } from './world.js';

/** One grade line of one of many lots, as a test reckons with it. */
export interface ManyLot {
  readonly id: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly publishedAt: Date;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lat: number;
  readonly lon: number;
  readonly minTake: number;
  readonly ask: number | null;
  readonly free: number;
}

/**
 * So many lots like the given one beside it: published up to sixty hours ago, ready at all hours of 26 August, lying up to forty
 * kilometres off, of each household in turn, at prices of 20,000 to 40,000 đồng a kilogram or the order's. The given one is sold.
 */
export async function manyLots(
  world: World,
  like: string,
  households: readonly string[],
  count: number,
): Promise<ManyLot[]> {
  await world.db.query(
    `insert into lots select made.* from lots l cross join generate_series(1, $2::int) n
     cross join lateral jsonb_populate_record(null::lots, to_jsonb(l) || jsonb_build_object(
       'id', gen_random_uuid(),
       'household_id', ($3::uuid[])[n % cardinality($3::uuid[]) + 1],
       'published_at', $4::timestamptz - (n * 7919 % 216013) * interval '1 second',
       'ready_from', '2026-08-26T00:00:00+07:00'::timestamptz + (n * 31 % 22) * interval '1 hour',
       'ready_to', '2026-08-26T00:00:00+07:00'::timestamptz + (n * 31 % 22) * interval '1 hour' + (1 + n % 9) * interval '37 minutes',
       'lat', l.lat + (n * 37 % 401 - 200) / 1013.0,
       'lon', l.lon + (n * 61 % 499 - 250) / 1009.0,
       'min_take_g', case when n % 7 = 0 then 30000 else 10000 end)) made
     where l.id = $1`,
    [like, count, households, world.clock.now()],
  );
  await world.db.query(
    `insert into lot_grades (id, lot_id, grade_code, ask_vnd_per_kg, offered_g)
     select gen_random_uuid(), id, 'L1', case when n % 5 > 0 then 20000 + n * 7919 % 41 * 500 end, 5000 + n % 80 * 1000
     from (select id, row_number() over (order by published_at) as n from lots where state = 'PUBLISHED' and id <> $1) l`,
    [like],
  );
  await world.db.query(`update lots set state = 'CLOSED', close_reason = 'SOLD' where id = $1`, [
    like,
  ]);
  return world.db.query(
    `select l.id, g.id as "lotGradeId", l.household_id as "householdId", l.published_at as "publishedAt",
            l.ready_from as "readyFrom", l.ready_to as "readyTo", l.lat, l.lon, l.min_take_g::int as "minTake",
            g.ask_vnd_per_kg::int as ask, g.offered_g::int as free
     from lots l join lot_grades g on g.lot_id = l.id where l.state = 'PUBLISHED' order by g.id`,
  );
}
