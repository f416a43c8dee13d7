import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
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
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';

import pg from 'pg';

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly lines: Interface;
  readonly url: string;
}

const RESTARTS = 20;
const PATIENCE_MS = 180_000;

let root: string;
let dataDir: string;
const children: ChildProcessByStdio<null, Readable, Readable>[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cho-luc-nam-crash-'));
  chmodSync(root, 0o711);
  dataDir = join(root, 'data');
});

afterEach(async () => {
  const left = children.splice(0).filter((child) => child.exitCode === null && !child.signalCode);
  await Promise.all(left.map((child) => (child.kill('SIGTERM'), once(child, 'exit'))));
  // As root, data below a closed directory is kept elsewhere, behind a link.
  for (const directory of [realpathSync(join(dataDir, 'postgres')), root])
    rmSync(directory, { recursive: true, force: true });
});

function launch(words: readonly string[]) {
  const support = join(process.cwd(), 'test', 'support');
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(support, 'run-typescript.mjs'),
      join(support, 'embedded-server.ts'),
      dataDir,
      ...words,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  return child;
}

/** Resolves with the address once the server answers; rejects with what the process said when it ends first. */
async function start(...words: readonly string[]): Promise<Running> {
  const child = launch(words);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const lines = createInterface({ input: child.stdout });
  const [url] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
  if (!url) throw new Error(`the server did not start: ${said}`);
  return { child, lines, url };
}

async function kill(running: Running): Promise<void> {
  const gone = once(running.child, 'exit');
  running.child.kill('SIGKILL');
  await gone;
}

async function stop(running: Running): Promise<void> {
  const gone = once(running.child, 'exit');
  running.child.kill('SIGTERM');
  await gone;
}

/** What each statement answered. */
async function query(url: string, statements: string): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a killed server cuts the connection
  await client.connect();
  try {
    return [await client.query(statements)].flat();
  } finally {
    await client.end().catch(() => undefined);
  }
}

const rows = async (url: string, statement: string): Promise<unknown[]> =>
  (await query(url, statement)).flatMap((result): unknown[] => result.rows);

const pidFile = (): string => join(dataDir, 'postgres', 'data', 'postmaster.pid');
const postmaster = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

/** The processes a server started, read from the kernel, so that none of them can tidy up first. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => statusOf(Number(name)).includes(`\nPPid:\t${parent}\n`))
    .map(Number);
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it ended while we looked
  }
}

function killServer(): void {
  const pid = postmaster();
  for (const each of [pid, ...childrenOf(pid)]) killIfAlive(each);
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // A child leaves by itself when it notices that the server is dead.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function noteEachStart(crash: (running: Running) => Promise<void>): Promise<number[]> {
  const seen: number[] = [];
  for (let round = 0; round <= RESTARTS; round++) {
    const running = await start();
    const [, , found] = await query(
      running.url,
      `CREATE TABLE IF NOT EXISTS note (at int PRIMARY KEY);
       INSERT INTO note VALUES (${round});
       SELECT FROM note`,
    );
    seen.push(found?.rowCount ?? 0);
    if (round < RESTARTS) await crash(running);
    else await stop(running);
  }
  return seen;
}

const EVERY_ROW = Array.from({ length: RESTARTS + 1 }, (_, round) => round + 1);

describe('the embedded PostgreSQL', () => {
  it(
    'starts 20 times of 20 after kill -9 of the process that looked after it, with every row',
    async () => {
      expect(await noteEachStart(kill)).toEqual(EVERY_ROW);
    },
    PATIENCE_MS,
  );

  it(
    'starts 20 times of 20 after kill -9 of that process and the server, with every row and sound indexes',
    async () => {
      const crash = async (running: Running) => {
        await kill(running);
        killServer();
      };
      expect(await noteEachStart(crash)).toEqual(EVERY_ROW);

      const running = await start();
      await rows(running.url, 'CREATE EXTENSION amcheck');
      const sound = await rows(running.url, `SELECT bt_index_check('note_pkey', true)`);
      expect(sound).toHaveLength(1);
      expect(await rows(running.url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
    },
    PATIENCE_MS,
  );

  it(
    'leaves a foreign process alone whose number stands in a stale postmaster.pid',
    async () => {
      const first = await start();
      const stale = readFileSync(pidFile(), 'utf8');
      await kill(first);
      killServer();
      const { uid, gid } = ownerOf(stale);
      const foreign = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' });
      await once(foreign, 'spawn');
      writeFileSync(pidFile(), stale.replace(/^\d+/, `${foreign.pid}`));

      const second = await start();
      expect(await rows(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      expect(postmaster()).not.toBe(foreign.pid);
      expect([foreign.exitCode, foreign.signalCode]).toEqual([null, null]);
      foreign.kill();
    },
    PATIENCE_MS,
  );

  it(
    'brings a server that dies back at the same address',
    async () => {
      const running = await start();
      await rows(running.url, 'CREATE TABLE note AS SELECT 7 AS at');
      const changes: string[] = [];
      const back = new Promise<void>((resolve) =>
        running.lines.on('line', (line) => {
          changes.push(line);
          if (line === 'back') resolve();
        }),
      );
      killServer();
      await back;
      expect(changes).toEqual(['lost', 'back']);
      expect(await rows(running.url, 'SELECT at FROM note')).toEqual([{ at: 7 }]);
    },
    PATIENCE_MS,
  );

  it(
    'lets one of two processes have a directory, and tells the other in a sentence',
    async () => {
      const answers = await Promise.allSettled([start(), start()]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect((refused.reason as Error).message).toContain('already runs with this data');
    },
    PATIENCE_MS,
  );

  it(
    'lets a command beside the running product use its server, which stays when the command ends',
    async () => {
      const product = await start();
      const command = await start('join');
      expect(command.url).toBe(product.url);
      await stop(command);
      expect(await rows(product.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    },
    PATIENCE_MS,
  );

  it(
    'opens its data again when the remembered password is lost',
    async () => {
      const first = await start();
      await rows(first.url, 'CREATE TABLE note AS SELECT 7 AS at');
      await kill(first);
      rmSync(join(dataDir, 'postgres.json'));

      const second = await start();
      expect(second.url).not.toBe(first.url);
      expect(await rows(second.url, 'SELECT at FROM note')).toEqual([{ at: 7 }]);
    },
    PATIENCE_MS,
  );

  it(
    'runs below a directory nobody else may enter, and keeps its data there',
    async () => {
      chmodSync(root, 0o700);
      const first = await start();
      await rows(first.url, 'CREATE TABLE note AS SELECT 7 AS at');
      await stop(first);
      const second = await start();
      expect(await rows(second.url, 'SELECT at FROM note')).toEqual([{ at: 7 }]);
    },
    PATIENCE_MS,
  );
});

function ownerOf(pidFileText: string): { uid: number; gid: number } {
  const data = pidFileText.split('\n')[1] ?? '';
  return statSync(data);
}
