import { type Day, dayOf, instant, plusDays } from '../../kernel/day.js';
import { randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import type { DealRow, PayableRow, WeighTicketRow } from './trade-rows.js';

interface Payment {
  /** The market day in progress. A day that is over is paid but for a few; a running day has only begun to pay. */
  readonly today: Day;
  /** Whether the seller has an account that a transfer can reach. */
  readonly hasBank: boolean;
}

type Weighted = readonly (readonly [PayableRow['state'], number])[];

const PAST: Weighted = [
  ['CONFIRMED', 89],
  ['DECLARED_PAID', 6],
  ['DUE', 4],
  ['CONTESTED', 1],
];
const RUNNING: Weighted = [
  ['CONFIRMED', 20],
  ['DECLARED_PAID', 30],
  ['DUE', 50],
];

const MINUTE_MS = 60_000;

/** Share of payments by bank transfer: 30 % in 2021, 65 % five years on. */
const transferShare = (on: Day): number => (on < '2023' ? 0.3 : 0.65);

/** What the buyer owes for one confirmed ticket, and how far the paying has come. */
export function owe(
  book: DayBook,
  deal: DealRow,
  ticket: WeighTicketRow,
  { today, hasBank }: Payment,
): void {
  const random = randomFrom(`payable/${ticket.id}`);
  const on = dayOf(ticket.createdAt);
  // Only about half of the sellers have an account, so those are paid by transfer twice as often.
  const isTransfer = hasBank && random.chance(2 * transferShare(on));
  const isLater = deal.paymentDays > 0;
  const declaredAt = isLater
    ? instant(plusDays(on, deal.paymentDays), '17:00')
    : new Date(ticket.createdAt.getTime() + 10 * MINUTE_MS);
  // Whoever may pay later waits for the day.
  const isWaiting = isLater && declaredAt >= instant(today, '05:00');
  const state = isWaiting ? 'DUE' : random.pickWeighted(on < today ? PAST : RUNNING);
  book.payables.push({
    id: idOf(`payable/${ticket.id}`),
    ticketId: ticket.id,
    orderId: ticket.orderId,
    payerId: ticket.buyerId,
    payeeId: ticket.householdId,
    amountVnd: ticket.amountVnd,
    state,
    dueOn: plusDays(on, deal.paymentDays),
    method: state === 'DUE' ? null : isTransfer ? 'TRANSFER' : 'CASH',
    declaredAt: state === 'DUE' ? null : declaredAt,
    confirmedAt: state === 'CONFIRMED' ? new Date(declaredAt.getTime() + 5 * MINUTE_MS) : null,
    contestReason: state === 'CONTESTED' ? 'Mới nhận được một phần' : null,
    createdAt: ticket.confirmedAt ?? ticket.createdAt,
  });
  if (state === 'CONFIRMED') deal.state = 'PAID';
}
