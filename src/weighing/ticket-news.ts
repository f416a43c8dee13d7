import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { grams, vnd } from '../kernel/units.js';
import { Notices } from '../messages/index.js';
import { Handlers } from '../platform/events/handlers.js';
import { slipOf } from './data/slip.js';
import { TicketsStore } from './data/tickets.store.js';
import type { WeighTicketEntity } from './data/weighing.entities.js';
import { mostUnasked, overOf } from './domain/over-weight.js';

/** Tells the other side what happened to a ticket. */
@Injectable()
export class TicketNews implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly tickets: TicketsStore,
    private readonly notices: Notices,
    private readonly accounts: Accounts,
  ) {}

  onModuleInit(): void {
    this.handlers.on('ticket.submitted', 'weighing: ask the household', async (tx, event, id) => {
      const { ticket, facts, path } = await this.told(event.ticketId);
      await this.notices.tell(tx, id, [
        { partyId: ticket.householdId, kind: 'TICKET_SUBMITTED', facts, path },
      ]);
    });
    this.handlers.on('ticket.confirmed', 'weighing: tell both sides', async (tx, event, id) => {
      const { ticket, facts, path } = await this.told(event.ticketId);
      const parties = [ticket.buyerId];
      // A household whose cooperative spoke for it hears what was said.
      if (ticket.confirmMethod === 'WITNESS') parties.push(ticket.householdId);
      await this.notices.tell(
        tx,
        id,
        parties.map((partyId) => ({ partyId, kind: 'TICKET_CONFIRMED' as const, facts, path })),
      );
    });
    this.handlers.on('ticket.disputed', 'weighing: tell the buyer', async (tx, event, id) => {
      const { ticket, path } = await this.told(event.ticketId);
      const facts = { ticketNumber: ticket.number, reason: ticket.disputeReason ?? '' };
      await this.notices.tell(tx, id, [
        { partyId: ticket.buyerId, kind: 'TICKET_DISPUTED', facts, path },
      ]);
    });
    this.handlers.on('ticket.over', 'weighing: ask the buyer', async (tx, event, id) => {
      const ticket = await this.tickets.find(event.ticketId);
      const over = await this.overNow(ticket);
      // Weighed otherwise, or answered, since it was refused.
      if (ticket.state !== 'OPEN' || !over) return;
      const [household] = await this.accounts.parties([ticket.householdId]);
      await this.notices.tell(tx, id, [
        {
          partyId: ticket.buyerId,
          kind: 'TICKET_OVER',
          facts: {
            ticketNumber: ticket.number,
            cropCode: ticket.cropCode,
            household: household?.name ?? '',
            overGrams: over.over,
            costVnd: over.costVnd,
          },
          path: `/app/can-hang/${ticket.dealId}`,
        },
      ]);
    });
  }

  private async overNow(ticket: WeighTicketEntity) {
    const [parts] = await this.tickets.parts([ticket.id]);
    if (!parts) return undefined;
    const { payableG, amountVnd } = slipOf(ticket, parts);
    return overOf({
      payable: grams(payableG),
      amountVnd: vnd(amountVnd),
      most: mostUnasked(parts),
    });
  }

  private async told(ticketId: string) {
    const ticket = await this.tickets.find(ticketId);
    const facts = {
      ticketNumber: ticket.number,
      cropCode: ticket.cropCode,
      payableGrams: ticket.payableG ?? 0,
      amountVnd: ticket.amountVnd ?? 0,
    };
    return { ticket, facts, path: `/app/can/${ticket.id}` };
  }
}
