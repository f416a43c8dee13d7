import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { basisPoints, kilograms, vnd } from '../src/kernel/units.js';
import { balance } from '../src/orders/domain/allocation/cheapest/balance.js';
import { mipOf, usedIn } from '../src/orders/domain/allocation/cheapest/mip.js';
import { costOf, type Purchase } from '../src/orders/domain/allocation/cheapest/problem.js';
import { provenCheapest } from '../src/orders/domain/allocation/cheapest/proven.js';
import { POLICY_CODES, preview, solvedPreview } from '../src/orders/domain/allocation/preview.js';
import type { CandidateLot, Wish } from '../src/orders/domain/allocation/wish.js';
import { COLLECTION_COSTS as model } from '../src/orders/domain/collection-costs.js';
import { MOST_SECONDS, solveWithHighs } from '../src/orders/solver/highs.js';
import { randomFrom } from '../src/seed/random.js';
import { faultsOf } from '../test/support/allocation-checker.js';

// npm run bench:allocate. SIZES=100,400 for fewer; PLAIN_SECONDS=0 leaves the plain program out; ALLOC_INSTANCES=folder adds instances of the form alloc/1 from files.
const SIZES = (process.env['SIZES'] ?? '100,400,2000,10000').split(',').map(Number);
const INSTANCES = process.env['ALLOC_INSTANCES'] ?? '';
const ROUNDS = 3;
const PLAIN_SECONDS = Number(process.env['PLAIN_SECONDS'] ?? 30);

const FROM = new Date('2026-11-23T04:30:00+07:00');
const TO = new Date('2026-11-23T09:00:00+07:00');

/** How a market is made: every household fetched at its gate, many sharing points, or whole lots only. */
type Kind = 'gates' | 'points' | 'whole';

const wishFor = (count: number): Wish => ({
  lines: [
    { gradeCode: 'L1', wanted: kilograms(count * 5), maxVndPerKg: vnd(42_000) },
    { gradeCode: 'L2', wanted: kilograms(Math.round(count * 7.5)), maxVndPerKg: vnd(32_000) },
  ],
  readyFrom: FROM,
  readyTo: TO,
  depot: { lat: 21.0437, lon: 105.8503 },
  tolerance: basisPoints(200),
  leastGrams: kilograms(0),
  householdCap: kilograms(400),
});

function marketOf(count: number, kind: Kind): CandidateLot[] {
  const random = randomFrom(`bench/allocate/${kind}/${count}`);
  const households = Math.ceil(count / 2);
  const points = kind === 'gates' ? households : Math.max(6, Math.round(households / 12));
  const at = Array.from({ length: points }, (_, i) => ({
    id: `p${i}`,
    lat: 21.25 + random.integer(0, 1_000) / 10_000,
    lon: 106.38 + random.integer(0, 1_200) / 10_000,
  }));
  const pointOf = Array.from({ length: households }, (_, i) =>
    kind === 'gates' ? i : random.integer(0, points - 1),
  );
  return Array.from({ length: count }, (_, index) => {
    const gradeCode = index % 2 === 0 ? 'L1' : 'L2';
    const household = index >> 1;
    const kg = random.integer(40, 160);
    return {
      lotId: `lot${household}`,
      lotGradeId: `line${String(index).padStart(6, '0')}`,
      householdId: `h${household}`,
      communeId: `c${household % 6}`,
      gradeCode,
      free: kilograms(kg),
      leastTake: kilograms(kind === 'whole' ? kg : 20),
      askVndPerKg: vnd((gradeCode === 'L1' ? 36_000 : 28_000) + random.integer(-30, 30) * 100),
      readyFrom: FROM,
      readyTo: TO,
      point: at[pointOf[household] ?? 0]!,
      certificates: [],
      reliability: 1,
      isZoneClosed: false,
      publishedAt: FROM,
    };
  });
}

/** The floor: the cheapest landed kilograms first, whatever points that opens. */
function cheapestFirst(purchase: Purchase): number {
  const { offers, mostPoints, householdCap } = purchase;
  const missing = [...purchase.wanted];
  const open = new Set<number>();
  const ofHousehold = new Map<number, number>();
  const amounts = offers.map(() => 0);
  const order = offers.map((_, i) => i);
  for (const i of order.toSorted((a, b) => offers[a]!.vndPerGram - offers[b]!.vndPerGram)) {
    const { grade, household, point, least, most } = offers[i]!;
    const room = householdCap - (ofHousehold.get(household) ?? 0);
    const taken = Math.min(most, missing[grade]!, room);
    if (taken < least || taken <= 0 || (!open.has(point) && open.size >= mostPoints)) continue;
    open.add(point);
    amounts[i] = taken;
    missing[grade]! -= taken;
    ofHousehold.set(household, (ofHousehold.get(household) ?? 0) + taken);
  }
  return costOf(purchase, amounts);
}

/** The whole program given to the solver at once, without search, bound or core. */
async function plainProgram(purchase: Purchase): Promise<{ cost: number; ms: number }> {
  const begun = performance.now();
  const all = purchase.offers.map((_, i) => i);
  const nothing = all.map(() => 0);
  const answer = await solveWithHighs(PLAIN_SECONDS)(mipOf(purchase, all, nothing));
  const amounts = answer && balance(purchase, usedIn(answer.values, all));
  const ms = performance.now() - begun;
  return { cost: costOf(purchase, amounts ?? nothing), ms };
}

async function figuresOf(name: string, purchase: Purchase): Promise<object> {
  await provenCheapest(purchase, solveWithHighs(MOST_SECONDS));
  const times: number[] = [];
  let solved = { amounts: [] as readonly number[], boundVnd: null as number | null };
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    solved = await provenCheapest(purchase, solveWithHighs(MOST_SECONDS));
    times.push(performance.now() - begun);
  }
  const cost = costOf(purchase, solved.amounts);
  const plain = PLAIN_SECONDS > 0 ? await plainProgram(purchase) : undefined;
  const above = (other: number): string => `${(((other - cost) / cost) * 100).toFixed(3)} %`;
  return {
    instance: name,
    offers: purchase.offers.length,
    'median ms': Math.round(times.toSorted((a, b) => a - b)[1] ?? 0),
    'cost, M đ': Math.round(cost / 1e4) / 100,
    'proven within': `${(((cost - (solved.boundVnd ?? 0)) / cost) * 100).toFixed(4)} %`,
    'cheapest first': above(cheapestFirst(purchase)),
    ...(plain && { 'plain program': above(plain.cost), 'plain ms': Math.round(plain.ms) }),
    'memory MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

/** Runs one wish under LOWEST_COST, judges the plan, and gives back the purchase it was stated as. */
async function stated(count: number, kind: Kind): Promise<Purchase> {
  const [wish, lots] = [wishFor(count), marketOf(count, kind)];
  let purchase: Purchase | undefined;
  const plan = await solvedPreview(wish, lots, 'LOWEST_COST', model, (asked) => {
    purchase = asked;
    return provenCheapest(asked, solveWithHighs(MOST_SECONDS));
  });
  const faults = faultsOf(plan, wish, lots, model);
  if (faults.length > 0 || !purchase) throw new Error(faults.slice(0, 5).join('; '));
  return purchase;
}

interface InstanceFile {
  readonly points: readonly { readonly id: string }[];
  readonly lots: readonly {
    readonly hh: string;
    readonly point: string;
    readonly kg: number;
    readonly minKg: number;
    readonly grade: number;
    readonly price: number;
    readonly cert: string | null;
    readonly ready: readonly [number, number];
  }[];
  readonly orders: readonly {
    readonly kg: number;
    readonly tolPlus: number;
    readonly grades: readonly number[];
    readonly maxPrice: number;
    readonly cert: string | null;
    readonly day: number;
    readonly maxPoints: number;
    readonly maxShareHH: number;
  }[];
  readonly transport: readonly (readonly { readonly fix: number; readonly perKg: number }[])[];
  readonly lotHandlingVnd: number;
}

/** An instance of the form alloc/1 with one order; a missing kilogram costs 80,000 đ there. */
function purchaseOf(file: InstanceFile): Purchase | undefined {
  const [order, ...others] = file.orders;
  const way = file.transport[0];
  if (!order || !way || others.length > 0) return undefined;
  const households = new Map<string, number>();
  const pointOf = new Map(file.points.map(({ id }, i) => [id, i]));
  const offers = file.lots
    .filter((lot) => order.grades.includes(lot.grade) && lot.price <= order.maxPrice)
    .filter((lot) => order.cert === null || lot.cert === order.cert)
    .filter(({ ready: [from, to] }) => from <= order.day && order.day <= to)
    .map((lot) => {
      const point = pointOf.get(lot.point) ?? 0;
      const household = households.get(lot.hh) ?? households.size;
      households.set(lot.hh, household);
      const [least, most] = [lot.minKg * 1_000, lot.kg * 1_000];
      const vndPerGram = (lot.price + way[point]!.perKg) / 1_000;
      return { grade: 0, household, point, least, most, vndPerGram };
    });
  const wanted = order.kg * 1_000;
  return {
    offers,
    wanted: [wanted],
    mostWanted: [Math.floor(wanted * (1 + order.tolPlus))],
    comingVnd: way.map(({ fix }) => fix),
    households: households.size,
    householdCap: order.maxShareHH * wanted,
    mostPoints: order.maxPoints,
    unit: 1,
    lineVnd: file.lotHandlingVnd,
    missingVndPerGram: 80,
  };
}

const table: object[] = [];
for (const count of SIZES) {
  for (const kind of ['gates', 'points', 'whole'] as const) {
    table.push(await figuresOf(`${kind}, ${count} lots`, await stated(count, kind)));
  }
}
if (INSTANCES !== '' && existsSync(INSTANCES)) {
  for (const name of readdirSync(INSTANCES).filter((one) => one.endsWith('.json'))) {
    const purchase = purchaseOf(
      JSON.parse(readFileSync(join(INSTANCES, name), 'utf8')) as InstanceFile,
    );
    if (purchase) table.push(await figuresOf(name, purchase));
  }
}
console.table(table);

const policies = SIZES.map((count) => {
  const [wish, lots] = [wishFor(count), marketOf(count, 'gates')];
  const row: Record<string, number | string> = { lots: count };
  for (const policy of POLICY_CODES.filter((code) => code !== 'MANUAL')) {
    const begun = performance.now();
    const plan = preview(wish, lots, policy, model);
    row[`${policy} ms`] = Math.round(performance.now() - begun);
    const faults = faultsOf(plan, wish, lots, model);
    if (faults.length > 0) throw new Error(`${policy}: ${faults.slice(0, 5).join('; ')}`);
  }
  return row;
});
console.table(policies);
