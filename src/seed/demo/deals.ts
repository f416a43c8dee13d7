import type { Id } from '../../kernel/id.js';
import { type Grams, sumGrams } from '../../kernel/units.js';
import type { DayBook } from './day-book.js';
import { grouped } from './grouped.js';
import { idOf } from './ids.js';
import type { Taken } from './order-wish.js';
import type { FilledOrder } from './orders.js';
import type { DealLineRow, DealRow } from './trade-rows.js';

/** The terms one household agreed to within an order, with what the order takes from its lot. */
export interface Agreement {
  readonly deal: DealRow;
  readonly lines: readonly AgreedLine[];
  readonly agreedG: Grams;
}

export interface AgreedLine {
  readonly dealLine: DealLineRow;
  readonly taken: Taken;
}

/** One deal per household of a committed order, in the order in which their lots were taken. */
export function strikeDeals(book: DayBook, { order, taken }: FilledOrder): Agreement[] {
  const byHousehold = grouped(taken, ({ line }) => line.householdId);
  return [...byHousehold].map(([householdId, theirs], index) => {
    const deal: DealRow = {
      id: idOf(`deal/${order.id}/${householdId}`),
      number: `${order.number}/${index + 1}`,
      orderId: order.id,
      buyerId: order.buyerId,
      householdId,
      cropCode: order.cropCode,
      unit: theirs[0]!.offer.lot.unit,
      state: 'COMMITTED',
      readyFrom: order.readyFrom,
      readyTo: order.readyTo,
      deductionBp: order.deductionBp,
      paymentDays: order.paymentDays,
      createdAt: order.committedAt ?? order.createdAt,
    };
    const lines = theirs.map((one): AgreedLine => ({ dealLine: lineOf(deal.id, one), taken: one }));
    for (const { line } of theirs) {
      line.state = 'COMMITTED';
      line.dealId = deal.id;
    }
    book.deals.push(deal);
    book.dealLines.push(...lines.map(({ dealLine }) => dealLine));
    return { deal, lines, agreedG: sumGrams(lines.map(({ dealLine }) => dealLine.grams)) };
  });
}

const lineOf = (dealId: Id, { line, hold }: Taken): DealLineRow => ({
  id: idOf(`deal-line/${line.id}`),
  dealId,
  lotId: line.lotId,
  lotGradeId: line.lotGradeId,
  holdId: hold.id,
  gradeCode: line.gradeCode,
  grams: line.grams,
  vndPerKg: line.vndPerKg,
});
