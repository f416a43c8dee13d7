import { Injectable } from '@nestjs/common';
import { Orders, type Deal } from '../../orders/index.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { OrderChangesStore, type OrderChange } from '../data/order-changes.store.js';
import { EndingsStore, type Ending } from '../data/endings.store.js';

/** One batch per request for what deals show of their changes. */
@Injectable()
export class ChangeLoaders {
  readonly ending: PerRequestLoader<string, Ending | undefined>;
  readonly deal: PerRequestLoader<string, Deal | undefined>;
  readonly changeOfOrder: PerRequestLoader<string, OrderChange | undefined>;
  readonly changeOfDeal: PerRequestLoader<
    string,
    { dealId: string; change: OrderChange } | undefined
  >;

  constructor(endings: EndingsStore, changes: OrderChangesStore, orders: Orders) {
    this.changeOfOrder = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await changes.newestOfOrders(ids), (change) => change.orderId),
    );
    this.changeOfDeal = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await changes.newestOfDeals(ids), (found) => found.dealId),
    );
    this.ending = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await endings.ofDeals(ids), (ending) => ending.dealId),
    );
    this.deal = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await orders.dealFor(ids), ({ id }) => id),
    );
  }
}
