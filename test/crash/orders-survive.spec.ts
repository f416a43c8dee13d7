import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { randomFrom } from '../../src/seed/random.js';
import { dropDatabase, emptyDatabase } from '../support/databases.js';
import { CuttingProxy } from './cutting-proxy.js';
import { NaiveShop } from './naive-shop.js';
import { ProductShop, QUIET_LINE } from './product-shop.js';
import { insist, storm } from './storm.js';

const CLIENTS = 200;
const APP_KILLS = 10;
const DATABASE_KILLS = 3;
// Far more than the naive shop has: its first line sells 200 kg, and every fourth order of some 3 kg is for it.
const NAIVE_ORDERS = 1_000;
const CUTS = 100;
const PATIENCE_MS = 240_000;
// A test ends by itself, and tells what it saw, before its runner would end it without a word.
const WITHIN = PATIENCE_MS + 30_000;
const FLAWLESS = {
  unknown: 0,
  lost: 0,
  ghosts: 0,
  oversold: 0,
  refusedButStored: 0,
  retriesOther: 0,
  miscounted: 0,
};

describe('a morning of crashes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-crash-'));
  chmodSync(folder, 0o711);
  const start = () => startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  let postgres: Awaited<ReturnType<typeof start>>;
  let product: ProductShop;
  let ports: readonly [number, number];
  let patience: AbortSignal;

  beforeEach(() => {
    patience = AbortSignal.timeout(PATIENCE_MS);
  });

  beforeAll(async () => {
    postgres = await start();
    ports = [await freePort(), await freePort()];
    product = new ProductShop(postgres.url, ports, folder);
    await product.open(AbortSignal.timeout(PATIENCE_MS));
  }, WITHIN);

  afterAll(async () => {
    await product.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }, WITHIN);

  it(
    'A1 loses, doubles and oversells nothing while 200 clients order and both servers are killed',
    async () => {
      const seed = randomUUID();
      const random = randomFrom(seed);
      const begun = performance.now();
      let databaseKills = 0;
      const clients = storm(product, CLIENTS, seed, patience);
      // Between one death and the next, so many clients are answered; the database dies while the application lives.
      const killed = async (): Promise<void> => {
        for (let kill = 1; kill <= APP_KILLS; kill += 1) {
          await clients.answers(random.integer(10, 40));
          if (kill % 3 === 2 && databaseKills < DATABASE_KILLS) {
            killDatabase(folder);
            databaseKills += 1;
          }
          await product.killOne(patience);
        }
        await product.allReady(patience);
      };
      // Told after what became of the orders.
      const fault: unknown = await killed().catch((error: unknown) => error);
      await clients.end();
      const seconds = Math.round((performance.now() - begun) / 1_000);
      const kills = { app: product.kills, database: databaseKills };
      const verdict = await clients.journal.against(product);
      process.stdout.write(
        `${JSON.stringify({ crash: 'A1', seed, clients: CLIENTS, seconds, kills, ...verdict })}\n`,
      );
      expect(verdict).toMatchObject(FLAWLESS);
      expect(fault).toBeUndefined();
      expect(verdict.acknowledged).toBeGreaterThan(CLIENTS);
      expect(verdict.retriesSame).toBeGreaterThan(0);
      expect(kills).toEqual({ app: APP_KILLS, database: DATABASE_KILLS });
    },
    WITHIN,
  );

  it(
    'A2 finds the faults of a shop that reads, decides and writes without a lock',
    async () => {
      const url = await emptyDatabase();
      const naive = new NaiveShop(url);
      await naive.open();
      const clients = storm(naive, CLIENTS, 'naive', patience);
      await clients.answers(NAIVE_ORDERS);
      await clients.end();
      const verdict = await clients.journal.against(naive);
      await naive.close();
      await dropDatabase(url);
      expect(verdict).not.toMatchObject(FLAWLESS);
      expect(verdict.oversold).toBeGreaterThan(0);
      expect(verdict.retriesOther).toBeGreaterThan(0);
    },
    WITHIN,
  );

  it(
    'A3 gives the same order again when the answer was cut off after the commit',
    async () => {
      const proxy = new CuttingProxy(ports[0]);
      const through = await proxy.listen();
      const before = (await product.kept()).orders.size;
      for (let turn = 0; turn < CUTS; turn += 1) {
        const wish = { key: randomUUID(), line: QUIET_LINE, grams: 1, trader: turn };
        proxy.cutNext(1);
        await expect(product.order(wish, through)).rejects.toThrow(/hang up|ECONNRESET|aborted/);
        const first = await insist(() => product.order(wish, through), patience);
        expect(first).toHaveProperty('orderId');
        expect(await insist(() => product.order(wish), patience)).toEqual(first);
      }
      await proxy.close();
      expect(proxy.cuts).toBe(CUTS);
      expect((await product.kept()).orders.size).toBeLessThanOrEqual(before + CUTS);
    },
    WITHIN,
  );

  it(
    'A4 answers one order to the same key fifty times at once',
    async () => {
      const wish = { key: randomUUID(), line: QUIET_LINE, grams: 1, trader: 3 };
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => insist(() => product.order(wish), patience)),
      );
      expect(answers[0]).toHaveProperty('orderId');
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await product.kept()).miscounted).toBe(0);
    },
    WITHIN,
  );

  it(
    'B3 lives on while the database is away, starts without it, and serves when it is back',
    async () => {
      const [first, second] = ports;
      await postgres.stop();
      expect(await product.status(first, '/readyz')).toBe(503);
      expect(await product.status(first, '/livez')).toBe(200);
      expect(await product.status(first, '/cho')).toBe(503);
      const wish = { key: randomUUID(), line: QUIET_LINE, grams: 1, trader: 4 };
      await expect(product.order(wish, first)).rejects.toThrow('status 503');

      // A process that is started meanwhile waits as well; one that ended by itself would be noticed by `says`.
      product.kill(second);
      await product.says(second, 'Trying again until it answers', patience);
      postgres = await start();
      await product.allReady(patience);
      const answer = await product.order(wish, first);
      expect(answer).toHaveProperty('orderId');
      expect(await product.order(wish, second)).toEqual(answer);
      // One ear for announcements in each process, however often it had to try.
      let ears = 0;
      while (ears < ports.length && !patience.aborted) ears = await product.listeners();
      expect(ears).toBe(ports.length);
    },
    WITHIN,
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
