import { Injectable } from '@nestjs/common';
import { grams, vnd, type Grams, type Vnd } from '../kernel/units.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { TicketsStore } from './data/tickets.store.js';
import type { WeighTicketEntity } from './data/weighing.entities.js';
import { WeighingStore } from './data/weighing.store.js';

export type WeighTicket = Readonly<WeighTicketEntity>;

/** What one grade of a ticket comes to. */
export interface TicketAmounts {
  readonly gradeCode: string;
  readonly payable: Grams;
  readonly amountVnd: Vnd;
}

/** Weigh tickets, for the features above. Whoever may see a deal may see its ticket. */
@Injectable()
export class Weighing {
  constructor(
    private readonly tickets: TicketsStore,
    private readonly store: WeighingStore,
  ) {}

  /** Lets the driver who fetches a deal put it on a scale; once is enough. */
  allowWeigher(tx: Tx, dealId: string, personId: string): Promise<void> {
    return this.store.allowWeigher(tx, dealId, personId);
  }

  ticketsByIds(ids: readonly string[]): Promise<WeighTicket[]> {
    return this.tickets.byIds(ids);
  }

  /** The live tickets of these deals, at most one each. */
  ticketsOfDeals(dealIds: readonly string[]): Promise<WeighTicket[]> {
    return this.tickets.liveOfDeals(dealIds);
  }

  /** What a ticket that was submitted comes to, by grade. */
  async amountsOf(ticketId: string): Promise<TicketAmounts[]> {
    const [parts] = await this.tickets.parts([ticketId]);
    return (parts?.lines ?? []).map(({ gradeCode, payableG, amountVnd }) => ({
      gradeCode,
      payable: grams(payableG),
      amountVnd: vnd(amountVnd),
    }));
  }

  /** Net weight on the confirmed tickets of these deals, before any deduction; deals without one are missing. */
  netOfDeals(dealIds: readonly string[]): Promise<ReadonlyMap<string, Grams>> {
    return this.tickets.netOfDeals(dealIds);
  }
}
