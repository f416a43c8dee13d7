import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { backUp, restore } from '../../src/platform/database/embedded-backup.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';

const PATIENCE_MS = 120_000;
const KEY = 'a key that only this test knows, longer than 32';

let root: string;
let dataDir: string;
let otherDir: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cho-luc-nam-backup-'));
  chmodSync(root, 0o711);
  dataDir = join(root, 'data');
  otherDir = join(root, 'other');
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(realpathSync(root), { recursive: true, force: true });
});

const said: string[] = [];
const log = (sentence: string) => said.push(sentence);

async function start(directory: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: directory, log });
  running.push(server);
  return server;
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Paths of files that hold these words as they are. */
const filesWith = (directory: string, words: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));

/** Writes row after row until told to stop; says how many were confirmed so far. */
function writer(url: string) {
  const state = { confirmed: 0, isStopping: false };
  const done = connected(url, async (client) => {
    while (!state.isStopping) {
      await client.query('INSERT INTO note VALUES ($1, repeat($2, 500))', [
        state.confirmed + 1,
        'x',
      ]);
      state.confirmed++;
    }
  });
  return { state, done };
}

it(
  'a backup made while rows are written holds every row confirmed before it, and nothing torn',
  async () => {
    const { url } = await start(dataDir);
    await connected(url, (client) =>
      client.query('CREATE TABLE note (at int PRIMARY KEY, words text)'),
    );
    await connected(url, (client) =>
      client.query(
        `INSERT INTO note SELECT -n, repeat('y', 500) FROM generate_series(1, 20000) AS n`,
      ),
    );
    const writing = writer(url);
    await connected(url, async (client) => {
      while (writing.state.confirmed < 50) await client.query('SELECT pg_current_wal_lsn()');
    });
    const before = writing.state.confirmed;
    await backUp(dataDir, join(root, 'backup'), log, KEY);
    writing.state.isStopping = true;
    await writing.done;
    expect(statSync(join(root, 'backup')).mode & 0o777).toBe(0o700);

    await expect(restore(join(root, 'backup'), otherDir, log)).rejects.toThrow('set BACKUP_KEY');
    await restore(join(root, 'backup'), otherDir, log, KEY);
    const restored = await start(otherDir);
    const found = await connected(restored.url, async (client) => {
      await client.query('CREATE EXTENSION amcheck');
      await client.query(`SELECT bt_index_check('note_pkey', true)`);
      const { rows } = await client.query<{ count: number; last: number; old: number }>(
        `SELECT count(*) FILTER (WHERE at > 0)::int AS count, max(at) AS last,
                count(*) FILTER (WHERE at < 0)::int AS old FROM note`,
      );
      return rows[0];
    });
    expect(found?.old).toBe(20_000);
    expect(found?.count).toBe(found?.last);
    expect(found?.last).toBeGreaterThanOrEqual(before);
    expect(found?.last).toBeLessThanOrEqual(writing.state.confirmed);
  },
  PATIENCE_MS,
);

it(
  'a sealed backup cannot be read, and neither another key nor a changed, swapped or missing file restores anything',
  async () => {
    const { url } = await start(dataDir);
    const secret = '0912 345 678 Nguyễn Thị Lan';
    await connected(url, async (client) => {
      await client.query('CREATE TABLE note (words text)');
      await client.query('INSERT INTO note SELECT $1 FROM generate_series(1, 500)', [secret]);
      await client.query('CHECKPOINT');
    });
    const sealed = join(root, 'sealed');
    await backUp(dataDir, join(root, 'plain'), log);
    await backUp(dataDir, sealed, log, KEY);
    expect(filesWith(join(root, 'plain'), secret)).not.toEqual([]);
    expect(filesWith(sealed, secret)).toEqual([]);
    expect(filesWith(sealed, 'PG_VERSION')).toEqual([]);

    const refused = (key = KEY): Promise<void> =>
      expect(restore(sealed, otherDir, log, key)).rejects.toThrow('does not open with');
    await refused(`${KEY}!`);
    const control = join(sealed, 'global', 'pg_control');
    const [good, version] = [readFileSync(control), readFileSync(join(sealed, 'PG_VERSION'))];
    const changed = Buffer.from(good);
    changed[100] = (changed[100] ?? 0) ^ 1;
    writeFileSync(control, changed);
    await refused();
    writeFileSync(control, version);
    await refused();
    writeFileSync(control, good);
    rmSync(join(sealed, 'PG_VERSION'));
    await refused();
    writeFileSync(join(sealed, 'PG_VERSION'), version);
    // What was refused left nothing behind: a database that is there is never written over.
    await restore(sealed, otherDir, log, KEY);
    const restored = await start(otherDir);
    const { rows } = await connected(restored.url, (client) =>
      client.query<{ words: string }>('SELECT DISTINCT words FROM note'),
    );
    expect(rows).toEqual([{ words: secret }]);
  },
  PATIENCE_MS,
);

it(
  'neither backup nor restore writes over what is there',
  async () => {
    const server = await start(dataDir);
    await backUp(dataDir, join(root, 'backup'), log);
    await expect(backUp(dataDir, join(root, 'backup'), log)).rejects.toThrow('is there already');
    await expect(restore(join(root, 'backup'), dataDir, log)).rejects.toThrow('already runs');
    await server.stop();
    await expect(restore(join(root, 'backup'), dataDir, log)).rejects.toThrow('is there already');
    await expect(restore(root, otherDir, log)).rejects.toThrow('is not a backup');
  },
  PATIENCE_MS,
);
