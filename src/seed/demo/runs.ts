import { type Day, dayOf, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { type Grams, sumGrams, vnd } from '../../kernel/units.js';
import { runNumber } from '../../runs/domain/run-number.js';
import { marketOf, type Market } from '../facts/places.js';
import { USABLE_PAYLOAD_PERCENT } from '../facts/vehicle-kinds.js';
import { type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import type { Agreement } from './deals.js';
import { idOf } from './ids.js';
import type { Serials } from './serials.js';
import type { OrderRow } from './trade-rows.js';
import type { RunRow, RunStopRow, VehicleRow } from './transport-rows.js';
import { MOST_OVER } from './weighing.js';

export interface Fetched {
  readonly run: RunRow;
  readonly stop: RunStopRow;
}

const MINUTE_MS = 60_000;
/** The most that may lie between two planned stops of the morning. */
const MINUTES_A_STOP = 10;
const MORNING_MINUTES = 300;

/** The vehicles nobody has sent out yet on one day, smallest first. */
export class DayFleet {
  readonly #idle: VehicleRow[];

  /** @param areMatesKnown whether it is settled who comes along; when a run is planned there is only its driver */
  constructor(
    vehicles: readonly VehicleRow[],
    on: Day,
    private readonly areMatesKnown: boolean,
  ) {
    this.#idle = randomFrom(`fleet/${on}`)
      .shuffled(vehicles.filter(({ inspectedUntil }) => inspectedUntil >= on))
      .toSorted((one, other) => one.payloadG - other.payloadG);
  }

  /** The wished vehicle if it is idle, else the smallest that takes the load, else the largest. */
  send(loadG: number, wished?: VehicleRow): VehicleRow | null {
    const fitting = this.#idle.find((vehicle) => roomG(vehicle) >= loadG);
    const vehicle = this.#idle.find((each) => each === wished) ?? fitting ?? this.#idle.at(-1);
    if (vehicle) this.#remove(vehicle);
    return vehicle ?? null;
  }

  /** The driver, and on about every third truck a second one of the same firm, whose own vehicle stays at home. */
  crewOf(vehicle: VehicleRow, random: Random): Id[] {
    const mates = this.#idle.filter(({ transporterId }) => transporterId === vehicle.transporterId);
    const isTruck = vehicle.kind === 'TRUCK' || vehicle.kind === 'REEFER';
    const isAlone = !this.areMatesKnown || !isTruck || mates.length === 0;
    if (isAlone || !random.chance(0.33)) return [vehicle.driverId];
    const mate = random.pick(mates);
    this.#remove(mate);
    return [vehicle.driverId, mate.driverId];
  }

  #remove(vehicle: VehicleRow): void {
    this.#idle.splice(this.#idle.indexOf(vehicle), 1);
  }
}

/** What may be planned aboard so that the load stays usable even if every basket is a little over. */
const roomG = ({ payloadG }: VehicleRow): number =>
  (payloadG * USABLE_PAYLOAD_PERCENT) / 100 / MOST_OVER;

/**
 * Runs for the deals of one order, vehicle after vehicle. Deals that find no vehicle are fetched by the
 * buyer and are missing from the answer.
 */
export function planRuns(
  book: DayBook,
  on: Day,
  order: OrderRow,
  agreements: readonly Agreement[],
  dayFleet: DayFleet,
  serials: Serials,
  wished?: VehicleRow,
): Map<Id, Fetched> {
  const fetched = new Map<Id, Fetched>();
  let waiting = [...agreements];
  while (waiting.length > 0) {
    const vehicle = dayFleet.send(loadOf(waiting), wished);
    const aboard = vehicle ? takeAboard(waiting, vehicle) : [];
    // Nothing left, or only motorbikes too small for one household's baskets.
    if (!vehicle || aboard.length === 0) break;
    waiting = waiting.slice(aboard.length);
    const run = runOf(on, order, aboard, vehicle, dayFleet, serials.next('run'));
    const pickups = aboard.map((agreement, index) =>
      pickupStop(run, index, aboard.length, agreement),
    );
    aboard.forEach(({ deal }, index) => fetched.set(deal.id, { run, stop: pickups[index]! }));
    book.runs.push(run);
    book.runStops.push(...pickups, dropStop(run, aboard.length));
  }
  return fetched;
}

const loadOf = (agreements: readonly Agreement[]): Grams =>
  sumGrams(agreements.map(({ agreedG }) => agreedG));

function takeAboard(waiting: readonly Agreement[], vehicle: VehicleRow): Agreement[] {
  const aboard: Agreement[] = [];
  let left = roomG(vehicle);
  for (const agreement of waiting) {
    left -= agreement.agreedG;
    if (left < 0) break;
    aboard.push(agreement);
  }
  return aboard;
}

function runOf(
  on: Day,
  order: OrderRow,
  aboard: readonly Agreement[],
  vehicle: VehicleRow,
  dayFleet: DayFleet,
  serial: number,
): RunRow {
  const id = idOf(`run/${on}/${vehicle.id}`);
  const market = marketOf(order.marketCode);
  return {
    id,
    number: runNumber(on, serial),
    orderId: order.id,
    requesterId: order.buyerId,
    transporterId: vehicle.transporterId,
    vehicleId: vehicle.id,
    driverId: vehicle.driverId,
    crewIds: dayFleet.crewOf(vehicle, randomFrom(`run/${id}`)),
    marketCode: market.code,
    state: 'PLANNED',
    startsAt: instant(on, '05:00'),
    endsAt: plannedArrival(on, market),
    loadG: loadOf(aboard),
    metres: market.roadKm * 1000,
    costVnd: vnd(Math.max(vehicle.baseVnd, market.roadKm * vehicle.vndPerKm)),
    acceptedAt: null,
    startedAt: null,
    deliveredAt: null,
    createdAt: new Date((order.committedAt ?? order.createdAt).getTime() + 15 * MINUTE_MS),
  };
}

const plannedArrival = (on: Day, { truckMinutes }: Market): Date =>
  new Date(instant(on, '10:45').getTime() + truckMinutes * MINUTE_MS);

/** Ten minutes a household from five o'clock, less when there are too many for the morning. */
const pickupStop = (
  run: RunRow,
  index: number,
  count: number,
  agreement: Agreement,
): RunStopRow => ({
  id: idOf(`run-stop/${run.id}/${agreement.deal.id}`),
  runId: run.id,
  seq: index + 1,
  kind: 'PICKUP',
  dealId: agreement.deal.id,
  householdId: agreement.deal.householdId,
  lat: agreement.lines[0]!.taken.offer.lot.lat,
  lon: agreement.lines[0]!.taken.offer.lot.lon,
  grams: agreement.agreedG,
  plannedAt: new Date(
    run.startsAt.getTime() +
      Math.floor(index * Math.min(MINUTES_A_STOP, MORNING_MINUTES / count)) * MINUTE_MS,
  ),
  state: 'PENDING',
  arrivedAt: null,
  doneAt: null,
});

const dropStop = (run: RunRow, pickups: number): RunStopRow => ({
  id: idOf(`run-stop/${run.id}/drop`),
  runId: run.id,
  seq: pickups + 1,
  kind: 'DROP',
  dealId: null,
  householdId: null,
  lat: marketOf(run.marketCode).latitude,
  lon: marketOf(run.marketCode).longitude,
  grams: run.loadG,
  plannedAt: run.endsAt,
  state: 'PENDING',
  arrivedAt: null,
  doneAt: null,
});

/** For the market that opens after midnight: loaded in the morning, driven in the cool of the night. */
export function driveAtNight(run: RunRow, stops: readonly RunStopRow[]): void {
  const arrival = instant(plusDays(dayOf(run.startsAt), 1), '03:30');
  run.endsAt = arrival;
  dropOf(stops).plannedAt = arrival;
}

// Half as long again as the road takes, so that nobody is late for the buyers of the night.
const NIGHT_ROOM = 1.5;

/**
 * Half an hour after the last basket, but not before half past nine: the boxes have to be packed. At night, in time
 * for the market.
 */
export function departureOf(run: RunRow, stops: readonly RunStopRow[]): Date {
  const { plannedAt } = dropOf(stops);
  if (dayOf(plannedAt) > dayOf(run.startsAt)) {
    const roadMs = marketOf(run.marketCode).truckMinutes * MINUTE_MS;
    return new Date(plannedAt.getTime() - NIGHT_ROOM * roadMs);
  }
  const baskets = stops
    .filter(({ kind }) => kind === 'PICKUP')
    .map(({ doneAt }) => doneAt?.getTime() ?? 0);
  const packed = Math.max(...baskets) + 30 * MINUTE_MS;
  return new Date(Math.max(packed, run.startsAt.getTime() + 270 * MINUTE_MS));
}

/** The driver says yes. */
export function accept(run: RunRow): void {
  run.state = 'ACCEPTED';
  run.acceptedAt = new Date(run.createdAt.getTime() + 10 * MINUTE_MS);
}

/** Leaves for the first household at the planned hour. */
export function dispatch(run: RunRow): void {
  accept(run);
  run.state = 'DISPATCHED';
  run.startedAt = run.startsAt;
}

const dropOf = (stops: readonly RunStopRow[]): RunStopRow =>
  stops.find(({ kind }) => kind === 'DROP')!;

/** The run and its last stop end together. */
export function arrive(run: RunRow, stops: readonly RunStopRow[], at: Date): void {
  const drop = dropOf(stops);
  run.endsAt = at;
  run.deliveredAt = at;
  run.state = 'DELIVERED';
  drop.arrivedAt = at;
  drop.doneAt = at;
  drop.state = 'DONE';
}
