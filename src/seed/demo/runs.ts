import { type Day, instant } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { type Grams, grams, sumGrams, vnd } from '../../kernel/units.js';
import { MARKETS, type Market } from '../facts/places.js';
import { USABLE_PAYLOAD_PERCENT, vehicleKind } from '../facts/vehicle-kinds.js';
import { type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import type { Agreement } from './deals.js';
import { idOf, padded } from './ids.js';
import type { OrderRow } from './trade-rows.js';
import type { RunRow, RunStopRow, VehicleRow } from './transport-rows.js';
import { MOST_OVER } from './weighing.js';

export interface Collected {
  readonly run: RunRow;
  readonly stop: RunStopRow;
}

/** The vehicles nobody has sent out yet on one day, smallest first. */
export class DayFleet {
  readonly #idle: VehicleRow[];

  constructor(vehicles: readonly VehicleRow[], on: Day) {
    this.#idle = randomFrom(`fleet/${on}`)
      .shuffled(vehicles)
      .toSorted((one, other) => one.payloadG - other.payloadG);
  }

  get idle(): readonly VehicleRow[] {
    return this.#idle;
  }

  /** The wished vehicle if it is idle, else the smallest that takes the load, else the largest. */
  send(loadG: number, wished?: VehicleRow): VehicleRow | null {
    const fitting = this.#idle.find((vehicle) => roomG(vehicle) >= loadG);
    const vehicle = this.#idle.find((each) => each === wished) ?? fitting ?? this.#idle.at(-1);
    if (!vehicle) return null;
    this.#idle.splice(this.#idle.indexOf(vehicle), 1);
    return vehicle;
  }

  /** The driver, and on about every third truck a second driver of the same firm, whose own vehicle stays at home. */
  crewOf(vehicle: VehicleRow, random: Random): Id[] {
    const mates = this.#idle.filter(({ ownerId }) => ownerId === vehicle.ownerId);
    const isTruck = vehicle.payloadG >= 1_000_000;
    if (!isTruck || mates.length === 0 || !random.chance(0.33)) return [vehicle.driverId];
    const mate = random.pick(mates);
    this.#idle.splice(this.#idle.indexOf(mate), 1);
    return [vehicle.driverId, mate.driverId];
  }
}

/** What may be planned aboard so that the load stays within the usable payload if every basket is a little over. */
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
  wished?: VehicleRow,
): Map<Id, Collected> {
  const stops = new Map<Id, Collected>();
  let waiting = [...agreements];
  while (waiting.length > 0) {
    const vehicle = dayFleet.send(loadOf(waiting), wished);
    if (!vehicle) break;
    const aboard = takeAboard(waiting, vehicle);
    waiting = waiting.slice(aboard.length);
    // One household's baskets can be too much for the motorbikes that are left.
    if (aboard.length === 0) break;
    const run = runOf(book, on, order, aboard, vehicle, dayFleet);
    aboard.forEach(({ deal }, index) => {
      const stop = pickup(run, index, deal);
      book.runStops.push(stop);
      stops.set(deal.id, { run, stop });
    });
    book.runStops.push(drop(run, aboard.length));
    book.runs.push(run);
  }
  return stops;
}

const loadOf = (agreements: readonly Agreement[]): Grams =>
  sumGrams(agreements.map(({ deal }) => deal.agreedG));

function takeAboard(waiting: readonly Agreement[], vehicle: VehicleRow): Agreement[] {
  const aboard: Agreement[] = [];
  let left = roomG(vehicle);
  for (const agreement of waiting) {
    left -= agreement.deal.agreedG;
    if (left < 0) break;
    aboard.push(agreement);
  }
  return aboard;
}

function runOf(
  book: DayBook,
  on: Day,
  order: OrderRow,
  aboard: readonly Agreement[],
  vehicle: VehicleRow,
  dayFleet: DayFleet,
): RunRow {
  const id = idOf(`run/${on}/${vehicle.id}`);
  const random = randomFrom(`run/${id}`);
  const crewIds = dayFleet.crewOf(vehicle, random);
  const distance = marketOf(order.marketCode).roadKm;
  const fee = Math.max(MINIMUM_FEE, distance * vehicleKind(vehicle.kindCode).ratePerKm);
  return {
    id,
    code: `CH-${on.slice(2).replaceAll('-', '')}-${padded(book.runs.length + 1, 3)}`,
    on,
    orderId: order.id,
    vehicleId: vehicle.id,
    driverId: vehicle.driverId,
    crewIds,
    carrierId: vehicle.ownerId,
    buyerId: order.buyerId,
    marketCode: order.marketCode,
    plannedG: loadOf(aboard),
    loadedG: grams(0),
    feeVnd: vnd(fee),
    plannedDepartAt: instant(on, '10:45'),
    departedAt: null,
    deliveredAt: null,
    state: 'PLANNED',
  };
}

const MINIMUM_FEE = 600_000;

/** Ten minutes a household from five o'clock; long runs go on until the points close. */
const pickup = (run: RunRow, index: number, deal: Agreement['deal']): RunStopRow => ({
  id: idOf(`run-stop/${run.id}/${deal.id}`),
  runId: run.id,
  sequence: index + 1,
  kind: 'PICKUP',
  dealId: deal.id,
  placeCode: deal.buyingPointCode,
  plannedG: deal.agreedG,
  loadedG: null,
  plannedAt: new Date(deal.pickupFrom.getTime() + Math.min(index * 10, 330) * 60_000),
  doneAt: null,
  state: 'PENDING',
});

const drop = (run: RunRow, pickups: number): RunStopRow => ({
  id: idOf(`run-stop/${run.id}/drop`),
  runId: run.id,
  sequence: pickups + 1,
  kind: 'DROP',
  dealId: null,
  placeCode: run.marketCode,
  plannedG: run.plannedG,
  loadedG: null,
  plannedAt: new Date(
    run.plannedDepartAt.getTime() + marketOf(run.marketCode).truckMinutes * 60_000,
  ),
  doneAt: null,
  state: 'PENDING',
});

export function marketOf(code: string): Market {
  const market = MARKETS.find((each) => each.code === code);
  if (!market) throw new RangeError(`no market: ${code}`);
  return market;
}
