import { Injectable } from '@nestjs/common';
import { Accounts, type Party } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { BandReferencesStore, type BandReference } from '../data/band-references.store.js';
import type { BuyerRecord, MadeOffer, Negotiation, SaidWords } from '../data/negotiation.rows.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { RecordsStore } from '../data/records.store.js';

const RECORD_DAYS = 90;

/** One batch a request for each kind of thing that hangs on a negotiation. */
@Injectable()
export class NegotiationLoaders {
  readonly #offers: PerRequestLoader<string, MadeOffer[]>;
  readonly #words: PerRequestLoader<string, SaidWords[]>;
  readonly #parties: PerRequestLoader<string, Party | undefined>;
  readonly #records: PerRequestLoader<string, BuyerRecord | undefined>;
  readonly #ofDeals: PerRequestLoader<string, Negotiation | undefined>;

  readonly #references: PerRequestLoader<string, BandReference[]>;

  constructor(
    store: NegotiationsStore,
    records: RecordsStore,
    references: BandReferencesStore,
    accounts: Accounts,
    clock: Clock,
  ) {
    this.#references = new PerRequestLoader(async (ids) => {
      const kept = await references.ofDeals(ids);
      return ids.map((id) => kept.filter(({ dealId }) => dealId === id));
    });
    this.#offers = new PerRequestLoader(async (ids) => {
      const offers = await store.offersOf(ids);
      return ids.map((id) => offers.filter((offer) => offer.negotiationId === id));
    });
    this.#words = new PerRequestLoader(async (ids) => {
      const words = await store.wordsOf(ids);
      return ids.map((id) => words.filter((said) => said.negotiationId === id));
    });
    this.#parties = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
    this.#records = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await records.ofBuyers(ids, clock.now(), RECORD_DAYS), (one) => one.buyerId),
    );
    this.#ofDeals = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await store.ofDeals(ids), (one) => one.dealId),
    );
  }

  offers(context: AskContext, negotiationId: string): Promise<MadeOffer[]> {
    return this.#offers.load(context, negotiationId);
  }

  words(context: AskContext, negotiationId: string): Promise<SaidWords[]> {
    return this.#words.load(context, negotiationId);
  }

  async party(context: AskContext, id: string): Promise<Party> {
    const party = await this.#parties.load(context, id);
    if (!party) throw new Error(`no party ${id}`);
    return party;
  }

  record(context: AskContext, buyerId: string): Promise<BuyerRecord | undefined> {
    return this.#records.load(context, buyerId);
  }

  references(context: AskContext, dealId: string): Promise<BandReference[]> {
    return this.#references.load(context, dealId);
  }

  ofDeal(context: AskContext, dealId: string): Promise<Negotiation | undefined> {
    return this.#ofDeals.load(context, dealId);
  }
}
