import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { BackupsStore, type Backup } from '../data/backups.store.js';
import { CardsStore, type PartyCard } from '../data/cards.store.js';
import type { Deal } from '../data/deal.rows.js';
import { DealsStore } from '../data/deals.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore, type Progress } from '../data/offers.store.js';
import { cardFor, type Sides } from '../domain/contact.js';

/** One batch a request for each kind of thing that hangs on an order, an offer or a deal. */
@Injectable()
export class OrderLoaders {
  readonly #cards: PerRequestLoader<string, PartyCard | undefined>;
  readonly #granting: PerRequestLoader<string, ReadonlySet<string>>;
  readonly #progress: PerRequestLoader<string, Progress | undefined>;
  readonly #offers: PerRequestLoader<string, Offer[], AskContext>;
  readonly #backups: PerRequestLoader<string, Backup[], AskContext>;
  readonly #deals: PerRequestLoader<string, Deal[], AskContext>;

  constructor(
    cards: CardsStore,
    accounts: Accounts,
    offers: OffersStore,
    deals: DealsStore,
    backups: BackupsStore,
    clock: Clock,
  ) {
    this.#cards = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await cards.byIds(ids), (card) => card.id),
    );
    this.#granting = new PerRequestLoader((partyIds) =>
      Promise.all(partyIds.map(async (id) => new Set(await accounts.householdsSeenBy(id)))),
    );
    this.#progress = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await offers.progressOf(ids, clock.now()), (one) => one.orderId),
    );
    this.#offers = ofOrders((ids, { actor }) => offers.ofOrders(actor, ids, clock.now()));
    this.#backups = ofOrders((ids, { actor }) => backups.ofOrders(actor, ids, clock.now()));
    this.#deals = ofOrders((ids, { actor }) => deals.ofOrders(actor, ids));
  }

  progress(context: AskContext, orderId: string): Promise<Progress | undefined> {
    return this.#progress.load(context, orderId);
  }

  /** Offers of an order as far as the asker may see them. */
  offersOf(context: AskContext, orderId: string): Promise<Offer[]> {
    return this.#offers.load(context, orderId);
  }

  /** Lots that stand by for an order, as far as the asker may see them. */
  backupsOf(context: AskContext, orderId: string): Promise<Backup[]> {
    return this.#backups.load(context, orderId);
  }

  dealsOf(context: AskContext, orderId: string): Promise<Deal[]> {
    return this.#deals.load(context, orderId);
  }

  /** A party as the asker may see it; `sides` says of which trade. */
  async card(
    context: AskContext,
    partyId: string,
    sides: Omit<Sides, 'isTrusted'>,
  ): Promise<PartyCard> {
    const card = await this.#cards.load(context, partyId);
    if (!card) throw new Error(`no party ${partyId}`);
    const isTrusted = await this.isTrusted(context, sides.householdId);
    return cardFor(context.actor, { ...sides, isTrusted }, card);
  }

  private async isTrusted(context: AskContext, householdId: string): Promise<boolean> {
    const { role, partyId } = context.actor;
    if (role !== 'COOP_CLERK' || partyId === null) return false;
    return (await this.#granting.load(context, partyId)).has(householdId);
  }
}

/** Of each order its own rows. */
const ofOrders = <Row extends { readonly orderId: string }>(
  rowsOf: (orderIds: readonly string[], context: AskContext) => Promise<Row[]>,
): PerRequestLoader<string, Row[], AskContext> =>
  new PerRequestLoader(async (ids, context) => {
    const rows = await rowsOf(ids, context);
    return ids.map((id) => rows.filter((row) => row.orderId === id));
  });
