import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SECRET_KEY, tokenHash } from '../../bench/district.js';
import { migrate } from '../../src/platform/database/migrate.js';
import type { Answer, Kept, Shop, ShopLine, Wish } from './shop.js';

const TRADERS = 20;
/** Of the lot that the storm does not know, so that it is never sold out. */
export const QUIET_LINE = 51;
const ORDER = `mutation ($input: PlaceLotOrderInput!) { placeLotOrder(input: $input) {
  __typename ... on BulkOrder { id } ... on Refused { code } } }`;

interface Started {
  readonly child: ChildProcess;
  said: string;
}

/**
 * The built product, one process on each port, over a database that may be killed too. A process that was killed is
 * started again; one that ends by itself is a fault. A client that got no answer from one asks the next.
 */
export class ProductShop implements Shop {
  readonly lines: ShopLine[] = [];
  kills = 0;
  readonly #lotIds: string[] = [];
  readonly #tokens: string[] = [];
  readonly #processes = new Map<number, Started>();
  #tries = 0;
  #isStopping = false;
  /** What a process said that ended by itself: then waiting for it would never end. */
  #gaveUp = '';

  constructor(
    private readonly databaseUrl: string,
    private readonly ports: readonly [number, ...number[]],
    private readonly dataDir: string,
  ) {}

  /** One hot lot of a tonne, fifty of 200 kg, and the quiet one; twenty traders who are signed in. */
  async open(patience: AbortSignal): Promise<void> {
    await migrate(this.databaseUrl);
    await this.#withDatabase(async (db) => {
      await db.query(
        `insert into crops (code, name_vi, name_en, shelf_life_days, position) values ('NA', 'na', 'sugar apple', 3, 0)`,
      );
      await db.query(`insert into grades (id, crop_code, code, name_vi, name_en, position, valid_from)
                      values (gen_random_uuid(), 'NA', 'L1', 'loại 1', 'grade 1', 0, '2020-01-01')`);
      await db.query(
        `insert into admin_units (id, code, name, kind, valid_from, lat, lon)
                      values ($1, '07486', 'Nghĩa Phương', 'COMMUNE', '2020-01-01', 21.25, 106.5)`,
        [randomUUID()],
      );
      const household = await this.#party(db, 'HOUSEHOLD', 'GROWER', 0);
      for (let index = 0; index <= 50; index += 1)
        await this.#lot(db, household, index === 0 ? 1_000_000 : 200_000);
      await this.#lot(db, household, 1_000_000);
      this.lines.pop();
      for (let index = 1; index <= TRADERS; index += 1)
        this.#tokens.push((await this.#party(db, 'TRADER', 'TRADER', index)).token);
    });
    for (const port of this.ports) this.#run(port);
    await this.allReady(patience);
  }

  /** @param port of a proxy before the product; the processes take turns when left out */
  async order({ key, line, grams, trader }: Wish, port = this.#nextPort()): Promise<Answer> {
    const input = { clientMutationId: key, lotId: this.#lotIds[line], gradeCode: 'L1', grams };
    const { status, body } = await post(port, this.#tokens[trader % TRADERS] ?? '', {
      query: ORDER,
      variables: { input },
    });
    if (status !== 200) throw new Error(`status ${status}`);
    const { data, errors } = JSON.parse(body) as {
      data?: { placeLotOrder: { id?: string; code?: string } };
      errors?: { extensions: { code: string } }[];
    };
    if (errors || !data) throw new Error(errors?.[0]?.extensions.code ?? 'no data');
    const { id, code } = data.placeLotOrder;
    return id === undefined ? { refused: code ?? '' } : { orderId: id };
  }

  /** kill -9 of the process that was started first, once it answers. */
  async killOne(patience: AbortSignal): Promise<void> {
    const [port = this.ports[0]] = this.#processes.keys();
    await this.ready(port, patience);
    this.kill(port);
  }

  kill(port: number): void {
    this.kills += 1;
    this.#processes.get(port)?.child.kill('SIGKILL');
  }

  async close(): Promise<void> {
    this.#isStopping = true;
    const alive = [...this.#processes.values()].filter(({ child }) => isAlive(child));
    await Promise.all(alive.map(({ child }) => (child.kill('SIGKILL'), once(child, 'exit'))));
  }

  async kept(): Promise<Kept> {
    return this.#withDatabase(async (db) => {
      const acts = await db.query<{ key: string; id: string }>(
        `select a.key, o.id from acts a join orders o on o.id = (a.response->>'orderId')::uuid where a.operation = 'placeLotOrder'`,
      );
      const strays = await db.query<{ id: string }>(
        `select o.id from orders o where not exists (select 1 from acts a where a.response->>'orderId' = o.id::text)`,
      );
      const sold = await db.query<{ id: string; grams: string }>(
        `select lot_grade_id as id, sum(grams) as grams from allocation_lines where state in ('OFFERED','ACCEPTED') group by 1`,
      );
      const miscounted = await db.query<{ n: number }>(
        `select count(*)::int as n from lot_grades g
          where g.reserved_g <> (select coalesce(sum(h.grams), 0) from lot_holds h where h.lot_grade_id = g.id and h.state = 'HELD')
             or g.reserved_g <> (select coalesce(sum(l.grams), 0) from allocation_lines l where l.lot_grade_id = g.id and l.state in ('OFFERED','ACCEPTED'))`,
      );
      const orders = new Map(acts.rows.map(({ key, id }) => [key, id]));
      for (const { id } of strays.rows) orders.set(`stray ${id}`, id);
      return {
        orders,
        sold: new Map(sold.rows.map(({ id, grams }) => [id, Number(grams)])),
        miscounted: miscounted.rows[0]?.n ?? 0,
      };
    });
  }

  /** How many connections of all processes hear announcements. */
  async listeners(): Promise<number> {
    return this.#withDatabase(async (db) => {
      const { rows } = await db.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where query = 'listen announcements'`,
      );
      return rows[0]?.n ?? 0;
    });
  }

  /** Until each process says that it and its database are ready. */
  async allReady(patience: AbortSignal): Promise<void> {
    await Promise.all(this.ports.map((port) => this.ready(port, patience)));
  }

  async ready(port: number, patience: AbortSignal): Promise<void> {
    await this.#until(port, patience, async () => (await this.status(port, '/readyz')) === 200);
  }

  /** Until the process of that port has said so on its standard error. */
  async says(port: number, words: string, patience: AbortSignal): Promise<void> {
    await this.#until(port, patience, () => this.#processes.get(port)?.said.includes(words));
  }

  /** Undefined when nobody answers there. */
  async status(port: number, path: string): Promise<number | undefined> {
    return fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' }).then(
      (response) => response.body?.cancel().then(() => response.status),
      () => undefined,
    );
  }

  async #until(
    port: number,
    patience: AbortSignal,
    isSo: () => boolean | undefined | Promise<boolean>,
  ): Promise<void> {
    while (!(await isSo())) {
      if (this.#gaveUp) throw new Error(`the product ended by itself: ${this.#gaveUp}`);
      if (patience.aborted)
        throw new Error(`out of patience with ${port}: ${this.#processes.get(port)?.said}`);
      await pause(20);
    }
  }

  #nextPort(): number {
    this.#tries += 1;
    return this.ports[this.#tries % this.ports.length] ?? this.ports[0];
  }

  #run(port: number): void {
    const child = spawn(process.execPath, ['dist/main.js'], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: this.databaseUrl,
        DATA_DIR: this.dataDir,
        PORT: String(port),
        SECRET_KEY,
        SEED: 'none',
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const started = { child, said: '' };
    child.stderr.on('data', (chunk: Buffer) => (started.said += chunk.toString('utf8')));
    this.#processes.delete(port);
    this.#processes.set(port, started);
    child.once('exit', (code) => {
      if (code !== null) this.#gaveUp = started.said || `exit code ${code}`;
      else if (!this.#isStopping) this.#run(port);
    });
  }

  async #lot(
    db: pg.Client,
    household: { partyId: string; personId: string },
    offered: number,
  ): Promise<void> {
    const [lotId, lineId] = [randomUUID(), randomUUID()];
    await db.query(
      `insert into lots (id, household_id, commune_id, crop_code, state, ready_from, ready_to, lat, lon, min_take_g, published_at, created_by, created_at)
       select $1, $2, u.id, 'NA', 'PUBLISHED', now(), now() + interval '6 hours', 21.25, 106.5, 0, now(), $3, now() from admin_units u`,
      [lotId, household.partyId, household.personId],
    );
    await db.query(
      `insert into lot_grades (id, lot_id, grade_code, ask_vnd_per_kg, offered_g) values ($1, $2, 'L1', 36000, $3)`,
      [lineId, lotId, offered],
    );
    this.#lotIds.push(lotId);
    this.lines.push({ id: lineId, offered });
  }

  async #party(db: pg.Client, kind: string, role: string, index: number) {
    const [personId, partyId, token] = [randomUUID(), randomUUID(), randomUUID()];
    await db.query(`insert into people (id, phone, name, created_at) values ($1, $2, '', now())`, [
      personId,
      `+8490${String(index).padStart(7, '0')}`,
    ]);
    await db.query(
      `insert into parties (id, kind, name, commune_id, lat, lon, created_at) select $1, $2, $2 || $3, u.id, 21.25, 106.5, now() from admin_units u`,
      [partyId, kind, String(index)],
    );
    await db.query(`insert into memberships (person_id, party_id, role) values ($1, $2, $3)`, [
      personId,
      partyId,
      role,
    ]);
    await db.query(
      `insert into sessions (id, token_hash, person_id, party_id, role, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, now(), now(), now() + interval '1 day')`,
      [randomUUID(), tokenHash(token), personId, partyId, role],
    );
    return { personId, partyId, token };
  }

  async #withDatabase<T>(work: (db: pg.Client) => Promise<T>): Promise<T> {
    const db = new pg.Client({ connectionString: this.databaseUrl });
    db.on('error', () => undefined);
    await db.connect();
    try {
      return await work(db);
    } finally {
      await db.end();
    }
  }
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode === null && signalCode === null;

/** One POST on a connection of its own: a killed server must not leave a broken one in a pool. */
function post(
  port: number,
  token: string,
  body: object,
): Promise<{ status: number; body: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/graphql',
        agent: false,
        timeout: 10_000,
        headers: {
          'content-type': 'application/json',
          'x-requested-with': 'cho-luc-nam',
          'content-length': Buffer.byteLength(text),
          cookie: `clns=${token}`,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
        response.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.on('timeout', () => asked.destroy(new Error('no answer in ten seconds')));
    asked.end(text);
  });
}
