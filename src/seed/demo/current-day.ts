import { type Day, plusDays } from '../../kernel/day.js';
import { kilograms } from '../../kernel/units.js';
import { seasonOf } from '../facts/crops.js';
import { collect, type Collection, type Turn, writeTickets } from './collection.js';
import { type DayBook, emptyBook } from './day-book.js';
import { comingMornings, offersOf } from './lots.js';
import { type OrderWish, placeOrder } from './orders.js';
import { DayFleet } from './runs.js';
import { heroWish, someWish, type Stand, standsOf } from './wishes.js';
import type { World } from './world.js';

/** So many that about 220 still have something to sell once the day's orders have taken theirs. */
const NA_LOTS = { MAIN: 226, SOME: 135 } as const;
const FIRST_TICKET_MINUTES = 7;
const BETWEEN_TICKETS_MINUTES = 6;
const MINUTE_MS = 60_000;

/** The market of today as it stands soon after dawn: much on the board, some offers out, few tickets yet. */
export function currentDay(today: Day, world: World): DayBook {
  const book = emptyBook();
  const { plots, cast, scale } = world;
  const naSeason = seasonOf('NA', 'NA_DAI', Number(today.slice(5, 7)));
  const offers = offersOf({
    on: today,
    plots,
    naLots: (naSeason === null ? 0 : NA_LOTS[naSeason]) * scale,
    surely: ({ householdId }) => householdId === cast.grower.id,
    timing: comingMornings,
  });
  const stands = standsOf(offers);
  const tomorrow = plusDays(today, 1);

  const fetchedToday = new DayFleet(world.vehicles, today);
  const fetchedTomorrow = new DayFleet(world.vehicles, tomorrow);
  const collections: Collection[] = [];
  for (const [stand, wish] of wishesOf(stands, today, world)) {
    const filled = placeOrder(book, stand.offers, wish);
    if (!filled) continue;
    if (wish.state === 'IN_PICKUP')
      collections.push(collect(book, today, filled, fetchedToday, world));
    if (wish.state === 'COMMITTED') collect(book, tomorrow, filled, fetchedTomorrow, world);
  }
  weighFirst(book, today, collections, world);

  for (const { lot, grades } of offers) {
    book.lots.push(lot);
    book.lotGrades.push(...grades);
  }
  return book;
}

/** The personas' orders on the largest stand, then what other traders want there and elsewhere. */
function wishesOf(stands: readonly Stand[], today: Day, world: World): [Stand, OrderWish][] {
  const [largest, ...others] = stands;
  if (!largest) return [];
  return [
    ...heroWishes(largest, today, world).map((wish): [Stand, OrderWish] => [largest, wish]),
    ...traderWishes(largest, today, world, { IN_PICKUP: 1, COMMITTED: 3, SOURCING: 2, DRAFT: 1 }),
    ...others
      .filter(({ offers }) => offers.length >= SMALLEST_STAND)
      .flatMap((stand) => traderWishes(stand, today, world, { COMMITTED: 1, SOURCING: 1 })),
  ];
}

const SMALLEST_STAND = 3;

/** One order being fetched this morning, and one of five tonnes still looking for households. */
function heroWishes(stand: Stand, today: Day, { cast }: World): OrderWish[] {
  const fetched = kilograms(900);
  return [
    heroWish(stand, cast, {
      name: 'hero/fetched',
      placedOn: today,
      pickupOn: today,
      state: 'IN_PICKUP',
      gradeCodes: ['L1'],
      wantedG: fetched,
      fillG: fetched,
    }),
    heroWish(stand, cast, {
      name: 'hero/sourced',
      placedOn: today,
      pickupOn: plusDays(today, 1),
      state: 'SOURCING',
      gradeCodes: ['L2'],
      wantedG: kilograms(5000),
      fillG: kilograms(800),
    }),
  ];
}

type OpenState = 'IN_PICKUP' | 'COMMITTED' | 'SOURCING' | 'DRAFT';

function traderWishes(
  stand: Stand,
  today: Day,
  { traders, scale }: World,
  counts: Partial<Record<OpenState, number>>,
): [Stand, OrderWish][] {
  return Object.entries(counts).flatMap(([state, count]) =>
    Array.from({ length: count * scale }, (_, index): [Stand, OrderWish] => {
      const wish = someWish(stand, traders, {
        name: `${state}/${index}`,
        placedOn: today,
        pickupOn: state === 'IN_PICKUP' ? today : plusDays(today, 1),
        state: state as OpenState,
      });
      // What is still being sourced has asked a third of the households it needs.
      return [
        stand,
        state === 'SOURCING' ? { ...wish, fillG: kilograms(wish.wantedG / 3000) } : wish,
      ];
    }),
  );
}

/** The first households of each truck are weighed; the last of them has not yet said yes to its ticket. */
function weighFirst(
  book: DayBook,
  today: Day,
  collections: readonly Collection[],
  world: World,
): void {
  const turns = collections.flatMap(({ filled, agreements, stops }) =>
    agreements.slice(0, WEIGHED_SO_FAR).map((agreement, index): Turn => {
      const minutes = FIRST_TICKET_MINUTES + index * BETWEEN_TICKETS_MINUTES;
      return {
        agreement,
        fetched: stops.get(agreement.deal.id) ?? null,
        at: new Date(filled.order.readyFrom.getTime() + minutes * MINUTE_MS),
        isConfirmed: index < WEIGHED_SO_FAR - 1,
      };
    }),
  );
  writeTickets(book, today, turns, world, false);
  for (const { run } of collections.flatMap(({ stops }) => [...stops.values()])) {
    run.state = 'DISPATCHED';
  }
}

const WEIGHED_SO_FAR = 6;
