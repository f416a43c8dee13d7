import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { basisPoints, type Grams, grams, sumGrams, type Vnd, vnd } from '../../kernel/units.js';
import { commune2021 } from '../facts/admin-units.js';
import { crop, type CropCode, type GradeCode } from '../facts/crops.js';
import { modelPrice } from '../facts/prices.js';
import { apportion, type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import { freeG, type Offer } from './lots.js';
import { orderCode } from './order-code.js';
import type {
  AllocationLineRow,
  AllocationState,
  LotGradeRow,
  LotHoldRow,
  OrderLineRow,
  OrderRow,
  OrderState,
} from './trade-rows.js';

/** Below this a stop is not worth its minutes. */
const SMALLEST_TAKE_G = 10_000;
const TOLERANCE = basisPoints(500);

export interface OrderWish {
  /** Unique among the orders of its day: `hung/0`. */
  readonly name: string;
  readonly placedOn: Day;
  readonly pickupOn: Day;
  readonly buyerId: Id;
  readonly marketCode: string;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly gradeCodes: readonly GradeCode[];
  /** How much the buyer wants; an order that is still being sourced may have found less. */
  readonly wantedG: Grams;
  /** How much of it may be taken from the board now. */
  readonly fillG: Grams;
  /** Lots are taken from near this commune first. */
  readonly nearCommuneCode: string;
  readonly state: OrderState;
  /** This household is asked before all others. */
  readonly firstHouseholdId?: Id;
}

export interface Taken {
  readonly line: AllocationLineRow;
  readonly hold: LotHoldRow;
  readonly grade: LotGradeRow;
  readonly offer: Offer;
  readonly orderLine: OrderLineRow;
}

export interface FilledOrder {
  readonly order: OrderRow;
  readonly wish: OrderWish;
  readonly taken: readonly Taken[];
}

/**
 * Writes the order, its lines, what it takes from the lots, and the holds on them.
 * Null, and nothing written, when an order past sourcing finds nothing on the board.
 */
export function placeOrder(
  book: DayBook,
  offers: readonly Offer[],
  wish: OrderWish,
): FilledOrder | null {
  const name = `${wish.placedOn}/${wish.name}`;
  const random = randomFrom(`order/${name}`);
  const order: OrderRow = {
    id: idOf(`order/${name}`),
    code: orderCode(wish.placedOn, book.orders.length),
    buyerId: wish.buyerId,
    policy: random.pick(['FAIR_SHARE', 'FAIR_SHARE', 'FEWEST_STOPS', 'SOONEST_EXPIRY']),
    marketCode: wish.marketCode,
    pickupFrom: instant(wish.pickupOn, '05:00'),
    pickupTo: instant(wish.pickupOn, '10:30'),
    toleranceBp: TOLERANCE,
    createdAt: instant(plusDays(wish.placedOn, -1), '19:00'),
    state: wish.state,
  };
  const mood = random.between(-1, 1);
  const takes = wish.state === 'DRAFT' ? [] : takesOf(offers, wish, order, random);
  if (takes.length === 0 && !isOpen(order)) return null;
  const lines = orderLines(order, wish, takes, mood);
  const taken = takes.map((take) => {
    const orderLine = lines.find(({ gradeCode }) => gradeCode === take.grade.gradeCode)!;
    return allocate(book, order, orderLine, take, wish, random);
  });

  book.orders.push(order);
  book.orderLines.push(...lines);
  return { order, wish, taken };
}

interface Take {
  readonly offer: Offer;
  readonly grade: LotGradeRow;
  readonly takenG: Grams;
}

/** Lot after lot, nearest communes first, until the order is full; whole kilograms only. */
function takesOf(
  offers: readonly Offer[],
  wish: OrderWish,
  order: OrderRow,
  random: Random,
): Take[] {
  const takes: Take[] = [];
  let left: number = wish.fillG;
  for (const offer of ranked(offers, wish, order, random)) {
    for (const grade of offer.grades) {
      if (!wish.gradeCodes.includes(grade.gradeCode)) continue;
      const free = freeG(grade);
      // Some growers keep a part back for buyers who come by.
      const offered = random.chance(0.15) ? wholeKg(free * random.between(0.5, 0.9)) : free;
      const takenG = grams(Math.min(left, offered));
      if (takenG < SMALLEST_TAKE_G) continue;
      takes.push({ offer, grade, takenG });
      left -= takenG;
    }
    if (left < SMALLEST_TAKE_G) break;
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
  const distance = ({ lot }: Offer): number => {
    if (lot.householdId === wish.firstHouseholdId) return -1;
    const { latitude, longitude } = commune2021(lot.unitCode);
    return Math.hypot(latitude - home.latitude, longitude - home.longitude);
  };
  const fitting = offers.filter(
    ({ lot }) =>
      lot.cropCode === wish.cropCode &&
      lot.varietyCode === wish.varietyCode &&
      lot.readyFrom <= order.pickupFrom &&
      lot.readyTo >= order.pickupTo,
  );
  return random.shuffled(fitting).toSorted((one, other) => distance(one) - distance(other));
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
      cropCode: wish.cropCode,
      varietyCode: wish.varietyCode,
      gradeCode,
      wantedG: grams(found[index]! + missing[index]! * 1000),
      maxVndPerKg: quotedPrice(wish, gradeCode, mood),
    }))
    .filter(({ wantedG }) => wantedG > 0);
}

const isOpen = ({ state }: OrderRow): boolean => state === 'DRAFT' || state === 'SOURCING';

/** One price for every household of an order: in steps of 500 đ, of 100 đ below ten thousand. */
function quotedPrice(wish: OrderWish, gradeCode: GradeCode, mood: number): Vnd | null {
  const { cropCode, varietyCode, placedOn: on } = wish;
  const price = modelPrice({ cropCode, varietyCode, gradeCode, on, mood });
  if (price === null) return null;
  const step = price < 10_000 ? 100 : 500;
  return vnd(Math.round(price / step) * step);
}

function allocate(
  book: DayBook,
  order: OrderRow,
  orderLine: OrderLineRow,
  { offer, grade, takenG }: Take,
  wish: OrderWish,
  random: Random,
): Taken {
  if (orderLine.maxVndPerKg === null)
    throw new RangeError(`no price for ${crop(wish.cropCode).name} ${grade.gradeCode}`);
  const isAsked = offer.lot.householdId === wish.firstHouseholdId;
  const state = order.state === 'SOURCING' ? answer(isAsked, random) : 'ACCEPTED';
  const offeredAt = instant(wish.placedOn, '04:45');
  // Asked before dawn: the answer may wait until the next morning, for nobody is pressed at night.
  const expiresAt = instant(plusDays(wish.placedOn, 1), '06:30');
  const line: AllocationLineRow = {
    id: idOf(`allocation/${order.id}/${grade.id}`),
    orderId: order.id,
    orderLineId: orderLine.id,
    lotId: offer.lot.id,
    lotGradeId: grade.id,
    allocatedG: takenG,
    vndPerKg: orderLine.maxVndPerKg,
    offeredAt: order.state === 'SOURCING' ? offeredAt : order.createdAt,
    expiresAt: state === 'OFFERED' ? expiresAt : null,
    respondedAt: state === 'ACCEPTED' || state === 'DECLINED' ? respondedAt(order, wish) : null,
    state,
  };
  const isHeld = state === 'OFFERED' || state === 'ACCEPTED';
  if (isHeld) grade.reservedG = grams(grade.reservedG + takenG);
  const hold: LotHoldRow = {
    id: idOf(`hold/${line.id}`),
    lotGradeId: grade.id,
    allocationLineId: line.id,
    heldG: takenG,
    state: isHeld ? 'HELD' : 'RELEASED',
    expiresAt: line.expiresAt,
    createdAt: line.offeredAt,
  };
  book.allocationLines.push(line);
  book.lotHolds.push(hold);
  return { line, hold, grade, offer, orderLine };
}

const respondedAt = (order: OrderRow, wish: OrderWish): Date =>
  order.state === 'SOURCING'
    ? instant(wish.placedOn, '05:10')
    : instant(plusDays(wish.placedOn, -1), '20:30');

/** The persona is left to answer for herself. */
function answer(isAsked: boolean, random: Random): AllocationState {
  if (isAsked) return 'OFFERED';
  return random.pickWeighted<AllocationState>([
    ['ACCEPTED', 50],
    ['OFFERED', 35],
    ['DECLINED', 15],
  ]);
}

const wholeKg = (weight: number): Grams => grams(Math.floor(weight / 1000) * 1000);
