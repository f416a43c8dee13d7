import { createServer } from 'node:http';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { marketDay, tokenHash } from './district.js';

// The floor: node's own HTTP, pg, hand-written SQL prepared by name, JSON; no framework, no GraphQL. It asks the same
// questions of the same rows, under the same rules and with the same durability, in as few statements as it can.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

const SESSION = {
  name: 'session',
  text: `select s.person_id, s.party_id, s.role from sessions s
          join memberships m on m.person_id = s.person_id and m.party_id = s.party_id and m.role = s.role
         where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()`,
};

// On the market, shown to everybody, its household not resting, something free; a hold whose time is over counts as free.
const LIST = {
  name: 'list',
  text: `with expired as materialized (
           select lot_grade_id, sum(grams) as grams from lot_holds where state = 'HELD' and expires_at <= now() group by 1)
         select l.id, l.crop_code, l.variety_code, l.ready_from, l.ready_to, l.published_at, u.name as commune, g.grades
           from lots l
           join admin_units u on u.id = l.commune_id
           cross join lateral (
             select json_agg(json_build_object('code', g.grade_code, 'ask', g.ask_vnd_per_kg, 'free',
                      g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g + coalesce(e.grams, 0)) order by g.grade_code) as grades,
                    sum(g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g + coalesce(e.grams, 0)) as free
               from lot_grades g left join expired e on e.lot_grade_id = g.id
              where g.lot_id = l.id and g.offered_g > g.written_off_g) g
          where l.state = 'PUBLISHED' and l.crop_code = $1 and l.ready_to > now()
            and (l.open_to_all_at is null or l.open_to_all_at <= now())
            and not exists (select 1 from selling_pauses r where r.household_id = l.household_id and r.ended_at is null
              and l.ready_from < ((r.last_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
              and l.ready_to > (r.first_day::timestamp at time zone 'Asia/Ho_Chi_Minh'))
            and g.free > 0
          order by l.published_at desc, l.id desc limit 21`,
};

const TERRITORY = {
  name: 'territory',
  text: `select unit_id from party_territories where party_id = $1`,
};

// One day of the board: offered and unsold in one pass over the lots, the rest from its rows. Without a name, because the
// day shapes the plan.
const BOARD = {
  text: `with of_lots as (select commune_id, crop_code, sum(offered_g) as offered_g, sum(unsold_g) as unsold_g
                            from supply_lots where day = $1 and commune_id = any($2) group by 1, 2)
         select commune_id, crop_code, 'PLANNED' as measure, sum(day_g) as grams from supply_plans
          where $1 between first_day and last_day and commune_id = any($2) group by 1, 2
         union all
         select commune_id, crop_code, measure, sum(grams) from supply_rows
          where day = $1 and commune_id = any($2) and measure in ('FORECAST','COMMITTED','WEIGHED')
          group by 1, 2, 3
         union all select commune_id, crop_code, 'OFFERED', offered_g from of_lots
         union all select commune_id, crop_code, 'UNSOLD', unsold_g from of_lots`,
};

async function list(): Promise<unknown> {
  const { rows } = await pool.query({ ...LIST, values: ['NA'] });
  return rows;
}

/** The day and the one before it, as the board shows them beside each other. */
async function board(partyId: string): Promise<unknown> {
  const { rows: hers } = await pool.query<{ unit_id: string }>({ ...TERRITORY, values: [partyId] });
  const communes = hers.map((row) => row.unit_id);
  const days = await Promise.all(
    [0, 1].map((daysAgo) => pool.query({ ...BOARD, values: [marketDay(daysAgo), communes] })),
  );
  return days.map(({ rows }) => rows as unknown[]);
}

interface Wish {
  readonly key: string;
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly gradeCode: string;
  readonly grams: number;
}

async function order(personId: string, partyId: string, wish: Wish): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const claimed = await client.query({
      name: 'claim',
      text: `insert into acts (person_id, operation, key, party_id, role, request_hash) values ($1, 'floor', $2, $3, 'TRADER', 'x')
             on conflict do nothing returning 1`,
      values: [personId, wish.key, partyId],
    });
    if (claimed.rowCount === 0) throw new Error('replayed');
    // What a buyer may ask for, and the lock on the line, in one look.
    const looked = await client.query<{ household_id: string; ask: string }>({
      name: 'look',
      text: `select l.household_id, g.ask_vnd_per_kg as ask
               from lot_grades g join lots l on l.id = g.lot_id join parties b on b.id = $3
              where g.id = $1 and l.state = 'PUBLISHED' and l.ready_to > now() and b.state = 'ACTIVE'
                and g.ask_vnd_per_kg is not null and $2 >= l.min_take_g
                and (l.open_to_all_at is null or l.open_to_all_at <= now() or exists (
                  select 1 from lot_audience a where a.lot_id = l.id and a.party_id = $3))
                and not exists (select 1 from selling_pauses r where r.household_id = l.household_id and r.ended_at is null
                  and l.ready_from < ((r.last_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
                  and l.ready_to > (r.first_day::timestamp at time zone 'Asia/Ho_Chi_Minh'))
                for update of g`,
      values: [wish.lotGradeId, wish.grams, partyId],
    });
    const line = looked.rows[0];
    if (!line) throw new Error('not for sale');
    const [orderId, lineId] = [uuid(), uuid()];
    const written = await client.query({
      name: 'write',
      text: `with freed as (update lot_holds set state = 'RELEASED'
                             where lot_grade_id = $4 and state = 'HELD' and expires_at <= now() returning grams),
                  late as (select coalesce(sum(grams), 0)::int8 as grams from freed),
                  t as (update lot_grades g set reserved_g = g.reserved_g - late.grams + $5 from late
                         where g.id = $4 and g.reserved_g - late.grams + g.weighed_g + g.written_off_g + $5 <= g.offered_g
                        returning g.id),
                  h as (insert into lot_holds (id, lot_grade_id, grams, expires_at, state, created_at)
                        select $2, $4, $5, now() + interval '30 minutes', 'HELD', now() from t),
                  o as (insert into orders (id, number, kind, buyer_id, crop_code, state, ready_from, ready_to, policy,
                          deduction_kind, payment_days, offer_ttl_minutes, created_by, created_at)
                        select $1, 'F-' || nextval('order_serial'), 'LOT', $6, 'NA', 'SOURCING', now(), now() + interval '4 hours',
                          'LOWEST_COST', 'NONE', 3, 30, $7, now() from t),
                  l as (insert into order_lines (id, order_id, grade_code, wanted_g, max_vnd_per_kg)
                        select $8, $1, $9, $5, $10 from t)
             insert into allocation_lines (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg, state, offered_at, expires_at)
             select $2, $1, $3, $4, $11, $9, $5, $10, 'OFFERED', now(), now() + interval '30 minutes' from t returning 1`,
      values: [
        orderId,
        lineId,
        wish.lotId,
        wish.lotGradeId,
        wish.grams,
        partyId,
        personId,
        uuid(),
        wish.gradeCode,
        line.ask,
        line.household_id,
      ],
    });
    if (written.rowCount === 0) throw new Error('sold out');
    await client.query({
      name: 'tell',
      text: `select graphile_worker.add_job('event', $1::json, max_attempts => 5)`,
      values: [JSON.stringify({ id: uuid(), name: 'floor', payload: { orderId } })],
    });
    await client.query({
      name: 'answer',
      text: `update acts set response = $3 where person_id = $1 and operation = 'floor' and key = $2`,
      values: [personId, wish.key, JSON.stringify({ orderId })],
    });
    await client.query('commit');
    return { orderId };
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  } finally {
    client.release();
  }
}

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    answer(request.url ?? '', request.headers.cookie, Buffer.concat(parts).toString('utf8')).then(
      (body) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (fault: unknown) => response.writeHead(500).end(String(fault)),
    );
  });
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));

async function answer(path: string, cookie: string | undefined, body: string): Promise<unknown> {
  if (path === '/list') return list();
  const token = cookie?.split('=')[1] ?? '';
  const { rows } = await pool.query<{ person_id: string; party_id: string }>({
    ...SESSION,
    values: [tokenHash(token)],
  });
  const [session] = rows;
  if (!session) throw new Error('not signed in');
  if (path === '/board') return board(session.party_id);
  return order(session.person_id, session.party_id, JSON.parse(body) as Wish);
}
