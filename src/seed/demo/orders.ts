import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { basisPoints, type Grams, grams, sumGrams, type Vnd, vnd } from '../../kernel/units.js';
import { commune2021 } from '../facts/admin-units.js';
import type { CropCode, GradeCode } from '../facts/crops.js';
import { modelPrice } from '../facts/prices.js';
import { apportion, type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import { freeG, type Offer } from './lots.js';
import { orderNumber } from './order-number.js';
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
  /** Unique among the orders of its day: `hero/fetched`. */
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
}

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
): FilledOrder | null {
  const random = randomFrom(`order/${wish.placedOn}/${wish.name}`);
  const order = orderOf(book, wish, random);
  const mood = random.between(-1, 1);
  const takes = wish.state === 'DRAFT' ? [] : takesOf(offers, wish, order, random);
  if (takes.length === 0 && !isOpen(order)) return null;
  const lines = orderLines(order, wish, takes, mood);
  const taken = takes.map((take) => {
    const { maxVndPerKg } = lines.find(({ gradeCode }) => gradeCode === take.grade.gradeCode)!;
    return allocate(book, order, take, maxVndPerKg, wish, random);
  });

  book.orders.push(order);
  book.orderLines.push(...lines);
  return { order, taken };
}

function orderOf(book: DayBook, wish: OrderWish, random: Random): OrderRow {
  const eveningBefore = plusDays(wish.placedOn, -1);
  const isCommitted = wish.state !== 'DRAFT' && wish.state !== 'SOURCING';
  return {
    id: idOf(`order/${wish.placedOn}/${wish.name}`),
    number: orderNumber(wish.placedOn, book.orders.length),
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
    createdAt: instant(eveningBefore, '19:00'),
  };
}

interface Take {
  readonly offer: Offer;
  readonly grade: LotGradeRow;
  readonly takenG: Grams;
}

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
      const offered = random.chance(0.15)
        ? wholeKg(free * random.between(0.5, 0.9))
        : wholeKg(free);
      const takenG = wholeKg(Math.min(left, offered));
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
  const fitting = offers.filter(
    ({ lot }) => lot.readyFrom <= order.readyFrom && lot.readyTo >= order.readyTo,
  );
  return random
    .shuffled(fitting)
    .map((offer) => {
      const { latitude, longitude } = commune2021(offer.lot.unit.code);
      const isFirst = offer.lot.householdId === wish.firstHouseholdId;
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

function allocate(
  book: DayBook,
  order: OrderRow,
  { offer, grade, takenG }: Take,
  vndPerKg: Vnd,
  wish: OrderWish,
  random: Random,
): Taken {
  const isFirst = offer.lot.householdId === wish.firstHouseholdId;
  const state = order.state === 'SOURCING' ? answer(isFirst, random) : 'ACCEPTED';
  const times = order.state === 'SOURCING' ? askedBeforeDawn(wish) : askedAtNight(wish);
  const line: AllocationLineRow = {
    id: idOf(`allocation/${order.id}/${grade.id}`),
    orderId: order.id,
    lotId: offer.lot.id,
    lotGradeId: grade.id,
    householdId: offer.lot.householdId,
    gradeCode: grade.gradeCode,
    grams: takenG,
    vndPerKg,
    state,
    ...times,
    answeredAt: state === 'OFFERED' ? null : times.answeredAt,
    dealId: null,
  };
  const hold: LotHoldRow = {
    id: line.id,
    lotGradeId: grade.id,
    grams: takenG,
    expiresAt: state === 'OFFERED' ? line.expiresAt : null,
    state: state === 'DECLINED' ? 'RELEASED' : 'HELD',
    createdAt: line.offeredAt,
  };
  if (hold.state === 'HELD') grade.reservedG = grams(grade.reservedG + takenG);
  book.allocationLines.push(line);
  book.lotHolds.push(hold);
  return { line, hold, grade, offer };
}

type AskedTimes = Pick<AllocationLineRow, 'offeredAt' | 'expiresAt' | 'answeredAt'>;

const askedAtNight = ({ placedOn }: OrderWish): AskedTimes => ({
  offeredAt: instant(plusDays(placedOn, -1), '19:05'),
  expiresAt: instant(plusDays(placedOn, -1), '21:00'),
  answeredAt: instant(plusDays(placedOn, -1), '20:30'),
});

/** The answer may wait until the next morning, so that whoever opens the demo today can still give it. */
const askedBeforeDawn = ({ placedOn }: OrderWish): AskedTimes => ({
  offeredAt: instant(placedOn, '04:45'),
  expiresAt: instant(plusDays(placedOn, 1), '06:30'),
  answeredAt: instant(placedOn, '05:10'),
});

/** The persona, who is asked first, is left to answer for herself. */
function answer(isFirst: boolean, random: Random): AllocationState {
  if (isFirst) return 'OFFERED';
  return random.pickWeighted<AllocationState>([
    ['ACCEPTED', 50],
    ['OFFERED', 35],
    ['DECLINED', 15],
  ]);
}

const wholeKg = (weight: number): Grams => grams(Math.floor(weight / 1000) * 1000);
