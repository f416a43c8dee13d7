import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { Accounts } from '../../accounts/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { BoxOrdersStore, type BoxContact, type BoxOrder } from '../data/box-orders.store.js';
import { BoxesStore, type BoxSale } from '../data/boxes.store.js';
import { boxPolicy } from '../domain/box.policy.js';
import { BoxContactModel, BoxOrderModel, BoxSaleModel } from './boxes.model.js';
import { BoxViews } from './box-views.js';

@Resolver(() => BoxSaleModel)
export class BoxSaleFieldsResolver {
  readonly #orders: PerRequestLoader<string, readonly BoxOrder[]>;

  constructor(orders: BoxOrdersStore) {
    this.#orders = new PerRequestLoader(async (ids) => {
      const rows = await orders.ofSales(ids);
      return ids.map((id) => rows.filter(({ saleId }) => saleId === id));
    });
  }

  @ResolveField(() => [BoxOrderModel], {
    description:
      'Các đơn đã đặt, cho người bán; khách chỉ thấy đơn của mình. / Every order for the seller, the own ones for a buyer.',
  })
  async orders(
    @Parent() sale: BoxSaleModel,
    @Context() context: AskContext,
  ): Promise<readonly BoxOrder[]> {
    const orders = await this.#orders.load(context, sale.id);
    const { actor } = context;
    return boxPolicy.keep.allows(actor, sale)
      ? orders
      : orders.filter((order) => boxPolicy.own.allows(actor, order));
  }
}

/**
 * Whoever reads an order is one of its two sides. The seller sees at once who ordered; the buyer sees whom she buys from once
 * the seller has confirmed, so that ordering and giving up collects no numbers.
 */
@Resolver(() => BoxOrderModel)
export class BoxOrderFieldsResolver {
  readonly #sales: PerRequestLoader<string, BoxSale | undefined>;
  readonly #buyers: PerRequestLoader<string, BoxContact | undefined>;
  readonly #sellers = new WeakMap<AskContext, DataLoader<string, BoxContact | undefined>>();

  constructor(
    sales: BoxesStore,
    private readonly orders: BoxOrdersStore,
    private readonly accounts: Accounts,
    private readonly views: BoxViews,
  ) {
    const byId = ({ id }: { readonly id: string }): string => id;
    this.#sales = new PerRequestLoader(async (ids) => inOrderOf(ids, await sales.byIds(ids), byId));
    this.#buyers = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await orders.buyers(ids), byId),
    );
  }

  @ResolveField(() => BoxSaleModel, { description: 'Chỗ bán. / The sale.' })
  async sale(
    @Parent() order: BoxOrderModel,
    @Context() context: AskContext,
  ): Promise<BoxSaleModel> {
    const sale = await this.#sales.load(context, order.saleId);
    if (!sale) throw new Error(`no sale of order ${order.id}`);
    return this.views.of(sale, context.actor);
  }

  @ResolveField(() => BoxContactModel, {
    nullable: true,
    description: 'Khách đặt, cho người bán. / Who ordered, for the seller.',
  })
  async buyer(
    @Parent() order: BoxOrderModel,
    @Context() context: AskContext,
  ): Promise<BoxContact | null> {
    if (!boxPolicy.keep.allows(context.actor, order)) return null;
    return (await this.#buyers.load(context, order.buyerId)) ?? null;
  }

  @ResolveField(() => BoxContactModel, {
    nullable: true,
    description: 'Người bán, cho khách đã được nhận đơn. / Who sells, for a buyer it confirmed.',
  })
  async seller(
    @Parent() order: BoxOrderModel,
    @Context() context: AskContext,
  ): Promise<BoxContact | null> {
    const isConfirmed = order.state !== 'PLACED' && order.state !== 'CANCELLED';
    if (!isConfirmed || !boxPolicy.own.allows(context.actor, order)) return null;
    return (await this.sellersFor(context).load(order.sellerId)) ?? null;
  }

  /** Each seller of the batch learns who saw its number. */
  private sellersFor(context: AskContext): DataLoader<string, BoxContact | undefined> {
    let loader = this.#sellers.get(context);
    if (!loader) {
      loader = new DataLoader(async (ids: readonly string[]) => {
        await this.accounts.noteContactViews(context.actor, ids, 'TRADE');
        return inOrderOf(ids, await this.orders.sellers(ids), ({ id }) => id);
      });
      this.#sellers.set(context, loader);
    }
    return loader;
  }
}
