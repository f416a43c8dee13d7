import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { randomFrom } from '../../src/seed/random.js';
import { emptyDatabase, dropDatabase } from '../support/databases.js';
import { CuttingProxy } from './cutting-proxy.js';
import { NaiveShop } from './naive-shop.js';
import { post, ProductShop } from './product-shop.js';
import { storm } from './storm.js';

const CLIENTS = 200;
const APP_KILLS = 10;
const DATABASE_KILLS = 3;
const FLAWLESS = {
  oversoldLines: 0,
  lost: 0,
  ghosts: 0,
  refusedButStored: 0,
  mismatchedRetries: 0,
  miscounted: 0,
};

describe('a morning of crashes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-crash-'));
  chmodSync(folder, 0o711);
  let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  let product: ProductShop;
  let port: number;

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
    port = await freePort();
    product = new ProductShop(postgres.url, port, folder);
    await product.open();
  }, 60_000);

  afterAll(async () => {
    await product.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('A1 loses, doubles and oversells nothing while 200 clients order and both servers are killed', async () => {
    const seed = randomUUID();
    const random = randomFrom(seed);
    const begun = performance.now();
    let databaseKills = 0;
    const clients = storm(product, CLIENTS, seed);
    // The database dies while the application lives: between its second, fifth and eighth death.
    for (let kill = 1; kill <= APP_KILLS; kill += 1) {
      await product.ready();
      await pause(700 + random.integer(0, 600));
      if (kill % 3 === 2 && kill / 3 < DATABASE_KILLS) {
        killDatabase(folder);
        databaseKills += 1;
        await product.ready();
        await pause(300);
      }
      product.kill();
    }
    await product.ready();
    await pause(1_000);
    await clients.end();
    const verdict = await clients.journal.against(product);
    const seconds = Math.round((performance.now() - begun) / 1_000);
    process.stdout.write(
      `${JSON.stringify({ seed, clients: CLIENTS, seconds, appKills: product.kills, databaseKills, ...verdict })}\n`,
    );
    expect(verdict).toMatchObject(FLAWLESS);
    expect({ app: product.kills, database: databaseKills }).toEqual({
      app: APP_KILLS,
      database: DATABASE_KILLS,
    });
    expect(verdict.acknowledged).toBeGreaterThan(500);
  }, 240_000);

  it('A2 finds the faults of a shop that reads, decides and writes without a lock', async () => {
    const url = await emptyDatabase();
    const naive = new NaiveShop(url);
    await naive.open();
    const clients = storm(naive, CLIENTS, 'naive');
    await pause(3_000);
    await clients.end();
    const verdict = await clients.journal.against(naive);
    await naive.close();
    await dropDatabase(url);
    expect(verdict.oversoldLines).toBeGreaterThan(0);
    expect(verdict.mismatchedRetries).toBeGreaterThan(0);
  }, 60_000);

  it('A3 gives the same order again when the answer was cut off after the commit', async () => {
    const proxy = new CuttingProxy(port);
    const through = await proxy.listen();
    const before = (await product.kept()).orders.size;
    const TIMES = 100;
    for (let turn = 0; turn < TIMES; turn += 1) {
      const wish = { key: randomUUID(), line: 1 + (turn % 50), grams: 1, trader: turn };
      proxy.cutNext(1);
      await expect(product.order(wish, through)).rejects.toThrow(/hang up|ECONNRESET|aborted/);
      const first = await product.order(wish, through);
      expect(await product.order(wish)).toEqual(first);
    }
    await proxy.close();
    expect(proxy.cuts).toBe(TIMES);
    expect((await product.kept()).orders.size).toBeLessThanOrEqual(before + TIMES);
  }, 60_000);

  it('A4 answers one order to the same key fifty times at once', async () => {
    const wish = { key: randomUUID(), line: 7, grams: 1, trader: 3 };
    const answers = await Promise.all(Array.from({ length: 50 }, () => product.order(wish)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await product.kept()).miscounted).toBe(0);
  }, 60_000);

  it('says that it is not ready, and lives on, while the database is away', async () => {
    killDatabase(folder);
    const { status } = await post(port, '', { query: '{ me { role } }' });
    expect([200, 503]).toContain(status);
    await product.ready();
    expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200);
  }, 60_000);
});

/** SIGKILL to the postmaster and every process of it, as a power cut would. */
function killDatabase(dataDir: string): void {
  const pidFile = execFileSync('find', [dataDir, '-name', 'postmaster.pid'], {
    encoding: 'utf8',
  }).trim();
  const postmaster = readFileSync(pidFile, 'utf8').split('\n')[0] ?? '';
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', postmaster], { encoding: 'utf8' });
  for (const pid of [postmaster, ...children.trim().split(/\s+/)]) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It went by itself in between.
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}
