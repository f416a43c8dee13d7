import type { Day } from '../../kernel/day.js';
import { marketOf } from '../facts/places.js';
import { randomFrom } from '../random.js';
import { chooseHolds, HELD_MINUTES, scansOf } from './checks.js';
import type { DayBook } from './day-book.js';
import { HOUR_MS, testOf, poolsOf } from './health-proofs.js';
import { arrive, departureOf } from './runs.js';
import type { HealthProofRow, HoldReason, PermitRow, RunRow } from './transport-rows.js';
import { TripBook } from './trip-book.js';
import type { World } from './world.js';

const HOLD_REASONS: readonly (readonly [HoldReason, number])[] = [
  ['EXPIRED_TEST', 50],
  ['CREW_MISSING', 20],
  ['WRONG_PLATE', 15],
  ['OFF_ROUTE', 15],
];
const MINUTE_MS = 60_000;
const TEST_HOURS = 72;
const BAC_GIANG = '24';

/** Papers, tests and checks of a day in the summer of 2021, for every truck that leaves the province. */
export function addTripsOf2021(book: DayBook, on: Day, world: World): void {
  const random = randomFrom(`trips/${on}`);
  const trips = new TripBook(book, world);
  const runs = book.runs.filter(
    ({ marketCode }) => marketOf(marketCode).provinceCode !== BAC_GIANG,
  );
  const holds = chooseHolds(runs, HOLD_REASONS, random);
  const pools = poolsOf(
    on,
    runs.flatMap(({ crewIds }) => crewIds),
    random,
  );
  for (const run of runs) {
    const stops = trips.stopsOf(run);
    const hold = holds.get(run.id) ?? null;
    // Who drives together goes to be tested together.
    const proofs = run.crewIds.map((personId) =>
      testOf(on, personId, pools, hold === 'EXPIRED_TEST'),
    );
    const permit = permitOf(on, run, proofs, trips);
    book.healthProofs.push(...proofs);
    book.permits.push(permit);
    const departedAt = departureOf(run, stops);
    book.scans.push(...scansOf(run, permit, hold, { posts: world.posts, departedAt }));
    if (hold !== null) {
      arrive(run, stops, new Date(run.endsAt.getTime() + HELD_MINUTES * MINUTE_MS));
    }
  }
}

/** Good from the last answer of a test aboard until the first of the tests runs out. */
function permitOf(
  on: Day,
  run: RunRow,
  proofs: readonly HealthProofRow[],
  trips: TripBook,
): PermitRow {
  const proofAt = new Date(Math.min(...proofs.map(({ sampledAt }) => sampledAt.getTime())));
  const validFrom = new Date(Math.max(...proofs.map(({ resultAt }) => resultAt.getTime())));
  return {
    ...trips.factsOf(run),
    state: 'ISSUED',
    validFrom,
    validTo: new Date(proofAt.getTime() + TEST_HOURS * HOUR_MS),
    rulePackCode: on < '2021-07-30' ? 'VN-TEST-5753' : 'VN-5187',
    proofAt,
    reasons: [],
    createdAt: validFrom,
  };
}
