import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { SECRET_KEY, tokenHash } from '../../../bench/district.js';
import { audienceOf, type Role } from '../../../src/platform/access/actor.js';
import { cloneOf, dropDatabase } from '../../support/databases.js';

interface SentCode {
  readonly phone: string;
  readonly code: string;
}

/** Somebody who is signed in, as her phone remembers it. */
export interface Session {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly partyId: string;
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
    const databaseUrl = await cloneOf('template_demo', seedDemo);
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

  /** The codes sent to a phone (E.164), oldest first. */
  codesTo(phone: string): string[] {
    const file = join(this.folder, 'codes.jsonl');
    const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SentCode)
      .filter((sent) => sent.phone === phone)
      .map(({ code }) => code);
  }

  /** A session of somebody with this role, of one party if named, as if she had signed in on another phone; demo people first. */
  async sessionOf(
    role: Role,
    partyId: string | null = null,
  ): Promise<{ token: string; session: Session }> {
    const token = randomUUID();
    const { rows } = await this.db.query<Session>(
      `with member as (
         select m.person_id, m.party_id, m.role, p.name from memberships m join people p on p.id = m.person_id
          where m.role = $2 and m.party_id = coalesce($4, m.party_id) order by p.phone limit 1),
       opened as (
         insert into sessions (id, token_hash, person_id, party_id, role, audience, created_at, last_seen_at, expires_at)
         select gen_random_uuid(), $1, person_id, party_id, role, $3, now(), now(), now() + interval '1 hour' from member)
       select person_id "personId", name, role, party_id "partyId" from member`,
      [tokenHash(token), role, audienceOf(role), partyId],
    );
    const [session] = rows;
    if (!session) throw new Error(`nobody in the demo is ${role}`);
    return { token, session };
  }

  /** One act of a party over the API; refused acts are faults of the story. */
  async act(token: string, mutation: string, input: object): Promise<void> {
    const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'cho-luc-nam',
        cookie: `clns=${token}`,
      },
      body: JSON.stringify({
        query: `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename ... on Refusal { message } } }`,
        variables: { input: { clientMutationId: randomUUID(), ...input } },
      }),
    });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, { message?: string }>;
      errors?: unknown;
    };
    const refusal = data?.[mutation]?.message;
    if (errors || refusal) throw new Error(refusal ?? JSON.stringify(errors));
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
    await this.db.end();
    await dropDatabase(this.databaseUrl);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The demo district is written once for all stories. */
const seedDemo = (databaseUrl: string): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['dist/cli.js', 'seed'], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, SECRET_KEY, UNSAFE_OK: '1' },
  });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}
