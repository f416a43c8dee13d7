import { createServer } from 'node:http';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { tokenHash } from './district.js';

// The floor: node's own HTTP, pg, hand-written SQL prepared by name, JSON; no framework, no GraphQL, the same rows
// written and read, the same session look-up. What the product adds is measured against this.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

const SESSION = {
  name: 'session',
  text: `select s.person_id, s.party_id, s.role from sessions s
          join memberships m on m.person_id = s.person_id and m.party_id = s.party_id and m.role = s.role
         where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()`,
};

const LIST = {
  name: 'list',
  text: `select l.id, l.crop_code, l.variety_code, l.ready_from, l.ready_to, l.published_at, u.name as commune,
                g.grades
           from (select * from lots where state = 'PUBLISHED' and crop_code = $1 order by published_at desc, id desc limit 21) l
           join admin_units u on u.id = l.commune_id
           cross join lateral (select json_agg(json_build_object('code', grade_code, 'ask', ask_vnd_per_kg,
                'free', offered_g - reserved_g - weighed_g - written_off_g)) as grades from lot_grades where lot_id = l.id) g
          order by l.published_at desc, l.id desc`,
};

const BOARD = {
  name: 'board',
  text: `select commune_id, crop_code, measure, sum(grams) from supply_rows where day = $1 group by 1, 2, 3`,
};

async function list(): Promise<unknown> {
  const { rows } = await pool.query({ ...LIST, values: ['NA'] });
  return rows;
}

async function board(): Promise<unknown> {
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const { rows } = await pool.query({ ...BOARD, values: [day] });
  return rows;
}

interface Wish {
  readonly key: string;
  readonly lotId: string;
  readonly lotGradeId: string;
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
    const taken = await client.query<{ household_id: string; grade_code: string; ask: string }>({
      name: 'take',
      text: `update lot_grades g set reserved_g = reserved_g + $2 from lots l
              where g.id = $1 and l.id = g.lot_id and l.state = 'PUBLISHED'
                and g.reserved_g + g.weighed_g + g.written_off_g + $2 <= g.offered_g
             returning l.household_id, g.grade_code, g.ask_vnd_per_kg as ask`,
      values: [wish.lotGradeId, wish.grams],
    });
    const line = taken.rows[0];
    if (!line) throw new Error('sold out');
    const [orderId, lineId] = [uuid(), uuid()];
    await client.query({
      name: 'write',
      text: `with h as (insert into lot_holds (id, lot_grade_id, grams, expires_at, state, created_at)
                        values ($2, $4, $5, now() + interval '1 hour', 'HELD', now())),
                  o as (insert into orders (id, number, kind, buyer_id, crop_code, state, ready_from, ready_to, policy,
                          deduction_kind, payment_days, offer_ttl_minutes, created_by, created_at)
                        values ($1, 'F-' || nextval('order_serial'), 'LOT', $6, 'NA', 'SOURCING', now(), now() + interval '4 hours',
                          'LOWEST_COST', 'NONE', 3, 60, $7, now())),
                  l as (insert into order_lines (id, order_id, grade_code, wanted_g, max_vnd_per_kg) values ($8, $1, $9, $5, $10))
             insert into allocation_lines (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg, state, offered_at, expires_at)
             values ($2, $1, $3, $4, $11, $9, $5, $10, 'OFFERED', now(), now() + interval '1 hour')`,
      values: [
        orderId,
        lineId,
        wish.lotId,
        wish.lotGradeId,
        wish.grams,
        partyId,
        personId,
        uuid(),
        line.grade_code,
        line.ask,
        line.household_id,
      ],
    });
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
  if (path === '/board') return board();
  return order(session.person_id, session.party_id, JSON.parse(body) as Wish);
}
