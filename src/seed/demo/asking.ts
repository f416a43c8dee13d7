import { instant, plusDays } from '../../kernel/day.js';
import { grams, priceOf, sumGrams, type Vnd, vnd } from '../../kernel/units.js';
import { COLLECTION_COSTS } from '../../orders/domain/collection-costs.js';
import { marketOf } from '../facts/places.js';
import type { Random } from '../random.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import type { OrderWish, Take, Taken } from './order-wish.js';
import type {
  AllocationLineRow,
  AllocationPlanRow,
  AllocationState,
  LotHoldRow,
  OrderLineRow,
  OrderRow,
} from './trade-rows.js';

/** Asks the households of all takes at once: the plan of the round, a line and a hold for each. */
export function ask(
  book: DayBook,
  order: OrderRow,
  lines: readonly OrderLineRow[],
  takes: readonly Take[],
  wish: OrderWish,
  random: Random,
): Taken[] {
  if (takes.length === 0) return [];
  const plan = planOf(order, lines);
  const taken = takes.map((take) => {
    const { maxVndPerKg } = lines.find(({ gradeCode }) => gradeCode === take.grade.gradeCode)!;
    return allocate(order, plan, take, maxVndPerKg, wish, random);
  });
  book.allocationPlans.push(costed(plan, order, taken));
  book.allocationLines.push(...taken.map(({ line }) => line));
  book.lotHolds.push(...taken.map(({ hold }) => hold));
  return taken;
}

type BarePlan = Omit<AllocationPlanRow, 'plannedG' | 'goodsVnd' | 'transportVnd'>;

const planOf = (order: OrderRow, lines: readonly OrderLineRow[]): BarePlan => ({
  id: idOf(`plan/${order.id}`),
  orderId: order.id,
  policy: order.policy,
  wantedG: sumGrams(lines.map(({ wantedG }) => wantedG)),
  createdAt: order.createdAt,
});

/** Collecting as the product estimates it before a truck is planned: gates by the piece, the long way by the tonne. */
function costed(plan: BarePlan, order: OrderRow, taken: readonly Taken[]): AllocationPlanRow {
  const plannedG = sumGrams(taken.map(({ line }) => line.grams));
  const gates = new Set(taken.map(({ line }) => line.lotId)).size;
  const { pointVnd, tonneVnd, tonneVndPerKm } = COLLECTION_COSTS;
  const aTonne = tonneVnd + tonneVndPerKm * marketOf(order.marketCode).roadKm;
  return {
    ...plan,
    plannedG,
    goodsVnd: vnd(taken.reduce((sum, { line }) => sum + priceOf(line.grams, line.vndPerKg), 0)),
    transportVnd: vnd(gates * pointVnd + Math.round((plannedG / 1_000_000) * aTonne)),
  };
}

function allocate(
  order: OrderRow,
  plan: BarePlan,
  { offer, grade, takenG }: Take,
  vndPerKg: Vnd,
  wish: OrderWish,
  random: Random,
): Taken {
  const isFirst = offer.lot.householdId === wish.first?.householdId;
  const state = order.state === 'SOURCING' ? answer(isFirst, random) : 'ACCEPTED';
  const times = order.state === 'SOURCING' ? askedBeforeDawn(wish) : askedAtNight(wish);
  const line: AllocationLineRow = {
    id: idOf(`allocation/${order.id}/${grade.id}`),
    orderId: order.id,
    planId: plan.id,
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
