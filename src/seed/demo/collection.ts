import { type Day, dayOf } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { ticketNumber } from '../../weighing/domain/ticket-number.js';
import type { DayBook } from './day-book.js';
import { type Agreement, strikeDeals } from './deals.js';
import type { FilledOrder } from './orders.js';
import { owe } from './payables.js';
import { type DayFleet, type Fetched, planRuns } from './runs.js';
import type { WeighTicketRow } from './trade-rows.js';
import { weigh } from './weighing.js';
import type { World } from './world.js';

/** The deals of one order and the runs that fetch them. */
export interface Collection {
  readonly filled: FilledOrder;
  readonly agreements: readonly Agreement[];
  /** By deal; a deal that no run fetches is missing. */
  readonly stops: ReadonlyMap<Id, Fetched>;
}

export function collect(
  book: DayBook,
  on: Day,
  filled: FilledOrder,
  dayFleet: DayFleet,
  { cast, serials }: World,
): Collection {
  const agreements = strikeDeals(book, filled);
  const wished = filled.order.buyerId === cast.trader.id ? cast.truck : undefined;
  const stops = planRuns(book, on, filled.order, agreements, dayFleet, serials, wished);
  return { filled, agreements, stops };
}

/** A household's turn at the scale. */
export interface Turn {
  readonly agreement: Agreement;
  readonly fetched: Fetched | null;
  readonly at: Date;
  readonly isConfirmed: boolean;
}

/** Tickets in the order of their times, each finishing its stop and adding to what the buyer owes. */
export function writeTickets(
  book: DayBook,
  turns: readonly Turn[],
  { partiesWithBank, coopMembers, serials, today }: World,
): void {
  const inTime = turns.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  for (const { agreement, fetched, at, isConfirmed } of inTime) {
    const { deal } = agreement;
    const ticket = weigh(book, agreement, {
      number: ticketNumber(dayOf(at), serials.next('ticket')),
      at,
      isConfirmed,
      hasWitness: coopMembers.has(deal.householdId),
    });
    if (!isConfirmed) continue;
    if (fetched) load(fetched, ticket);
    owe(book, deal, ticket, { today, hasBank: partiesWithBank.has(deal.householdId) });
  }
}

function load({ stop }: Fetched, { createdAt, confirmedAt }: WeighTicketRow): void {
  stop.arrivedAt = createdAt;
  stop.doneAt = confirmedAt;
  stop.state = 'DONE';
}
