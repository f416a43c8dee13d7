import { type Day, plusDays } from '../../kernel/day.js';
import { grams, kilograms } from '../../kernel/units.js';
import { crop, type GradeCode, seasonOf } from '../facts/crops.js';
import { collect, type Collection, type Turn, writeTickets } from './collection.js';
import { type DayBook, emptyBook } from './day-book.js';
import { strikeDeals } from './deals.js';
import { prepareDrillTrips } from './drill-trips.js';
import { comingMornings, offersOf } from './lots.js';
import type { OrderWish } from './order-wish.js';
import { placeOrder } from './orders.js';
import { DayFleet, dispatch } from './runs.js';
import type { HealthProofRow } from './transport-rows.js';
import { heroWish, someWish, type Stand, standsOf } from './wishes.js';
import type { World } from './world.js';

/** So many that about 220 still have something to sell once the day's orders have taken theirs. */
const NA_LOTS = { MAIN: 238, SOME: 150 } as const;
const FIRST_TICKET_MINUTES = 7;
const BETWEEN_TICKETS_MINUTES = 6;
const MINUTE_MS = 60_000;

/** The market of today as it stands soon after dawn: much on the board, some offers out, few tickets yet. */
export function currentDay(
  today: Day,
  world: World,
  earlierTests: readonly HealthProofRow[],
): DayBook {
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

  const fetchedToday = new DayFleet(world.vehicles, today, true);
  const fetchedTomorrow = new DayFleet(world.vehicles, tomorrow, false);
  const collections: Collection[] = [];
  for (const [stand, wish] of wishesOf(stands, today, world)) {
    const filled = placeOrder(book, stand.offers, wish, world.serials);
    if (!filled) continue;
    if (wish.state === 'IN_PICKUP')
      collections.push(collect(book, today, filled, fetchedToday, world));
    if (wish.name === HERO_WITHOUT_TRUCK) strikeDeals(book, filled);
    else if (wish.state === 'COMMITTED') collect(book, tomorrow, filled, fetchedTomorrow, world);
  }
  weighFirst(book, collections, world);
  prepareDrillTrips(book, { ...world, earlierTests });

  for (const { lot, grades } of offers) {
    book.lots.push(lot);
    book.lotGrades.push(...grades);
  }
  return book;
}

/** The personas' orders, then what other traders want at the largest stand and elsewhere. */
function wishesOf(stands: readonly Stand[], today: Day, world: World): [Stand, OrderWish][] {
  const [largest, ...others] = stands;
  if (!largest) return [];
  const heroStand = stands.find((stand) => sellsAt(stand, world)) ?? largest;
  return [
    ...heroWishes(heroStand, today, world).map((wish): [Stand, OrderWish] => [heroStand, wish]),
    ...traderWishes(largest, today, world, { IN_PICKUP: 4, COMMITTED: 3, SOURCING: 2, DRAFT: 1 }),
    ...others
      .filter(({ offers }) => offers.length >= SMALLEST_STAND)
      .flatMap((stand) => traderWishes(stand, today, world, { COMMITTED: 1, SOURCING: 1 })),
  ];
}

const SMALLEST_STAND = 3;

const sellsAt = ({ offers }: Stand, { cast }: World): boolean =>
  offers.some(({ lot }) => lot.householdId === cast.grower.id);

const gradesOf = ({ cropCode }: Stand): GradeCode[] =>
  crop(cropCode).grades.map(({ code }) => code);

const HERO_WITHOUT_TRUCK = 'hero/without-truck';

/**
 * The trader persona's four: one being fetched this morning, one that the driver persona fetches tomorrow, one
 * that nobody was sent for yet, and one of five tonnes still looking for households.
 */
function heroWishes(stand: Stand, today: Day, { cast }: World): OrderWish[] {
  const wish = (
    facts: Pick<OrderWish, 'name' | 'pickupOn' | 'state'>,
    gradeCodes: readonly GradeCode[],
    growerShare: number,
    [wantedKg, foundKg]: readonly [number, number],
  ): OrderWish =>
    heroWish(stand, cast, {
      ...facts,
      placedOn: today,
      gradeCodes: gradeCodes.filter((code) => gradesOf(stand).includes(code)),
      growerShare,
      wantedG: kilograms(wantedKg),
      fillG: kilograms(foundKg),
    });
  const tomorrow = plusDays(today, 1);
  const dayAfter = plusDays(today, 2);
  return [
    wish({ name: 'hero/fetched', pickupOn: today, state: 'IN_PICKUP' }, ['L1'], 0.4, [900, 900]),
    wish(
      { name: 'hero/tomorrow', pickupOn: tomorrow, state: 'COMMITTED' },
      ['L1'],
      0.5,
      [1500, 1500],
    ),
    wish(
      { name: HERO_WITHOUT_TRUCK, pickupOn: tomorrow, state: 'COMMITTED' },
      ['L2', 'L3'],
      0,
      [1200, 1200],
    ),
    wish({ name: 'hero/sourced', pickupOn: dayAfter, state: 'SOURCING' }, ['L2'], 0.5, [5000, 900]),
  ];
}

type OpenState = 'IN_PICKUP' | 'COMMITTED' | 'SOURCING' | 'DRAFT';

/** Days from now until each is fetched; whoever is still asked has until tomorrow morning to answer. */
const DAYS_AHEAD: Readonly<Record<OpenState, number>> = {
  IN_PICKUP: 0,
  COMMITTED: 1,
  SOURCING: 2,
  DRAFT: 2,
};

function traderWishes(
  whole: Stand,
  today: Day,
  { traders, scale, cast }: World,
  counts: Partial<Record<OpenState, number>>,
): [Stand, OrderWish][] {
  // What the grower persona has left stays on the board for whoever tries the demo.
  const offers = whole.offers.filter(({ lot }) => lot.householdId !== cast.grower.id);
  const stand: Stand = { ...whole, offers };
  if (offers.length === 0) return [];
  return Object.entries(counts).flatMap(([name, count]) => {
    const state = name as OpenState;
    return Array.from({ length: count * scale }, (_, index): [Stand, OrderWish] => {
      const wish = someWish(stand, traders, {
        name: `${state}/${index}`,
        placedOn: today,
        pickupOn: plusDays(today, DAYS_AHEAD[state]),
        state,
      });
      switch (state) {
        case 'IN_PICKUP':
          return [stand, wholePickings(wish, gradesOf(stand))];
        case 'SOURCING':
          // Has asked a third of the households it needs.
          return [stand, { ...wish, fillG: kilograms(wish.wantedG / 3000) }];
        case 'COMMITTED':
        case 'DRAFT':
          return [stand, wish];
      }
    });
  });
}

const MORNING_TRUCK = kilograms(1500);

/** Trucks of the morning are small and take every grade, so that the day soon has prices for all of them. */
function wholePickings(wish: OrderWish, gradeCodes: readonly GradeCode[]): OrderWish {
  const wantedG = grams(Math.min(wish.wantedG, MORNING_TRUCK));
  return { ...wish, gradeCodes, wantedG, fillG: wantedG };
}

/** The first households of each truck are weighed; the last of them has not yet said yes to its ticket. */
function weighFirst(book: DayBook, collections: readonly Collection[], world: World): void {
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
  writeTickets(book, turns, world);
  for (const { run } of collections.flatMap(({ stops }) => [...stops.values()])) dispatch(run);
}

const WEIGHED_SO_FAR = 6;
