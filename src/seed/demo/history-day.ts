import { type Day, instant } from '../../kernel/day.js';
import { kilograms } from '../../kernel/units.js';
import { randomFrom } from '../random.js';
import { collect, type Collection, writeTickets } from './collection.js';
import { turnsOf } from './dawn.js';
import { type DayBook, emptyBook } from './day-book.js';
import { closeLot, morningOnly, offersOf } from './lots.js';
import { type FilledOrder, placeOrder } from './orders.js';
import { DayFleet, marketOf } from './runs.js';
import type { RunRow } from './transport-rows.js';
import { addTrips } from './trips.js';
import { freeOf, heroWish, offeredOf, someWish, type Stand, standsOf } from './wishes.js';
import type { World } from './world.js';

/** Share of what stood on the board that finds no buyer on a past day. */
const UNSOLD_SHARE = 0.12;
const MOST_ORDERS_A_STAND = 60;
const MINUTE_MS = 60_000;

/** A market day that is over: all sold lots weighed, all runs delivered, most tickets paid. */
export function historyDay(on: Day, world: World, naLots: number): DayBook {
  const book = emptyBook();
  const { plots, cast } = world;
  const offers = offersOf({
    on,
    plots,
    naLots: naLots * world.scale,
    surely: ({ householdId }) => householdId === cast.grower.id,
    timing: morningOnly,
  });
  const dayFleet = new DayFleet(world.vehicles, on);

  const collections = standsOf(offers)
    .flatMap((stand, index) => sellOut(book, on, stand, world, index === 0))
    .map((filled) => collect(book, on, filled, dayFleet, world));
  writeTickets(book, on, turnsOf(on, collections), world, true);
  for (const run of book.runs) deliver(book, run);
  for (const collection of collections) finish(collection);

  for (const offer of offers) {
    closeLot(offer);
    book.lots.push(offer.lot);
    book.lotGrades.push(...offer.grades);
  }
  addTrips(book, on, world, dayFleet);
  return book;
}

/** Orders, one after another, until little is left; the first of the largest stand is the personas'. */
function sellOut(
  book: DayBook,
  on: Day,
  stand: Stand,
  { traders, cast, scale }: World,
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
  });
  const filled = isLargest ? [placeOrder(book, stand.offers, hero)] : [];
  for (let index = 0; index < MOST_ORDERS_A_STAND * scale; index++) {
    if (freeOf(stand) <= offeredOf(stand) * UNSOLD_SHARE) break;
    const wish = someWish(stand, traders, { ...facts, name: String(index) });
    filled.push(placeOrder(book, stand.offers, wish));
  }
  return filled.filter((order) => order !== null);
}

/** Leaves soon after the last basket, never before the boxes are packed; drives as the road allows. */
function deliver(book: DayBook, run: RunRow): void {
  const random = randomFrom(`delivery/${run.id}`);
  const stops = book.runStops.filter(({ runId }) => runId === run.id);
  const lastBasket = Math.max(...stops.map(({ doneAt }) => doneAt?.getTime() ?? 0));
  const packed = lastBasket + random.integer(20, 45) * MINUTE_MS;
  const departedAt = new Date(Math.max(packed, instant(run.on, '09:30').getTime()));
  const onTheRoad = marketOf(run.marketCode).truckMinutes * random.between(1.05, 1.35);
  const deliveredAt = new Date(departedAt.getTime() + Math.round(onTheRoad) * MINUTE_MS);

  run.departedAt = departedAt;
  run.deliveredAt = deliveredAt;
  run.state = 'DELIVERED';
  const drop = stops.find(({ kind }) => kind === 'DROP')!;
  drop.loadedG = run.loadedG;
  drop.doneAt = deliveredAt;
  drop.state = 'DONE';
}

function finish({ filled, agreements }: Collection): void {
  const isPaid = agreements.every(({ deal }) => deal.state === 'COMPLETED');
  filled.order.state = isPaid ? 'COMPLETED' : 'SETTLING';
}
