import { Injectable } from '@nestjs/common';
import { Accounts, type Party } from '../../accounts/index.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { DepositsStore, type Deposit } from '../data/deposits.store.js';
import { Weighing, type WeighTicket } from '../../weighing/index.js';

/** One batch per request for what payables point to. */
@Injectable()
export class PayableLoaders {
  readonly ticket: PerRequestLoader<string, WeighTicket | undefined>;
  readonly deposit: PerRequestLoader<string, Deposit | undefined>;
  readonly party: PerRequestLoader<string, Party | undefined>;

  constructor(weighing: Weighing, accounts: Accounts, deposits: DepositsStore) {
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
