import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrderModel, Orders, type Order } from '../../orders/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { StandingStore, type DecidedDay } from '../data/standing.store.js';
import { StandingViews, type ShownStanding } from './standing-views.js';
import { OccurrenceModel, StandingOrderModel } from './standing.model.js';

@Resolver(() => StandingOrderModel)
export class StandingFieldsResolver {
  readonly #decided: PerRequestLoader<string, readonly DecidedDay[]>;
  readonly #templates: PerRequestLoader<string, Order | undefined>;

  constructor(
    store: StandingStore,
    orders: Orders,
    private readonly views: StandingViews,
  ) {
    this.#decided = new PerRequestLoader(async (ids) => {
      const rows = await store.decided(ids, views.firstDay);
      return ids.map((id) => rows.filter(({ standingOrderId }) => standingOrderId === id));
    });
    this.#templates = ordersById(orders);
  }

  @ResolveField(() => OrderModel, {
    description: 'Đơn lấy làm mẫu. / The order it takes its terms of.',
  })
  async template(
    @Parent() { standing }: ShownStanding,
    @Context() context: AskContext,
  ): Promise<Order> {
    const order = await this.#templates.load(context, standing.templateId);
    if (!order) throw new Error(`no order ${standing.templateId}`);
    return order;
  }

  @ResolveField(() => [OccurrenceModel], {
    description:
      'Hai tuần trước và hai tuần tới, sớm trước. / Two weeks back and two ahead, earliest first.',
  })
  async occurrences(
    @Parent() { standing }: ShownStanding,
    @Context() context: AskContext,
  ): Promise<OccurrenceModel[]> {
    return this.views.calendarOf(standing, await this.#decided.load(context, standing.id));
  }
}

@Resolver(() => OccurrenceModel)
export class OccurrenceFieldsResolver {
  readonly #orders: PerRequestLoader<string, Order | undefined>;

  constructor(orders: Orders) {
    this.#orders = ordersById(orders);
  }

  @ResolveField(() => OrderModel, {
    nullable: true,
    description: 'Đơn của lần này. / The order of this time.',
  })
  async order(
    @Parent() { orderId }: OccurrenceModel,
    @Context() context: AskContext,
  ): Promise<Order | null> {
    return orderId === null ? null : ((await this.#orders.load(context, orderId)) ?? null);
  }
}

const ordersById = (orders: Orders): PerRequestLoader<string, Order | undefined> =>
  new PerRequestLoader(async (ids) =>
    inOrderOf(ids, await orders.ordersFor(ids), (order) => order.id),
  );
