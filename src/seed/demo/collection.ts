import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { grams } from '../../kernel/units.js';
import type { DayBook } from './day-book.js';
import { type Agreement, strikeDeals } from './deals.js';
import { padded } from './ids.js';
import type { FilledOrder } from './orders.js';
import { owe } from './payables.js';
import { type Collected, type DayFleet, planRuns } from './runs.js';
import type { WeighTicketRow } from './trade-rows.js';
import { weigh } from './weighing.js';
import type { World } from './world.js';

/** The deals of one order and the runs that fetch them. */
export interface Collection {
  readonly filled: FilledOrder;
  readonly agreements: readonly Agreement[];
  /** By deal; a deal that no run fetches is missing. */
  readonly stops: ReadonlyMap<Id, Collected>;
}

export function collect(
  book: DayBook,
  on: Day,
  filled: FilledOrder,
  dayFleet: DayFleet,
  { cast }: World,
): Collection {
  const agreements = strikeDeals(book, filled);
  const wished = filled.order.buyerId === cast.trader.id ? cast.truck : undefined;
  const stops = planRuns(book, on, filled.order, agreements, dayFleet, wished);
  return { filled, agreements, stops };
}

/** A household's turn at the scale. */
export interface Turn {
  readonly agreement: Agreement;
  readonly fetched: Collected | null;
  readonly at: Date;
  readonly isConfirmed: boolean;
}

/** Tickets in the order of their times, each moving the weight onto its run and into the buyer's debts. */
export function writeTickets(
  book: DayBook,
  on: Day,
  turns: readonly Turn[],
  { partiesWithBank }: World,
  isPast: boolean,
): void {
  const inTime = turns.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  for (const [index, { agreement, fetched, at, isConfirmed }] of inTime.entries()) {
    const { deal } = agreement;
    const ticket = weigh(book, agreement, {
      number: `PC-${on.slice(2).replaceAll('-', '')}-${padded(index + 1, 4)}`,
      at,
      runStopId: fetched?.stop.id ?? null,
      isConfirmed,
    });
    if (!isConfirmed) continue;
    if (fetched) load(fetched, ticket);
    owe(book, deal, ticket, { on, hasBank: partiesWithBank.has(deal.sellerId), isPast });
  }
}

function load({ run, stop }: Collected, ticket: WeighTicketRow): void {
  stop.loadedG = ticket.netG;
  stop.doneAt = ticket.confirmedAt;
  stop.state = 'DONE';
  run.loadedG = grams(run.loadedG + ticket.netG);
}
