import { day, type Day } from '../../kernel/day.js';
import { kilograms } from '../../kernel/units.js';
import { jurisdictionOf, marketOf } from '../facts/places.js';
import { randomFrom } from '../random.js';
import { collect, type Collection, writeTickets } from './collection.js';
import { turnsOf } from './dawn.js';
import { type DayBook, emptyBook } from './day-book.js';
import { addDrillTrips } from './drill-trips.js';
import { grouped } from './grouped.js';
import { closeLot, morningOnly, offersOf } from './lots.js';
import { type FilledOrder, placeOrder } from './orders.js';
import { arrive, DayFleet, departureOf, dispatch, driveAtNight } from './runs.js';
import type { RunRow, RunStopRow } from './transport-rows.js';
import { addTripsOf2021 } from './trips-2021.js';
import { freeOf, heroWish, offeredOf, someWish, type Stand, standsOf } from './wishes.js';
import type { World } from './world.js';

/** Share of what stood on the board that finds no buyer on a past day. */
const UNSOLD_SHARE = 0.12;
const MOST_ORDERS_A_STAND = 60;
const MINUTE_MS = 60_000;
// Nghị quyết 128 opened the roads.
const END_OF_2021_RULES = day('2021-10-11');

export interface MarketDay {
  readonly on: Day;
  /** Lots of na at scale 1, when it is in season. */
  readonly naLots: number;
  /** Whether the grower persona picked. */
  readonly isPersonas: boolean;
  /** Whether some trucks leave only in the night after. */
  readonly hasNightRuns: boolean;
}

/** A market day that is over: all sold lots weighed, all runs delivered, most tickets paid. */
export function historyDay(
  { on, naLots, isPersonas, hasNightRuns }: MarketDay,
  world: World,
): DayBook {
  const book = emptyBook();
  const { plots, cast } = world;
  const offers = offersOf({
    on,
    plots,
    naLots: naLots * world.scale,
    surely: ({ householdId }) => isPersonas && householdId === cast.grower.id,
    timing: morningOnly,
  });
  const dayFleet = new DayFleet(world.vehicles, on, true);

  const collections = standsOf(offers)
    .flatMap((stand, index) => sellOut(book, on, stand, world, index === 0))
    .map((filled) => collect(book, on, filled, dayFleet, world));
  writeTickets(book, turnsOf(on, collections), world);
  const stopsOf = grouped(book.runStops, ({ runId }) => runId);
  for (const run of book.runs) {
    const stops = stopsOf.get(run.id)!;
    if (hasNightRuns && isForTheNight(run, world)) driveAtNight(run, stops);
    deliver(run, stops);
  }
  if (on < END_OF_2021_RULES) addTripsOf2021(book, on, world);
  else addDrillTrips(book, on, world);
  for (const collection of collections) finish(collection);

  for (const offer of offers) {
    closeLot(offer);
    book.lots.push(offer.lot);
    book.lotGrades.push(...offer.grades);
  }
  return book;
}

/** Orders, one after another, until little is left; the first of the largest stand is the personas'. */
function sellOut(
  book: DayBook,
  on: Day,
  stand: Stand,
  { traders, cast, scale, serials }: World,
  isLargest: boolean,
): FilledOrder[] {
  const facts = { placedOn: on, pickupOn: on, state: 'SETTLING' } as const;
  const wantedG = kilograms(2600);
  const hero = heroWish(stand, cast, {
    ...facts,
    name: 'hero',
    gradeCodes: ['L1', 'L2'],
    wantedG,
    fillG: wantedG,
    growerShare: 1,
  });
  const filled = isLargest ? [placeOrder(book, stand.offers, hero, serials)] : [];
  for (let index = 0; index < MOST_ORDERS_A_STAND * scale; index++) {
    if (freeOf(stand) <= offeredOf(stand) * UNSOLD_SHARE) break;
    const wish = someWish(stand, traders, { ...facts, name: String(index) });
    filled.push(placeOrder(book, stand.offers, wish, serials));
  }
  return filled.filter((order) => order !== null);
}

const NIGHT_SHARE = 0.5;

const isForTheNight = ({ id, marketCode, vehicleId }: RunRow, { cast }: World): boolean =>
  jurisdictionOf(marketOf(marketCode)) === 'Hà Nội' &&
  vehicleId !== cast.truck.id &&
  randomFrom(`night/${id}`).chance(NIGHT_SHARE);

/** Drives as the road allows. */
function deliver(run: RunRow, stops: readonly RunStopRow[]): void {
  const random = randomFrom(`delivery/${run.id}`);
  const onTheRoad = marketOf(run.marketCode).truckMinutes * random.between(1.05, 1.35);
  const departedAt = departureOf(run, stops).getTime();
  dispatch(run);
  arrive(run, stops, new Date(departedAt + Math.round(onTheRoad) * MINUTE_MS));
}

function finish({ filled, agreements }: Collection): void {
  const isPaid = agreements.every(({ deal }) => deal.state === 'PAID');
  filled.order.state = isPaid ? 'COMPLETED' : 'SETTLING';
}
