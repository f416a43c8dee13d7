import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { audienceOf, type Role } from '../src/platform/access/actor.js';
import { migrate } from '../src/platform/database/migrate.js';
import { dataSourceOptions } from '../src/platform/database/data-source.js';
import { insertReference } from '../src/seed/insert/reference.js';

export const SECRET_KEY = 'a key for measuring only, long enough to pass';

const HOUR_MS = 3_600_000;
/** The market is open ten hours from now, whatever the hour; the boards look at that day, as it is called in the district. */
export const marketDay = (daysAgo = 0): string =>
  new Date(Date.now() + (10 + 7 - 24 * daysAgo) * HOUR_MS).toISOString().slice(0, 10);

export interface District {
  readonly traderToken: string;
  readonly officeToken: string;
  /** Fifty lines of lots large enough that no run of the benchmark empties them. */
  readonly manyLines: readonly Line[];
  readonly hotLine: Line;
  /** Orders to be gathered, each from a market of its own. */
  readonly wishes: readonly Wish[];
}

interface Wish {
  readonly orderId: string;
  readonly lots: number;
}

export interface Line {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly gradeCode: string;
}

// Lots of one market lie weeks from those of another, so that an order finds its own and no other.
const MARKETS = [
  { lots: 400, daysAhead: 20 },
  { lots: 2_000, daysAhead: 30 },
];

/** Open lots, closed deals' tickets of a season, two markets to gather an order from, one trader and one officer with live sessions. */
export async function makeDistrict(url: string, lots: number, tickets: number): Promise<District> {
  await migrate(url);
  const source = new DataSource({ ...dataSourceOptions(url, 2), extra: {} });
  await source.initialize();
  try {
    const db = source.manager;
    await insertReference(db);
    await db.query(HOUSEHOLDS);
    await db.query(LOTS, [lots]);
    await db.query(LOT_GRADES);
    const trader = await someone(db, 'TRADER', 'TRADER', '+84900100001');
    const office = await someone(db, 'OFFICE', 'OFFICE_STAFF', '+84900100002');
    await db.query(
      `insert into party_territories (party_id, unit_id) select $1, id from admin_units where kind in ('COMMUNE','TOWNSHIP')`,
      [office.partyId],
    );
    await db.query(SEASON, [trader.partyId, trader.personId, tickets]);
    const wishes: Wish[] = [];
    for (const { lots: count, daysAhead } of MARKETS) {
      const orderId = randomUUID();
      await db.query(MARKET_LOTS, [count, daysAhead, trader.personId]);
      await db.query(MARKET_ORDER, [orderId, count, daysAhead, trader.partyId, trader.personId]);
      wishes.push({ orderId, lots: count });
    }
    await db.query('vacuum analyze');
    const lines: Line[] = await db.query(
      `select l.id as "lotId", g.id as "lotGradeId", g.grade_code as "gradeCode" from lots l join lot_grades g on g.lot_id = l.id
        where l.state = 'PUBLISHED' and g.grade_code = 'L1' order by l.published_at desc limit 51`,
    );
    await db.query(`update lot_grades set offered_g = 100000000000 where id = any($1)`, [
      lines.map((line) => line.lotGradeId),
    ]);
    const [hotLine, ...manyLines] = lines;
    if (!hotLine) throw new Error('the district has no lots');
    return { traderToken: trader.token, officeToken: office.token, manyLines, hotLine, wishes };
  } finally {
    await source.destroy();
  }
}

/** How a session token is kept: the product's own derivation, so that both servers accept the same cookie. */
export function tokenHash(token: string): string {
  const key = Buffer.from(hkdfSync('sha256', SECRET_KEY, 'cho-luc-nam', 'hash', 32));
  return createHmac('sha256', key).update(`session\u0000${token}`).digest('base64url');
}

async function someone(db: EntityManager, kind: string, role: Role, phone: string) {
  const [personId, partyId, token] = [
    randomUUID(),
    randomUUID(),
    randomBytes(32).toString('base64url'),
  ];
  await db.query(
    `insert into people (id, phone, name, created_at) values ($1, $2, 'Người thử', now())`,
    [personId, phone],
  );
  await db.query(
    `insert into parties (id, kind, name, created_at) values ($1, $2, 'Bên thử', now())`,
    [partyId, kind],
  );
  await db.query(`insert into memberships (person_id, party_id, role) values ($1, $2, $3)`, [
    personId,
    partyId,
    role,
  ]);
  await db.query(
    `insert into sessions (id, token_hash, person_id, party_id, role, audience, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, now(), now(), now() + interval '1 day')`,
    [randomUUID(), tokenHash(token), personId, partyId, role, audienceOf(role)],
  );
  return { personId, partyId, token };
}

const HOUSEHOLDS = `
  insert into parties (id, kind, name, commune_id, lat, lon, created_at)
  select gen_random_uuid(), 'HOUSEHOLD', 'Hộ ' || n, u.id, u.lat, u.lon, now()
    from generate_series(1, 5000) n
    join lateral (select id, lat, lon from admin_units where kind in ('COMMUNE','TOWNSHIP') and valid_to is not null
                   order by code offset n % 24 limit 1) u on true`;

const LOTS = `
  with person as (insert into people (id, phone, name, created_at)
                  values (gen_random_uuid(), '+84900100003', 'Hộ thử', now()) returning id),
       homes as (select id, commune_id, lat, lon, row_number() over () as place from parties where kind = 'HOUSEHOLD')
  insert into lots (id, household_id, commune_id, crop_code, variety_code, state, ready_from, ready_to, lat, lon,
                    min_take_g, published_at, created_by, created_at)
  select gen_random_uuid(), h.id, h.commune_id, c.crop, c.variety, 'PUBLISHED',
         date_trunc('hour', now()) + interval '10 hours', date_trunc('hour', now()) + interval '16 hours',
         h.lat, h.lon, 0, now() - n.i * interval '1 second', person.id, now()
    from generate_series(1, $1::int) n(i)
    join homes h on h.place = n.i % 5000 + 1
    cross join person
    cross join lateral (select (array['NA','NA','NA','KHOAI_SO'])[n.i % 4 + 1] as crop,
                               case when n.i % 4 < 3 then 'NA_DAI' end as variety) c`;

const LOT_GRADES = `
  insert into lot_grades (id, lot_id, grade_code, ask_vnd_per_kg, offered_g)
  select gen_random_uuid(), l.id, g.code, g.ask, 120000
    from lots l cross join (values ('L1', 36000), ('L2', 28000)) g(code, ask)`;

// One grade line a lot: 40 to 160 kg, three thousand đồng around the usual price, at gardens around the communes.
const MARKET_LOTS = `
  with homes as (select id, commune_id, lat, lon, row_number() over () as place from parties where kind = 'HOUSEHOLD'),
  l as (
    insert into lots (id, household_id, commune_id, crop_code, variety_code, state, ready_from, ready_to, lat, lon,
                      min_take_g, published_at, created_by, created_at)
    select gen_random_uuid(), h.id, h.commune_id, 'NA', 'NA_DAI', 'PUBLISHED', d.at + interval '4 hours', d.at + interval '9 hours',
           h.lat + (n * 37 % 100) / 5000.0, h.lon + (n * 61 % 100) / 5000.0, 20000,
           now() - interval '1 day' - n * interval '1 second', $3, now()
      from generate_series(1, $1::int) n
      join homes h on h.place = n
      cross join (select date_trunc('day', now()) + $2::int * interval '1 day' as at) d
    returning id)
  insert into lot_grades (id, lot_id, grade_code, ask_vnd_per_kg, offered_g)
  select gen_random_uuid(), id, case n % 2 when 0 then 'L1' else 'L2' end,
         case n % 2 when 0 then 36000 else 28000 end + (n * 7919 % 61 - 30) * 100, (n * 104729 % 121 + 40) * 1000
    from (select id, row_number() over () as n from l) l`;

const MARKET_ORDER = `
  with o as (
    insert into orders (id, number, kind, buyer_id, crop_code, state, ready_from, ready_to, destination_id, policy,
                        deduction_kind, payment_days, offer_ttl_minutes, created_by, created_at)
    select $1, 'W-' || $2::int, 'BULK', $4, 'NA', 'SOURCING', d.at + interval '4 hours', d.at + interval '9 hours', p.id,
           'LOWEST_COST', 'NONE', 3, 60, $5, now()
      from places p, (select date_trunc('day', now()) + $3::int * interval '1 day' as at) d
     where p.code = 'HN_LONGBIEN'
    returning id)
  insert into order_lines (id, order_id, grade_code, wanted_g, max_vnd_per_kg)
  select gen_random_uuid(), o.id, w.grade, w.grams, w.most
    from o cross join (values ('L1', 2000000, 42000), ('L2', 3000000, 32000)) w(grade, grams, most)`;

const SEASON = `
  with homes as (select id, commune_id, row_number() over () as place from parties where kind = 'HOUSEHOLD'),
  made as (select gen_random_uuid() as order_id, gen_random_uuid() as deal_id, gen_random_uuid() as ticket_id, s.n,
                  now() - (s.n % 65) * interval '1 day' as at, h.id as household_id, h.commune_id
             from generate_series(1, $3::int) s(n) join homes h on h.place = s.n % 5000 + 1),
  o as (insert into orders (id, number, kind, buyer_id, crop_code, state, ready_from, ready_to, policy, deduction_kind,
                            payment_days, offer_ttl_minutes, created_by, created_at)
        select order_id, 'S-' || n, 'LOT', $1, 'NA', 'COMPLETED', at, at + interval '4 hours', 'LOWEST_COST', 'NONE', 3, 60, $2, at from made),
  d as (insert into deals (id, number, order_id, buyer_id, household_id, crop_code, commune_id, state, ready_from, ready_to,
                           deduction_kind, deduction_bp, deduction_crate_g, payment_days, created_at)
        select deal_id, 'SD-' || n, order_id, $1, household_id, 'NA', commune_id, 'PAID', at, at + interval '4 hours', 'NONE', 0, 0, 3, at from made),
  t as (insert into weigh_tickets (id, number, deal_id, order_id, buyer_id, household_id, commune_id, crop_code, state,
                                   deduction_kind, deduction_bp, deduction_crate_g, payable_g, amount_vnd,
                                   confirmed_at, confirm_method, created_by, created_at)
        select ticket_id, 'ST-' || n, deal_id, order_id, $1, household_id, commune_id, 'NA', 'CONFIRMED', 'NONE', 0, 0,
               120000, 4320000, at, 'OWN_PHONE', $2, at from made)
  insert into ticket_lines (ticket_id, grade_code, crates, gross_g, tare_g, deduction_g, payable_g, vnd_per_kg, amount_vnd)
  select ticket_id, 'L1', 5, 129000, 9000, 0, 120000, 36000, 4320000 from made`;
