import { dayOf, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { basisPoints, type Grams, grams, sumGrams, type Vnd, vnd } from '../../kernel/units.js';
import { orderNumber } from '../../orders/domain/order-number.js';
import { commune2021 } from '../facts/admin-units.js';
import type { GradeCode } from '../facts/crops.js';
import { modelPrice } from '../facts/prices.js';
import { apportion, type Random, randomFrom } from '../random.js';
import { ask } from './asking.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import { freeG, type Offer } from './lots.js';
import type { OrderWish, Take, Taken } from './order-wish.js';
import type { Serials } from './serials.js';
import type { OrderLineRow, OrderRow } from './trade-rows.js';

/** Below this a stop is not worth its minutes. */
const SMALLEST_TAKE_G = 10_000;
const TOLERANCE = basisPoints(500);

export interface FilledOrder {
  readonly order: OrderRow;
  readonly taken: readonly Taken[];
}

/**
 * Writes the order, its lines, what it takes from the offers (all of the wished variety), and the holds on them.
 * Null, and nothing written, when an order past sourcing finds nothing on the board.
 */
export function placeOrder(
  book: DayBook,
  offers: readonly Offer[],
  wish: OrderWish,
  serials: Serials,
): FilledOrder | null {
  const random = randomFrom(`order/${wish.placedOn}/${wish.name}`);
  const order = orderOf(wish, serials.next('order'), random);
  const mood = random.between(-1, 1);
  const takes = wish.state === 'DRAFT' ? [] : takesOf(offers, wish, order, random);
  if (takes.length === 0 && !isOpen(order)) return null;
  const lines = orderLines(order, wish, takes, mood);
  const taken = ask(book, order, lines, takes, wish, random);
  book.orders.push(order);
  book.orderLines.push(...lines);
  return { order, taken };
}

function orderOf(wish: OrderWish, serial: number, random: Random): OrderRow {
  const eveningBefore = plusDays(wish.placedOn, -1);
  const createdAt = instant(eveningBefore, '19:00');
  const isCommitted = wish.state !== 'DRAFT' && wish.state !== 'SOURCING';
  return {
    id: idOf(`order/${wish.placedOn}/${wish.name}`),
    number: orderNumber(dayOf(createdAt), serial),
    buyerId: wish.buyerId,
    cropCode: wish.cropCode,
    varietyCode: wish.varietyCode,
    state: wish.state,
    readyFrom: instant(wish.pickupOn, '05:00'),
    readyTo: instant(wish.pickupOn, '10:30'),
    marketCode: wish.marketCode,
    policy: random.pick(['FAIR_SHARE', 'LOWEST_COST']),
    toleranceBp: TOLERANCE,
    deductionBp: basisPoints(
      random.pickWeighted([
        [0, 50],
        [100, 20],
        [200, 22],
        [300, 8],
      ]),
    ),
    paymentDays: random.pickWeighted([
      [0, 60],
      [3, 25],
      [7, 15],
    ]),
    committedAt: isCommitted ? instant(eveningBefore, '20:45') : null,
    createdAt,
    ...wish.terms,
  };
}

const isAskedFirst = ({ lot }: Offer, { first }: OrderWish): boolean =>
  lot.householdId === first?.householdId;

/** Lot after lot, nearest communes first, one lot of a household, whole kilograms, until the order is full. */
function takesOf(
  offers: readonly Offer[],
  wish: OrderWish,
  order: OrderRow,
  random: Random,
): Take[] {
  const takes: Take[] = [];
  const households = new Set<Id>();
  let left: number = wish.fillG;
  for (const offer of ranked(offers, wish, order, random)) {
    if (left < SMALLEST_TAKE_G) break;
    if (households.has(offer.lot.householdId)) continue;
    for (const grade of offer.grades) {
      if (!wish.gradeCodes.includes(grade.gradeCode)) continue;
      const free = freeG(grade);
      // Some growers keep a part back for buyers who come by.
      const kept = random.chance(0.15) ? random.between(0.5, 0.9) : 1;
      const share = isAskedFirst(offer, wish) ? wish.first!.share : kept;
      const takenG = wholeKg(Math.min(left, free * share));
      if (takenG < SMALLEST_TAKE_G) continue;
      takes.push({ offer, grade, takenG });
      households.add(offer.lot.householdId);
      left -= takenG;
    }
  }
  return takes;
}

function ranked(
  offers: readonly Offer[],
  wish: OrderWish,
  order: OrderRow,
  random: Random,
): Offer[] {
  const home = commune2021(wish.nearCommuneCode);
  // On sale through the whole pick-up.
  const fitting = offers.filter(
    ({ lot }) => lot.readyFrom <= order.readyFrom && lot.readyTo >= order.readyTo,
  );
  return random
    .shuffled(fitting)
    .map((offer) => {
      const { latitude, longitude } = commune2021(offer.lot.unit.code);
      const isFirst = isAskedFirst(offer, wish);
      const distance = Math.hypot(latitude - home.latitude, longitude - home.longitude);
      return { offer, rank: isFirst ? -1 : distance };
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ offer }) => offer);
}

function orderLines(
  order: OrderRow,
  wish: OrderWish,
  takes: readonly Take[],
  mood: number,
): OrderLineRow[] {
  const found = wish.gradeCodes.map((gradeCode) =>
    sumGrams(
      takes.filter(({ grade }) => grade.gradeCode === gradeCode).map(({ takenG }) => takenG),
    ),
  );
  // What is still missing is wanted evenly over the grades.
  const missingKg = Math.max(0, Math.floor((wish.wantedG - sumGrams(found)) / 1000));
  const missing = apportion(
    isOpen(order) ? missingKg : 0,
    found.map(() => 1),
  );
  return wish.gradeCodes
    .map((gradeCode, index) => ({
      id: idOf(`order-line/${order.id}/${gradeCode}`),
      orderId: order.id,
      gradeCode,
      wantedG: grams(found[index]! + missing[index]! * 1000),
      maxVndPerKg: quotedPrice(wish, gradeCode, mood),
    }))
    .filter(({ wantedG }) => wantedG > 0);
}

const isOpen = ({ state }: OrderRow): boolean => state === 'DRAFT' || state === 'SOURCING';

/** One price for every household of an order: in steps of 500 đ, of 100 đ below ten thousand. */
function quotedPrice(wish: OrderWish, gradeCode: GradeCode, mood: number): Vnd {
  const { cropCode, varietyCode, placedOn: on } = wish;
  const price = modelPrice({ cropCode, varietyCode, gradeCode, on, mood });
  if (price === null) throw new RangeError(`no price for ${varietyCode} ${gradeCode} on ${on}`);
  const step = price < 10_000 ? 100 : 500;
  return vnd(Math.round(price / step) * step);
}

const wholeKg = (weight: number): Grams => grams(Math.floor(weight / 1000) * 1000);
