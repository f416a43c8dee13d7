import { instant, plusDays } from '../../kernel/day.js';
import { basisPoints, priceOf, sumGrams, vnd } from '../../kernel/units.js';
import { randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { grouped } from './grouped.js';
import { idOf } from './ids.js';
import type { FilledOrder, Taken } from './orders.js';
import type { DealLineRow, DealRow } from './trade-rows.js';

/** The terms one household agreed to within an order, with what it takes from the household's lots. */
export interface Agreement {
  readonly deal: DealRow;
  readonly lines: readonly AgreedLine[];
}

export interface AgreedLine {
  readonly dealLine: DealLineRow;
  readonly taken: Taken;
}

/** Orders below this are paid on the spot without a deposit. */
const DEPOSIT_FROM_G = 2_000_000;

/** One deal per household of a committed order, in the order in which their lots were taken. */
export function strikeDeals(book: DayBook, { order, wish, taken }: FilledOrder): Agreement[] {
  const random = randomFrom(`deals/${order.id}`);
  const deductionCapBp = basisPoints(
    random.pickWeighted([
      [0, 50],
      [100, 20],
      [200, 22],
      [300, 8],
    ]),
  );
  const depositPercent =
    sumGrams(taken.map(({ line }) => line.allocatedG)) >= DEPOSIT_FROM_G
      ? random.pick([5, 10, 10, 10, 20])
      : 0;
  const paymentTermDays = random.pickWeighted([
    [0, 60],
    [3, 25],
    [7, 15],
  ]);

  const byHousehold = grouped(taken, ({ offer }) => offer.lot.householdId);
  return [...byHousehold].map(([sellerId, theirs], index) => {
    const id = idOf(`deal/${order.id}/${sellerId}`);
    const lines = theirs.map((one): AgreedLine => ({ dealLine: dealLine(id, one), taken: one }));
    const agreedVnd = lines.reduce(
      (sum, { dealLine: line }) => sum + priceOf(line.agreedG, line.vndPerKg),
      0,
    );
    const deal: DealRow = {
      id,
      code: `${order.code}/${index + 1}`,
      orderId: order.id,
      sellerId,
      buyerId: order.buyerId,
      agreedG: sumGrams(lines.map(({ dealLine: line }) => line.agreedG)),
      agreedVnd: vnd(agreedVnd),
      deductionCapBp,
      // Deposits are spoken of in whole thousands.
      depositVnd: vnd(Math.round((agreedVnd * depositPercent) / 100_000) * 1000),
      paymentTermDays,
      buyingPointCode: theirs[0]!.offer.lot.buyingPointCode,
      pickupFrom: order.pickupFrom,
      pickupTo: order.pickupTo,
      committedAt: instant(plusDays(wish.placedOn, -1), '20:45'),
      state: 'COMMITTED',
    };
    book.deals.push(deal);
    book.dealLines.push(...lines.map(({ dealLine: line }) => line));
    return { deal, lines };
  });
}

const dealLine = (dealId: DealRow['id'], { line, orderLine }: Taken): DealLineRow => ({
  id: idOf(`deal-line/${line.id}`),
  dealId,
  allocationLineId: line.id,
  lotGradeId: line.lotGradeId,
  cropCode: orderLine.cropCode,
  varietyCode: orderLine.varietyCode,
  gradeCode: orderLine.gradeCode,
  agreedG: line.allocatedG,
  vndPerKg: line.vndPerKg,
});
