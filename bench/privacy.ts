import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';
import { makeDistrict, SECRET_KEY } from './district.js';

// npm run bench:privacy, after a build. Whether the time of an answer tells who is registered, and how long it takes to say
// who saw a number. PAIRS=200 and VIEWS=100000 for less.
const PAIRS = Number(process.env['PAIRS'] ?? 1_000);
const VIEWS = Number(process.env['VIEWS'] ?? 1_000_000);
const WARM_UP = 50;
const PORT = Number(process.env['BENCH_PORT'] ?? 4_110);

const REQUEST = `mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`;

/** One code asked for by a browser that was never here; answers milliseconds. */
function askedFor(agent: http.Agent, phone: string): Promise<number> {
  const body = JSON.stringify({ query: REQUEST, variables: { phone } });
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'cho-luc-nam' };
    const request = http.request(
      { agent, port: PORT, host: '127.0.0.1', method: 'POST', path: '/graphql', headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const took = performance.now() - begun;
          if (text.includes('"OtpSent"')) resolve(took);
          else reject(new Error(`no code was sent: ${text}`));
        });
      },
    );
    request.on('error', reject).end(body);
  });
}

/** A registered number and one that is not differ in nothing but that. */
const phoneOf = (nth: number, isKnown: boolean): string =>
  `09${String(nth).padStart(7, '0')}${isKnown ? 1 : 2}`;

/** E4: pairs in random order; what the machine does besides falls on both halves alike. */
async function signInTimes(db: pg.Client): Promise<object> {
  await db.query(
    `insert into people (id, phone, name, created_at)
       select gen_random_uuid(), '+849' || lpad(n::text, 7, '0') || '1', 'Hộ ' || n, now() from generate_series(0, $1) n`,
    [PAIRS + WARM_UP],
  );
  await db.query('vacuum analyze people');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const known: number[] = [];
  const unknown: number[] = [];
  for (let nth = 0; nth < PAIRS + WARM_UP; nth += 1) {
    // Budgets of numbers, networks and days would end this after twelve.
    if (nth % 5 === 0) await db.query('delete from rate_counters');
    const isKnownFirst = Math.random() < 0.5;
    for (const isKnown of [isKnownFirst, !isKnownFirst]) {
      const took = await askedFor(agent, phoneOf(nth, isKnown));
      if (nth >= WARM_UP) (isKnown ? known : unknown).push(took);
    }
  }
  agent.destroy();
  return {
    pairs: PAIRS,
    'median known ms': rounded(median(known)),
    'median unknown ms': rounded(median(unknown)),
    'difference ms': rounded(Math.abs(median(known) - median(unknown))),
    'Mann–Whitney AUC': rounded(areaUnderCurve(known, unknown)),
  };
}

/** How often a time of the first kind is longer than one of the second; 0.5 tells nothing. */
function areaUnderCurve(first: readonly number[], second: readonly number[]): number {
  const wins = first.map((one) =>
    second.reduce((sum, other) => sum + (one > other ? 1 : one === other ? 0.5 : 0), 0),
  );
  return wins.reduce((sum, one) => sum + one, 0) / (first.length * second.length);
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Looks of a thousand officers within a year, one in fifty of them at one and the same household. */
const FILL = `insert into contact_views
    (subject_party_id, viewer_person_id, viewer_party_id, day, viewer_role, first_at, last_at, times, purpose)
  select subjects.ids[case when n % 50 = 0 then 1 else 1 + n % array_length(subjects.ids, 1) end], viewers.ids[1 + (n * 7) % array_length(viewers.ids, 1)],
         (select id from parties where kind = 'OFFICE' limit 1),
         (now() - (n % 365) * interval '1 day')::date, 'OFFICE_STAFF',
         now() - (n % 365) * interval '1 day', now() - (n % 365) * interval '1 day' + interval '2 minutes', 1, 'PAPERS'
    from generate_series(1, $1) n,
         (select array_agg(id order by id) ids from parties where kind = 'HOUSEHOLD') subjects,
         (select array_agg(id order by id) ids from (select id from people order by id limit 997) few) viewers
  on conflict do nothing`;

/** As docs/operations.md gives it to whoever must answer after a breach. */
const WHO_SAW = `select v.first_at, v.last_at, v.times, p.name as viewer, viewer.name as office, v.viewer_role, v.purpose, v.case_ref
    from memberships m join people subject on subject.id = m.person_id
    join contact_views v on v.subject_party_id = m.party_id
    join people p on p.id = v.viewer_person_id join parties viewer on viewer.id = v.viewer_party_id
   where subject.phone = $1 and v.first_at <= $3 and v.last_at >= $2
   order by v.first_at`;

/** G6: who saw one number in one month, out of a million looks. */
async function breachDrill(db: pg.Client): Promise<object> {
  await db.query(
    `insert into people (id, phone, name, created_at)
       select gen_random_uuid(), '+848' || lpad(n::text, 8, '0'), 'Cán bộ ' || n, now() from generate_series(1, 1000) n`,
  );
  await db.query(FILL, [VIEWS]);
  await db.query('vacuum analyze contact_views');
  const { rows: counted } = await db.query<{ count: string }>('select count(*) from contact_views');
  const phone = '+84700000001';
  await db.query(
    `with owner as (insert into people (id, phone, name, created_at) values (gen_random_uuid(), $1, 'Chủ hộ', now()) returning id)
       insert into memberships (person_id, party_id, role)
       select owner.id, (select subject_party_id from contact_views group by 1 order by count(*) desc limit 1), 'GROWER' from owner`,
    [phone],
  );
  const asked = [phone, new Date(Date.now() - 30 * 86_400_000), new Date()];
  const times: number[] = [];
  let found = 0;
  for (let turn = 0; turn < 5; turn += 1) {
    const begun = performance.now();
    found = (await db.query(WHO_SAW, asked)).rowCount ?? 0;
    times.push(performance.now() - begun);
  }
  return {
    looks: Number(counted[0]?.count),
    found,
    'first ms': rounded(times[0] ?? 0),
    'median ms': rounded(median(times)),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-bench-'));
chmodSync(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
let product: ChildProcess | undefined;
try {
  await makeDistrict(postgres.url, 200, 10);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  product = spawn(process.execPath, ['dist/main.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://cho.example.vn',
      PERMIT_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      LOG_LEVEL: 'error',
      DATABASE_URL: postgres.url,
      DATA_DIR: folder,
      SECRET_KEY,
      SEED: 'none',
      WORKER: 'none',
      PORT: String(PORT),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(product.stdout ?? product, 'data');
  const db = new pg.Client({ connectionString: postgres.url });
  await db.connect();
  console.table([await signInTimes(db)]);
  console.table([await breachDrill(db)]);
  console.log(`load of the last minute ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
  await db.end();
} finally {
  product?.kill('SIGTERM');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
