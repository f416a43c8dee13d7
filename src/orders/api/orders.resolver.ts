import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { badRequest } from '../../platform/graphql/faults.js';
import { pageOf, type Page } from '../../platform/graphql/page.js';
import { timeKeys } from '../../platform/graphql/time-pages.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { numberEnding, parseOrderNumber } from '../domain/order-number.js';
import { orderPolicy } from '../domain/order.policy.js';
import { coverageText } from '../texts.js';
import { AnswerCoverage } from '../use-cases/answer-coverage.js';
import { CoverageArgs } from './order.inputs.js';
import { OrdersArgs } from './orders.args.js';
import { CoverageModel, OrderConnection, OrderModel } from './order.model.js';

const OrderByNumberResult = orRefused('OrderByNumberResult', OrderModel, 'Đơn có số này.');

@Resolver()
export class OrdersResolver {
  constructor(
    private readonly orders: OrdersStore,
    private readonly covering: AnswerCoverage,
  ) {}

  @Can(orderPolicy.read)
  @Query(() => OrderModel, {
    name: 'order',
    nullable: true,
    description:
      'Một đơn; null khi không có hoặc không phải của mình. / One order; null when there is none or it is not yours.',
  })
  async order(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã đơn. / Id.' }) id: string,
  ): Promise<Order | null> {
    return isId(id) ? ((await this.orders.find(actor, id)) ?? null) : null;
  }

  @Can(orderPolicy.read)
  @Query(() => OrderByNumberResult, {
    name: 'orderByNumber',
    description:
      'Tìm đơn theo số đọc qua điện thoại; gõ sai một chữ thì báo. / An order by the number said over the phone; a mistyped sign shows.',
  })
  async orderByNumber(
    @Asker() actor: Actor,
    @Args('number', {
      type: () => String,
      description: 'Số đơn như người ta gõ. / The number as typed.',
    })
    typed: string,
  ): Promise<Order | Refusal> {
    const number = parseOrderNumber(typed);
    if (isRefusal(number)) return number;
    return (await this.orders.findByNumber(actor, number)) ?? refuse('ORDER_NOT_FOUND');
  }

  @Can(orderPolicy.read)
  @Query(() => OrderConnection, {
    name: 'myOrders',
    description:
      'Đơn của mình, hoặc của địa bàn mình phụ trách; mới nhất trước. / Own orders, or those of the own territory; newest first.',
  })
  async myOrders(
    @Asker() actor: Actor,
    @Args() { numberEndsWith = null, ...page }: OrdersArgs,
  ): Promise<Page<Order>> {
    if (numberEndsWith === null) return this.orders.page(actor, page, null);
    const ending = numberEnding(numberEndsWith);
    if (ending === undefined) return pageOf<Order>([], page.first, timeKeys);
    return this.orders.page(actor, page, ending);
  }

  @Can(orderPolicy.coverage)
  @Query(() => CoverageModel, {
    name: 'coverage',
    description:
      'Nhiều lô gộp lại đáp ứng được bao nhiêu trong một ngày. / How far the lots of one day cover a need together.',
  })
  async coverage(@Asker() actor: Actor, @Args() wish: CoverageArgs): Promise<CoverageModel> {
    const found = await this.covering.run(actor, wish);
    if (!found) throw badRequest('coverage: cần một cây, vài loại hàng và từ 1 g đến 500 tấn.');
    return { ...found, text: coverageText(found, actor.locale) };
  }
}
