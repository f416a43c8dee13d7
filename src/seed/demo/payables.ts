import { type Day, instant, plusDays } from '../../kernel/day.js';
import { vnd, type Vnd } from '../../kernel/units.js';
import { randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import type { DealRow, PayableRow, WeighTicketRow } from './trade-rows.js';

export interface Payment {
  readonly on: Day;
  /** Whether the seller has an account that a transfer can reach. */
  readonly hasBank: boolean;
  /** A day long past is paid but for a few; a running day has only begun to pay. */
  readonly isPast: boolean;
}

type Progress = 'CONFIRMED' | 'DECLARED_PAID' | 'HALF_PAID' | 'UNPAID';

const PAST: readonly (readonly [Progress, number])[] = [
  ['CONFIRMED', 88],
  ['DECLARED_PAID', 6],
  ['HALF_PAID', 4],
  ['UNPAID', 2],
];
const RUNNING: readonly (readonly [Progress, number])[] = [
  ['CONFIRMED', 25],
  ['DECLARED_PAID', 25],
  ['UNPAID', 50],
];

/** Share of payments by bank transfer: 30 % in 2021, 65 % five years on. About half of the sellers have a bank. */
const transferShare = (on: Day): number => (on < '2023' ? 0.3 : 0.65);

/** What the buyer owes for one confirmed ticket, and how much of it has been paid. */
export function owe(
  book: DayBook,
  deal: DealRow,
  ticket: WeighTicketRow,
  { on, hasBank, isPast }: Payment,
): void {
  const random = randomFrom(`payable/${ticket.id}`);
  const method = hasBank && random.chance(Math.min(1, 2 * transferShare(on))) ? 'TRANSFER' : 'CASH';
  const progress = random.pickWeighted(isPast ? PAST : RUNNING);
  const cashRoundingVnd = method === 'CASH' ? toThousands(ticket.amountVnd) : vnd(0);
  const isPaid = progress === 'CONFIRMED' || progress === 'DECLARED_PAID';
  const isSettled = progress === 'CONFIRMED';
  const row: PayableRow = {
    id: idOf(`payable/${ticket.id}`),
    ticketId: ticket.id,
    payerId: ticket.buyerId,
    payeeId: ticket.sellerId,
    amountVnd: ticket.amountVnd,
    paidVnd: isPaid
      ? vnd(ticket.amountVnd + cashRoundingVnd)
      : vnd(progress === 'HALF_PAID' ? wholeThousands(ticket.amountVnd / 2) : 0),
    cashRoundingVnd,
    method,
    dueOn: plusDays(on, deal.paymentTermDays),
    // Those who pay on the spot do so by eleven; the others on the evening the money is due.
    paidAt:
      progress === 'UNPAID'
        ? null
        : isPast && deal.paymentTermDays > 0
          ? instant(plusDays(on, deal.paymentTermDays), '17:00')
          : new Date(ticket.weighedAt.getTime() + 10 * 60_000),
    state: isPaid ? progress : isPast || deal.paymentTermDays === 0 ? 'DUE' : 'ACCRUED',
  };
  book.payables.push(row);
  if (isSettled) deal.state = 'COMPLETED';
}

/** What is added (or taken off) to pay in notes of a thousand: half up. */
const toThousands = (amount: Vnd): Vnd => vnd(Math.floor((amount + 500) / 1000) * 1000 - amount);

const wholeThousands = (amount: number): number => Math.floor(amount / 1000) * 1000;
