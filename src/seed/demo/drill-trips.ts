import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { isRefusal } from '../../kernel/refusal.js';
import { planPermit } from '../../permits/domain/issue-plan.js';
import type { RulePack } from '../../permits/domain/rule-pack.js';
import { crewOf, oldestTest } from '../../permits/domain/travellers.js';
import { drill2026 } from '../../permits/rule-packs/drill-2026.js';
import { jurisdictionOf, marketOf } from '../facts/places.js';
import { randomFrom } from '../random.js';
import { chooseHolds, HELD_MINUTES, scansOf } from './checks.js';
import type { DayBook } from './day-book.js';
import { freshTest, poolsOf, testOf } from './health-proofs.js';
import { accept, arrive, departureOf } from './runs.js';
import type { HealthProofRow, HoldReason, PermitRow, RunRow } from './transport-rows.js';
import { TripBook } from './trip-book.js';
import type { World } from './world.js';

// Without tests that ran out: the machine issues no permit on those.
const HOLD_REASONS: readonly (readonly [HoldReason, number])[] = [
  ['CREW_MISSING', 40],
  ['WRONG_PLATE', 30],
  ['OFF_ROUTE', 30],
];
/** What tomorrow's trips have so far: a permit, a request that waits for the office, or nothing. */
const PREPARED = [
  ['ISSUED', 60],
  ['WAITING', 15],
  ['NOTHING', 25],
] as const;
const MINUTE_MS = 60_000;

/** Permits, tests and checks of a morning that is over, for every truck the exercise asks them of. */
export function addDrillTrips(book: DayBook, on: Day, world: World): void {
  const random = randomFrom(`trips/${on}`);
  const trips = new TripBook(book, world);
  const runs = toHaNoi(book.runs);
  const holds = chooseHolds(runs, HOLD_REASONS, random);
  const pools = poolsOf(
    on,
    runs.flatMap(({ crewIds }) => crewIds),
    random,
  );
  for (const run of runs) {
    const proofs = run.crewIds.map((personId) => testOf(on, personId, pools, false));
    const permit = applyFor(run, proofs, trips, world.today);
    if (permit === null) continue;
    const stops = trips.stopsOf(run);
    const hold = holds.get(run.id) ?? null;
    book.healthProofs.push(...proofs);
    book.permits.push(permit);
    const departedAt = departureOf(run, stops);
    book.scans.push(...scansOf(run, permit, hold, { posts: world.posts, departedAt }));
    if (hold !== null) {
      arrive(run, stops, new Date(run.endsAt.getTime() + HELD_MINUTES * MINUTE_MS));
    }
  }
}

/** Trucks on the road have their permits; those of tomorrow are at it, and the driver persona has yet to ask. */
export function prepareDrillTrips(
  book: DayBook,
  { earlierTests, ...world }: World & { readonly earlierTests: readonly HealthProofRow[] },
): void {
  const { today, cast, ownerOf } = world;
  const trips = new TripBook(book, world);
  const runs = toHaNoi(book.runs);
  const tests = new Map<Id, HealthProofRow>();
  const apply = (run: RunRow): void => {
    const proofs = [...earlierTests, ...tests.values()];
    const permit = applyFor(
      run,
      proofs.filter(({ personId }) => run.crewIds.includes(personId)),
      trips,
      today,
    );
    if (permit !== null) book.permits.push(permit);
  };

  for (const { crewIds } of runs) {
    for (const personId of crewIds) tests.set(personId, freshTest(today, personId));
  }
  runs.filter(({ state }) => state === 'DISPATCHED').forEach(apply);

  const aboard = new Set(runs.flatMap(({ crewIds }) => crewIds));
  const others = runs.filter(
    ({ state, vehicleId }) => state === 'PLANNED' && vehicleId !== cast.truck.id,
  );
  for (const [index, run] of others.entries()) {
    const prepared = index === 0 ? 'WAITING' : randomFrom(`drill/${run.id}`).pickWeighted(PREPARED);
    const ownerId = ownerOf.get(run.transporterId)!;
    if (prepared === 'WAITING' && !aboard.has(ownerId)) {
      aboard.add(ownerId);
      // The owner wants to come along and was never tested: the machine leaves that to the office.
      run.crewIds = [...run.crewIds, ownerId];
    }
    if (prepared === 'NOTHING') continue;
    accept(run);
    apply(run);
  }
  book.healthProofs.push(...tests.values());
}

const toHaNoi = (runs: readonly RunRow[]): RunRow[] =>
  runs.filter(({ marketCode }) => jurisdictionOf(marketOf(marketCode)) === 'Hà Nội');

const DAYS_BEFORE = 7;
const DAYS_AFTER = 30;

/** The exercise as it is inserted beside the demo: from a week before today to thirty days after. */
const drillOf = (today: Day): RulePack =>
  drill2026({
    from: instant(plusDays(today, -DAYS_BEFORE), '00:00'),
    to: instant(plusDays(today, DAYS_AFTER), '00:00'),
  });

/**
 * What the product answers a request made as soon as the run is planned and all tests are back; null when it
 * asks for no permit, or when the tests would run out on the way.
 */
function applyFor(
  run: RunRow,
  proofs: readonly HealthProofRow[],
  trips: TripBook,
  today: Day,
): PermitRow | null {
  const backAt = Math.max(
    ...[run.createdAt, ...proofs.map(({ resultAt }) => resultAt)].map(Number),
  );
  const now = new Date(backAt + 5 * MINUTE_MS);
  const facts = trips.factsOf(run);
  const aboard = crewOf(
    run.crewIds,
    0,
    proofs.map((proof) => ({ ...proof, memberId: proof.personId })),
    now,
  );
  const plan = planPermit({
    ...aboard,
    rulePacks: [drillOf(today)],
    zones: [],
    trip: { plate: facts.plate, points: facts.points, stops: facts.points.map(({ code }) => code) },
    startsAt: facts.leavesAt,
    endsAt: facts.arrivesAt,
    now,
  });
  if (isRefusal(plan)) return null;
  return {
    ...facts,
    state: plan.isAutomatic ? 'ISSUED' : 'SUBMITTED',
    validFrom: plan.validFrom,
    validTo: plan.validTo,
    rulePackCode: plan.rulePackCode,
    proofAt: plan.isAutomatic ? oldestTest(aboard.crew, now) : null,
    reasons: plan.evaluation.reasons.map(({ code, ruleId, facts: said }) => ({
      code,
      ruleId,
      facts: said,
    })),
    createdAt: now,
  };
}
