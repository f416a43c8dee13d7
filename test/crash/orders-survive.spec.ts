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
import { insist, storm } from './storm.js';

const CLIENTS = 200;
const PROCESSES = 2;
const APP_KILLS = 10;
const DATABASE_KILLS = 3;
// One green storm proves little: `npm run bench -- crash` asks for more of them.
const STORMS = Number(process.env['CRASH_STORMS'] ?? 1);
// Far more than the naive shop has: its first line sells 200 kg, and every fourth order of some 3 kg is for it.
const NAIVE_ORDERS = 1_500;
const CUTS = 100;
const PATIENCE_MS = 600_000;
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
  let ports: readonly [number, ...number[]];

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
    ports = [
      await freePort(),
      ...(await Promise.all(Array.from({ length: PROCESSES - 1 }, freePort))),
    ];
    product = new ProductShop(postgres.url, ports, folder);
    await product.open();
  }, PATIENCE_MS);

  afterAll(async () => {
    await product.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  it.each(Array.from({ length: STORMS }, () => randomUUID()))(
    'A1 loses, doubles and oversells nothing while 200 clients order and both servers are killed (seed %s)',
    async (seed) => {
      const random = randomFrom(seed);
      const begun = performance.now();
      const killsBefore = product.kills;
      let databaseKills = 0;
      const clients = storm(product, CLIENTS, seed);
      // The database dies while the application lives: between its second, fifth and eighth death.
      for (let kill = 1; kill <= APP_KILLS; kill += 1) {
        await pause(700 + random.integer(0, 600));
        if (kill % 3 === 2 && databaseKills < DATABASE_KILLS) {
          killDatabase(folder);
          databaseKills += 1;
        }
        await product.killOne();
      }
      await product.allReady();
      await clients.end();
      const verdict = await clients.journal.against(product);
      const appKills = product.kills - killsBefore;
      const seconds = Math.round((performance.now() - begun) / 1_000);
      const conditions = { seed, clients: CLIENTS, processes: PROCESSES, seconds };
      process.stdout.write(
        `${JSON.stringify({ ...conditions, appKills, databaseKills, ...verdict })}\n`,
      );
      expect({ appKills, databaseKills }).toEqual({
        appKills: APP_KILLS,
        databaseKills: DATABASE_KILLS,
      });
      expect(verdict).toMatchObject(FLAWLESS);
      expect(verdict.acknowledged).toBeGreaterThan(CLIENTS);
    },
    PATIENCE_MS,
  );

  it(
    'A2 finds the faults of a shop that reads, decides and writes without a lock',
    async () => {
      const url = await emptyDatabase();
      const naive = new NaiveShop(url);
      await naive.open();
      const clients = storm(naive, CLIENTS, 'naive');
      while (clients.journal.acknowledged.size < NAIVE_ORDERS) await pause(50);
      await clients.end();
      const verdict = await clients.journal.against(naive);
      await naive.close();
      await dropDatabase(url);
      expect(verdict.oversoldLines).toBeGreaterThan(0);
      expect(verdict.mismatchedRetries).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'A3 gives the same order again when the answer was cut off after the commit',
    async () => {
      const proxy = new CuttingProxy(ports[0]);
      const through = await proxy.listen();
      const before = (await product.kept()).orders.size;
      for (let turn = 0; turn < CUTS; turn += 1) {
        const wish = { key: randomUUID(), line: 1 + (turn % 50), grams: 1, trader: turn };
        proxy.cutNext(1);
        await expect(product.order(wish, through)).rejects.toThrow(/hang up|ECONNRESET|aborted/);
        const first = await insist(() => product.order(wish, through));
        expect(await insist(() => product.order(wish))).toEqual(first);
      }
      await proxy.close();
      expect(proxy.cuts).toBe(CUTS);
      expect((await product.kept()).orders.size).toBeLessThanOrEqual(before + CUTS);
    },
    PATIENCE_MS,
  );

  it(
    'A4 answers one order to the same key fifty times at once',
    async () => {
      const wish = { key: randomUUID(), line: 7, grams: 1, trader: 3 };
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => insist(() => product.order(wish))),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await product.kept()).miscounted).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'says that it is not ready, and lives on, while the database is away',
    async () => {
      killDatabase(folder);
      const { status } = await post(ports[0], '', { query: '{ me { role } }' });
      expect([200, 503]).toContain(status);
      await product.allReady();
      expect((await fetch(`http://127.0.0.1:${ports[0]}/livez`)).status).toBe(200);
    },
    PATIENCE_MS,
  );
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
