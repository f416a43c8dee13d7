import { type Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { LUC_NAM_DISTRICT } from '../facts/admin-units.js';
import { CHECKPOINTS_2021, type CheckpointFacts } from '../facts/places.js';
import { apportion, type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { HOUR_MS, testOf, poolsOf } from './health-proofs.js';
import { idOf } from './ids.js';
import type { Posts } from './officials.js';
import { arrive, departureOf, marketOf } from './runs.js';
import type {
  HealthProofRow,
  HoldReason,
  PermitRow,
  RunRow,
  RunStopRow,
  ScanRow,
} from './transport-rows.js';
import type { World } from './world.js';

const HOLD_PERCENT = 6;
const HOLD_REASONS: readonly (readonly [HoldReason, number])[] = [
  ['EXPIRED_TEST', 50],
  ['CREW_MISSING', 20],
  ['WRONG_PLATE', 15],
  ['OFF_ROUTE', 15],
];
/** What the officer's phone says by itself; off the route is for the officer to see. */
const MACHINE_REASON: Readonly<Record<HoldReason, ScanRow['reason']>> = {
  EXPIRED_TEST: 'EXPIRED',
  CREW_MISSING: 'TOO_MANY_PERSONS',
  WRONG_PLATE: 'PLATE_MISMATCH',
  OFF_ROUTE: 'VALID',
};
const HELD_MINUTES = 45;
const MINUTE_MS = 60_000;
const TEST_HOURS = 72;

/** Papers, tests and checks of a day in the summer of 2021, for every truck that leaves the province. */
export function addTrips(
  book: DayBook,
  on: Day,
  world: World,
  stopsOf: ReadonlyMap<Id, readonly RunStopRow[]>,
): void {
  const random = randomFrom(`trips/${on}`);
  const runs = book.runs.filter(({ marketCode }) => marketOf(marketCode).provinceCode !== '24');
  const holds = chooseHolds(runs, random);
  const pools = poolsOf(
    on,
    runs.flatMap(({ crewIds }) => crewIds),
    random,
  );
  const orderOf = new Map(book.orders.map((order) => [order.id, order]));
  const plateOf = new Map(world.vehicles.map(({ id, plate }) => [id, plate]));
  for (const run of runs) {
    const stops = stopsOf.get(run.id)!;
    const hold = holds.get(run.id) ?? null;
    const proofs = run.crewIds.map((personId, index) =>
      testOf(on, personId, pools, index === 0 && hold === 'EXPIRED_TEST'),
    );
    const permit = permitOf(on, run, proofs, {
      plate: plateOf.get(run.vehicleId)!,
      cropCode: orderOf.get(run.orderId)!.cropCode,
    });
    book.healthProofs.push(...proofs);
    book.permits.push(permit);
    book.scans.push(
      ...scansOf(run, permit, hold, { posts: world.posts, departedAt: departureOf(run, stops) }),
    );
    if (hold !== null) {
      arrive(run, stops, new Date(run.endsAt.getTime() + HELD_MINUTES * MINUTE_MS));
    }
  }
}

const postsOnTheWay = (marketCode: string): readonly CheckpointFacts[] =>
  CHECKPOINTS_2021.filter(({ guards }) => guards.includes(marketCode));

/** Six in a hundred checks end in a hold, at most one on a run and at its first post. */
function chooseHolds(runs: readonly RunRow[], random: Random): Map<Id, HoldReason> {
  const scans = runs.flatMap(({ marketCode }) => postsOnTheWay(marketCode)).length;
  const reasons = apportion(
    Math.round((scans * HOLD_PERCENT) / 100),
    HOLD_REASONS.map(([, share]) => share),
  ).flatMap((count, index) => Array<HoldReason>(count).fill(HOLD_REASONS[index]![0]));
  const held = random.shuffled(runs).slice(0, reasons.length);
  return new Map(held.map(({ id }, index) => [id, reasons[index]!]));
}

/** Good from the last answer of a test aboard until the first of the tests runs out. */
function permitOf(
  on: Day,
  run: RunRow,
  proofs: readonly HealthProofRow[],
  { plate, cropCode }: Pick<PermitRow, 'plate' | 'cropCode'>,
): PermitRow {
  const proofAt = new Date(Math.min(...proofs.map(({ sampledAt }) => sampledAt.getTime())));
  const validFrom = new Date(Math.max(...proofs.map(({ resultAt }) => resultAt.getTime())));
  return {
    id: idOf(`permit/${run.id}`),
    runId: run.id,
    holderId: run.transporterId,
    plate,
    driverId: run.driverId,
    persons: run.crewIds.length,
    fromCode: LUC_NAM_DISTRICT.code,
    marketCode: run.marketCode,
    cropCode,
    loadG: run.loadG,
    validFrom,
    validTo: new Date(proofAt.getTime() + TEST_HOURS * HOUR_MS),
    rulePackCode: on < '2021-07-30' ? 'VN-TEST-5753' : 'VN-5187',
    proofAt,
    createdAt: validFrom,
  };
}

function scansOf(
  run: RunRow,
  permit: PermitRow,
  hold: HoldReason | null,
  { posts, departedAt }: { posts: Posts; departedAt: Date },
): ScanRow[] {
  const random = randomFrom(`scans/${permit.id}`);
  return postsOnTheWay(run.marketCode).map((post, index): ScanRow => {
    const held = index === 0 ? hold : null;
    const place = held === 'OFF_ROUTE' ? random.pick(POSTS_ASIDE) : post;
    // The post at the edge of the district first; a city's gate an hour on, later still after a hold.
    const minutes = index === 0 ? random.integer(10, 25) : random.integer(60, 80);
    const delayed = hold !== null && index > 0 ? HELD_MINUTES : 0;
    const scannedAt = new Date(departedAt.getTime() + (minutes + delayed) * MINUTE_MS);
    // A hold is cleared by a quick test or a new paper, so the posts after it see nothing wrong.
    const reason = held === null ? 'VALID' : MACHINE_REASON[held];
    return {
      id: idOf(`scan/${permit.id}/${index}`),
      permitId: permit.id,
      checkpointCode: place.code,
      officerId: random.pick(posts.officersOf.get(place.code)!),
      verdict: reason === 'VALID' ? 'GREEN' : 'RED',
      reason,
      decision: held === null ? 'LET_PASS' : 'HELD',
      decisionReason: held,
      dataAgeS: random.integer(60, 3 * 3600),
      scannedAt,
      // Posts without signal send their scans in together, later.
      receivedAt: new Date(scannedAt.getTime() + (random.chance(0.8) ? 2000 : 95 * MINUTE_MS)),
    };
  });
}

/** Posts that no truck with a market in its papers has to pass. */
const POSTS_ASIDE = CHECKPOINTS_2021.filter(({ guards }) => guards.length === 0);
