import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres.js';
import { makeDistrict, marketDay, SECRET_KEY, type District, type Line } from './district.js';
import { load, type Measured, type Shot } from './load.js';
import { previewFigures } from './preview.js';
import { searches } from './searches.js';
import { graphql } from './shots.js';

// The built product and a hand-written floor on one PostgreSQL, in turn, several rounds.
const LOTS = Number(process.env['BENCH_LOTS'] ?? 100_000);
const TICKETS = Number(process.env['BENCH_TICKETS'] ?? 100_000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 5);
const CLIENTS = 16;
const PRODUCT = Number(process.env['BENCH_PORT'] ?? 4_110);
const FLOOR = PRODUCT + 1;

const LIST = `query ($filter: LotFilter!) { searchLots(first: 20, filter: $filter) {
  nodes { id crop { code } variety { code } commune { name } readyFrom readyTo publishedAt
          grades { grade { code } freeGrams askVndPerKg } } pageInfo { endCursor hasNextPage } } }`;
const ORDER = `mutation ($input: PlaceLotOrderInput!) { placeLotOrder(input: $input) {
  __typename ... on BulkOrder { id } ... on Refused { code message } } }`;
const BOARD = `query ($day: Day!) { supplyDashboard(day: $day) { dataAt
  rows { communeId cropCode plannedGrams forecastGrams offeredGrams committedGrams weighedGrams unsoldGrams } totals { weighedGrams } } }`;

const PREVIEW = `query ($orderId: ID!) { previewAllocation(orderId: $orderId) {
  __typename ... on AllocationPreview { plannedGrams landedVndPerKg gapPercent lines { lotId grams vndPerKg } } ... on Refused { code message } } }`;

const plain = (token: string, path: string, body: object): Shot => ({
  path,
  headers: { 'content-type': 'application/json', cookie: `__Host-clns=${token}` },
  body: JSON.stringify(body),
  isGood: (status) => status === 200,
});

const GRAMS = 1_000;

interface Duel {
  readonly name: string;
  readonly clients: number;
  product(district: District, turn: number): Shot;
  floor(district: District, turn: number): Shot;
}

const orderOn = (
  name: string,
  clients: number,
  lineOf: (district: District, turn: number) => Line,
): Duel => ({
  name,
  clients,
  product: (district, turn) => {
    const { lotId, gradeCode } = lineOf(district, turn);
    const input = { clientMutationId: randomUUID(), lotId, gradeCode, grams: GRAMS };
    return graphql(district.traderToken, ORDER, { input }, 'BulkOrder');
  },
  floor: (district, turn) =>
    plain(district.traderToken, '/order', {
      key: randomUUID(),
      ...lineOf(district, turn),
      grams: GRAMS,
    }),
});

const boardFor = (clients: number): Duel => ({
  name: `office board of a day with ${LOTS.toLocaleString('en')} lots, ${clients} at once`,
  clients,
  product: ({ officeToken }) => graphql(officeToken, BOARD, { day: marketDay() }, 'dataAt'),
  floor: ({ officeToken }) => plain(officeToken, '/board', {}),
});

const DUELS: readonly Duel[] = [
  {
    name: `list of 20 lots among ${LOTS.toLocaleString('en')}`,
    clients: CLIENTS,
    product: () => graphql(null, LIST, { filter: { cropCode: 'NA' } }, 'endCursor'),
    floor: ({ traderToken }) => plain(traderToken, '/list', {}),
  },
  orderOn(
    'order on one of 50 lots',
    CLIENTS,
    ({ manyLines, hotLine }, turn) => manyLines[turn % manyLines.length] ?? hotLine,
  ),
  orderOn('order on one hot lot', CLIENTS, ({ hotLine }) => hotLine),
  boardFor(1),
  boardFor(4),
];

const folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-bench-'));
chmodSync(folder, 0o711);
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
const servers: ChildProcess[] = [];
try {
  const district = await makeDistrict(postgres.url, LOTS, TICKETS);
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://cho.example.vn',
    PERMIT_SIGNING_KEY: anyKey(),
    LOG_LEVEL: 'warn',
    DATABASE_URL: postgres.url,
    DATA_DIR: folder,
    SECRET_KEY,
    SEED: 'none',
    WORKER: 'none',
  };
  servers.push(await serve(['dist/main.js'], { ...env, PORT: String(PRODUCT) }));
  servers.push(
    await serve(['--import', './test/support/run-typescript.mjs', 'bench/floor-server.ts'], {
      ...env,
      PORT: String(FLOOR),
    }),
  );
  const table = [];
  for (const duel of DUELS) table.push(await fight(duel, district));
  console.table(table);
  for (const clients of [1, CLIENTS])
    console.table(await searches(PRODUCT, clients, district.traderToken));
  console.table(await previews(district));
  console.table(previewFigures());
} finally {
  for (const server of servers) server.kill('SIGTERM');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function anyKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The whole operation for one buyer at a time: the market, the plan with its proof, the answer. */
async function previews({ traderToken, wishes }: District): Promise<object[]> {
  const table: object[] = [];
  for (const { orderId, lots } of wishes) {
    const ask = () =>
      load(PRODUCT, 1, 3, () => graphql(traderToken, PREVIEW, { orderId }, 'lotId'));
    await ask();
    const { p50Ms, p95Ms, failures } = await ask();
    if (failures > 0) throw new Error(`previewAllocation: ${failures} failures`);
    table.push({
      'previewAllocation over': `${lots} lots`,
      'p50 ms': Math.round(p50Ms),
      'p95 ms': Math.round(p95Ms),
    });
  }
  return table;
}

async function serve(args: readonly string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout, 'data');
  return server;
}

async function fight(duel: Duel, district: District) {
  const rounds: { product: Measured; floor: Measured }[] = [];
  await load(PRODUCT, duel.clients, 2, (turn) => duel.product(district, turn));
  await load(FLOOR, duel.clients, 2, (turn) => duel.floor(district, turn));
  for (let round = 0; round < ROUNDS; round += 1) {
    const product = await load(PRODUCT, duel.clients, SECONDS, (turn) =>
      duel.product(district, turn),
    );
    const floor = await load(FLOOR, duel.clients, SECONDS, (turn) => duel.floor(district, turn));
    if (product.failures + floor.failures > 0) {
      throw new Error(
        `${duel.name}: ${product.failures} failures of the product, ${floor.failures} of the floor`,
      );
    }
    rounds.push({ product, floor });
  }
  const ratios = rounds
    .map(({ product, floor }) => product.perSecond / floor.perSecond)
    .toSorted((a, b) => a - b);
  const middle = rounds.toSorted((a, b) => a.product.perSecond - b.product.perSecond)[
    Math.floor(ROUNDS / 2)
  ];
  const round1 = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;
  return {
    operation: duel.name,
    'product/s': round1(middle?.product.perSecond),
    'floor/s': round1(middle?.floor.perSecond),
    ratio: Math.round((ratios[Math.floor(ratios.length / 2)] ?? 0) * 100) / 100,
    'product p50 ms': round1(middle?.product.p50Ms),
    'product p95 ms': round1(middle?.product.p95Ms),
    'floor p95 ms': round1(middle?.floor.p95Ms),
  };
}
