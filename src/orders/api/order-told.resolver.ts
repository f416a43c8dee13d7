import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { OrdersStore } from '../data/orders.store.js';
import { ToldStore } from '../data/told.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { toldText } from '../texts.js';
import { OrderToldModel } from './order-told.model.js';

const OrderProgressResult = orRefused('OrderProgressResult', OrderToldModel, 'Đơn đã báo đến đâu.');

@Resolver()
export class OrderToldResolver {
  constructor(
    private readonly orders: OrdersStore,
    private readonly told: ToldStore,
    private readonly clock: Clock,
  ) {}

  @Can(orderPolicy.read)
  @Query(() => OrderProgressResult, {
    name: 'orderProgress',
    description:
      'Đã báo được bao nhiêu hộ, bao nhiêu hộ đã trả lời, cần gọi hộ nào. / How many households were told and answered.',
  })
  async orderProgress(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Đơn. / The order.' }) orderId: string,
  ): Promise<OrderToldModel | Refusal> {
    const order = isId(orderId) ? await this.orders.find(actor, orderId) : undefined;
    if (!order) return refuse('ORDER_NOT_FOUND');
    const [found] = await this.told.of([orderId], this.clock.now());
    const told = found ?? { orderId, households: 0, told: 0, delivered: 0, answered: 0, toCall: 0 };
    return { ...told, text: toldText(told, actor.locale) };
  }
}
