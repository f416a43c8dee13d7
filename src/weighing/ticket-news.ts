import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../messages/index.js';
import { Handlers } from '../platform/events/handlers.js';
import { TicketsStore } from './data/tickets.store.js';

/** Tells the other side what happened to a ticket. */
@Injectable()
export class TicketNews implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly tickets: TicketsStore,
    private readonly notices: Notices,
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
