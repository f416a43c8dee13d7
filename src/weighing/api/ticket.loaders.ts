import { Injectable } from '@nestjs/common';
import { Accounts, type Party } from '../../accounts/index.js';
import { Orders, type Deal } from '../../orders/index.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { TicketsStore, type TicketParts } from '../data/tickets.store.js';
import type { WeighTicketEntity } from '../data/weighing.entities.js';

/** One batch per request for what tickets point to. */
@Injectable()
export class TicketLoaders {
  readonly parts: PerRequestLoader<string, TicketParts | undefined>;
  readonly deal: PerRequestLoader<string, Deal | undefined>;
  readonly party: PerRequestLoader<string, Party | undefined>;
  readonly ofDeal: PerRequestLoader<string, WeighTicketEntity | undefined>;

  constructor(tickets: TicketsStore, orders: Orders, accounts: Accounts) {
    this.parts = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await tickets.parts(ids), (parts) => parts.ticketId),
    );
    this.deal = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await orders.dealFor(ids), (deal) => deal.id),
    );
    this.party = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
    this.ofDeal = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await tickets.liveOfDeals(ids), (ticket) => ticket.dealId),
    );
  }
}
