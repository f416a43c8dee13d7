import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { grams } from '../../kernel/units.js';
import type { CropCode } from '../facts/crops.js';
import { CHECKPOINTS_2021 } from '../facts/places.js';
import { apportion, type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { addProofs } from './health-proofs.js';
import { idOf, padded } from './ids.js';
import { type DayFleet, marketOf } from './runs.js';
import type { HoldReason, PermitRow, RunRow, ScanRow, VehicleRow } from './transport-rows.js';
import type { World } from './world.js';

/** One vehicle on the road with its paper. */
interface Trip {
  readonly permit: PermitRow;
  readonly departedAt: Date;
  readonly run: RunRow | null;
}

/** Trucks without a load from here are seen at the posts too, carrying for others. */
const OTHER_TRIPS_SHARE = 0.6;
const HOLD_PERCENT = 6;
const HOLD_REASONS: readonly (readonly [HoldReason, number])[] = [
  ['EXPIRED_TEST', 50],
  ['CREW_MISSING', 20],
  ['WRONG_PLATE', 15],
  ['OFF_ROUTE', 15],
];
const HELD_MINUTES = 45;
const MINUTE_MS = 60_000;

/** Papers, tests and checks of a day in the summer of 2021, for every truck that leaves the province. */
export function addTrips(book: DayBook, on: Day, world: World, dayFleet: DayFleet): void {
  const random = randomFrom(`trips/${on}`);
  const trips = [...runTrips(book, on, world), ...otherTrips(on, dayFleet, random)];
  const holds = chooseHolds(trips, random);
  for (const trip of trips) {
    const reason = holds.get(trip.permit.id) ?? null;
    book.permits.push(trip.permit);
    book.scans.push(...scansOf(trip, reason, world));
    if (reason !== null && trip.run) delay(book, trip.run);
  }
  const departures = trips.flatMap(({ permit }) =>
    permit.crewIds.map((personId) => ({
      personId,
      isExpired: personId === permit.driverId && holds.get(permit.id) === 'EXPIRED_TEST',
    })),
  );
  addProofs(book, on, departures);
}

const leavesProvince = (marketCode: string): boolean => marketOf(marketCode).provinceCode !== '24';

function runTrips(book: DayBook, on: Day, { vehicles }: World): Trip[] {
  const cropOf = new Map(book.orderLines.map(({ orderId, cropCode }) => [orderId, cropCode]));
  return book.runs
    .filter(({ marketCode }) => leavesProvince(marketCode))
    .map((run) => {
      const vehicle = vehicles.find(({ id }) => id === run.vehicleId)!;
      const { marketCode, crewIds, plannedG } = run;
      const cropCodes = [cropOf.get(run.orderId)!];
      const permit = permitOf(on, vehicle, {
        runId: run.id,
        marketCode,
        crewIds,
        cropCodes,
        plannedG,
      });
      return { permit, departedAt: run.departedAt!, run };
    });
}

function otherTrips(on: Day, { idle }: DayFleet, random: Random): Trip[] {
  return idle
    .filter(({ payloadG }) => payloadG >= 1_000_000)
    .filter(() => random.chance(OTHER_TRIPS_SHARE))
    .map((vehicle) => {
      const permit = permitOf(on, vehicle, {
        runId: null,
        marketCode: random.pick([
          'HN_LONGBIEN',
          'HN_DENLU',
          'HN_MINHKHAI',
          'HP_CENTER',
          'QN_HALONG',
        ]),
        crewIds: [vehicle.driverId],
        cropCodes: ['NA'],
        plannedG: vehicle.payloadG * random.between(0.4, 0.7),
      });
      const departedAt = instant(on, random.pick(['09:40', '10:30', '11:15', '13:00', '15:20']));
      return { permit, departedAt, run: null };
    });
}

interface Load {
  readonly runId: Id | null;
  readonly marketCode: string;
  readonly crewIds: readonly Id[];
  readonly cropCodes: readonly CropCode[];
  readonly plannedG: number;
}

function permitOf(on: Day, vehicle: VehicleRow, { plannedG, ...load }: Load): PermitRow {
  const name = `permit/${on}/${vehicle.id}`;
  const random = randomFrom(name);
  const hundredKg = (weight: number): number => Math.round(weight / 100_000) * 100_000;
  return {
    ...load,
    id: idOf(name),
    code: `GP-${on.slice(2).replaceAll('-', '')}-${vehicle.plate.slice(-6).replace('.', '')}`,
    type: 'VEHICLE_GREEN_LANE',
    vehicleId: vehicle.id,
    plate: vehicle.plate,
    carrierId: vehicle.ownerId,
    driverId: vehicle.driverId,
    // The band within which tickets may come out without a new paper.
    fromG: grams(hundredKg(plannedG * 0.8)),
    toG: grams(hundredKg(plannedG * 1.15) + 100_000),
    ruleId: on < '2021-07-30' ? 'VN-TEST-5753' : 'VN-5187',
    officialCardNumber: `BG-2021-${padded(random.integer(1, 99_999), 5)}`,
    issuedAt: instant(plusDays(on, -1), '16:00'),
    validFrom: instant(on, '04:00'),
    validTo: instant(plusDays(on, 1), '12:00'),
    state: 'EXPIRED',
  };
}

const postsOnTheWay = (marketCode: string) =>
  CHECKPOINTS_2021.filter(({ guards }) => guards.includes(marketCode));

/** Six in a hundred checks end in a hold, at most one on a trip and at its first post. */
function chooseHolds(trips: readonly Trip[], random: Random): Map<Id, HoldReason> {
  const scans = trips.flatMap(({ permit }) => postsOnTheWay(permit.marketCode)).length;
  const reasons = apportion(
    Math.round((scans * HOLD_PERCENT) / 100),
    HOLD_REASONS.map(([, share]) => share),
  ).flatMap((count, index) => Array<HoldReason>(count).fill(HOLD_REASONS[index]![0]));
  const held = random.shuffled(trips).slice(0, reasons.length);
  return new Map(held.map(({ permit }, index) => [permit.id, reasons[index]!]));
}

function scansOf(trip: Trip, reason: HoldReason | null, { posts, vehicles }: World): ScanRow[] {
  const { permit, departedAt } = trip;
  const random = randomFrom(`scans/${permit.id}`);
  return postsOnTheWay(permit.marketCode).map((post, index) => {
    const isHeld = reason !== null && index === 0;
    const isAstray = isHeld && reason === 'OFF_ROUTE';
    const place = isAstray
      ? random.pick(CHECKPOINTS_2021.filter(({ guards }) => guards.length === 0))
      : post;
    const checkpoint = posts.checkpoints.find(({ code }) => code === place.code)!;
    const late = reason !== null && index > 0 ? HELD_MINUTES : 0;
    const minutes = late + (index === 0 ? random.integer(10, 25) : random.integer(60, 80));
    const deviceAt = new Date(departedAt.getTime() + minutes * MINUTE_MS);
    return {
      id: idOf(`scan/${permit.id}/${index}`),
      permitId: permit.id,
      checkpointId: checkpoint.id,
      officerId: random.pick(posts.officersOf.get(checkpoint.id)!),
      deviceAt,
      // Some posts have no signal: their scans come in together later.
      receivedAt: new Date(deviceAt.getTime() + (random.chance(0.8) ? 2000 : 95 * MINUTE_MS)),
      verdict: isHeld ? 'HOLD' : 'PASS',
      reason: isHeld ? reason : null,
      plateSeen:
        isHeld && reason === 'WRONG_PLATE'
          ? random.pick(vehicles.filter(({ id }) => id !== permit.vehicleId)).plate
          : permit.plate,
      peopleAboard: permit.crewIds.length + (isHeld && reason === 'CREW_MISSING' ? 1 : 0),
    };
  });
}

/** Held until a quick test or a call to the operator cleared it. */
function delay(book: DayBook, run: RunRow): void {
  const deliveredAt = new Date(run.deliveredAt!.getTime() + HELD_MINUTES * MINUTE_MS);
  run.deliveredAt = deliveredAt;
  book.runStops.find(({ runId, kind }) => runId === run.id && kind === 'DROP')!.doneAt =
    deliveredAt;
}
