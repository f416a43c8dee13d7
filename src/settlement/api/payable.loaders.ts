import { Injectable } from '@nestjs/common';
import { Accounts, type Party } from '../../accounts/index.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { DepositsStore, type Deposit } from '../data/deposits.store.js';
import { PartsStore, type PayablePart } from '../data/parts.store.js';
import { Weighing, type WeighTicket } from '../../weighing/index.js';

/** One batch per request for what payables point to. */
@Injectable()
export class PayableLoaders {
  readonly ticket: PerRequestLoader<string, WeighTicket | undefined>;
  readonly deposit: PerRequestLoader<string, Deposit | undefined>;
  readonly parts: PerRequestLoader<string, PayablePart[]>;
  readonly party: PerRequestLoader<string, Party | undefined>;

  constructor(weighing: Weighing, accounts: Accounts, deposits: DepositsStore, parts: PartsStore) {
    this.parts = new PerRequestLoader(async (ids) => {
      const found = await parts.ofPayables(ids);
      return ids.map((id) => found.filter(({ payableId }) => payableId === id));
    });
    this.deposit = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await deposits.ofDeals(ids), (deposit) => deposit.dealId),
    );
    this.ticket = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await weighing.ticketsByIds(ids), (ticket) => ticket.id),
    );
    this.party = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
  }
}
