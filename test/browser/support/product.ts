import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SECRET_KEY, tokenHash } from '../../../bench/district.js';
import { audienceOf, type Role } from '../../../src/platform/access/actor.js';
import { dropDatabase, emptyDatabase } from '../../support/databases.js';

interface SentCode {
  readonly phone: string;
  readonly code: string;
}

/** The built product as people get it: its own process, the demo district, codes in a file instead of on a phone. */
export class Product {
  private constructor(
    readonly url: string,
    readonly db: pg.Client,
    private readonly databaseUrl: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<Product> {
    const databaseUrl = await emptyDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-browser-'));
    const port = await freePort();
    const child = spawn(process.execPath, ['dist/main.js'], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: databaseUrl,
        DATA_DIR: folder,
        PORT: String(port),
        SECRET_KEY,
        SEED: 'demo',
        OTP_SINK: `file:${join(folder, 'codes.jsonl')}`,
        // The server of the tests keeps nothing through a power cut, and needs not.
        UNSAFE_OK: '1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error('the product did not start'))),
    ]);
    const db = new pg.Client({ connectionString: databaseUrl });
    await db.connect();
    return new Product(`http://127.0.0.1:${port}`, db, databaseUrl, folder, child);
  }

  /** The code last sent to a phone (E.164). */
  lastCode(phone: string): string | undefined {
    const file = join(this.folder, 'codes.jsonl');
    const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SentCode)
      .findLast((sent) => sent.phone === phone)?.code;
  }

  /** A session of a member of this party, as if she had signed in on another phone. */
  async sessionOf(partyId: string, role: Role, personId: string | null = null): Promise<string> {
    const token = randomUUID();
    await this.db.query(
      `insert into sessions (id, token_hash, person_id, party_id, role, audience, created_at, last_seen_at, expires_at)
       select gen_random_uuid(), $1, person_id, party_id, role, $5, now(), now(), now() + interval '1 hour'
         from memberships where party_id = $2 and role = $3 and person_id = coalesce($4, person_id) limit 1`,
      [tokenHash(token), partyId, role, personId, audienceOf(role)],
    );
    return token;
  }

  /** One operation over the API with such a session. */
  async ask<Data>(token: string, query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'cho-luc-nam',
        cookie: `clns=${token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, Data>;
      errors?: unknown;
    };
    const [first] = Object.values(data ?? {});
    if (errors || first === undefined) throw new Error(JSON.stringify(errors));
    return first;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
    await this.db.end();
    await dropDatabase(this.databaseUrl);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}
