import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { RepeatOrder } from '../use-cases/repeat-order.js';
import { KnownNames } from './known-names.js';
import { OrderModel } from './order.model.js';
import { OrderDraftModel, RepeatOrderInput } from './repeat.model.js';

const DraftResult = orRefused('RepeatOrderDraftResult', OrderDraftModel, 'Đơn như lần trước.');
const RepeatResult = orRefused('RepeatOrderResult', OrderModel, 'Đơn vừa đặt lại.');

@Resolver()
export class RepeatResolver {
  constructor(
    private readonly repeating: RepeatOrder,
    private readonly orders: OrdersStore,
    private readonly names: KnownNames,
  ) {}

  @Can(orderPolicy.repeat)
  @Query(() => DraftResult, {
    name: 'repeatOrderDraft',
    description:
      'Đơn như lần trước vào ngày này, giá theo hôm nay và điều đã khác. / An order as last time, priced today, with what has changed.',
  })
  async repeatOrderDraft(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Đơn cũ. / The old order.' }) orderId: string,
    @Args('day', { type: () => DayScalar, description: 'Ngày lấy hàng. / Day of pick-up.' })
    day: Day,
  ): Promise<OrderDraftModel | Refusal> {
    const draft = await this.repeating.draft(actor, orderId, day);
    if (isRefusal(draft)) return draft;
    const { order, lines, ...same } = draft;
    return {
      ...same,
      lines: await Promise.all(
        lines.map(async ({ gradeCode, ...line }) => ({
          ...line,
          grade: await this.names.grade(order.cropCode, gradeCode, draft.readyFrom),
        })),
      ),
    };
  }

  @Can(orderPolicy.repeat)
  @Mutation(() => RepeatResult, {
    name: 'repeatOrder',
    description:
      'Đặt lại với giá và kg đã xem; điều khoản khác như đơn cũ. / Orders again at seen prices; other terms as the old order.',
  })
  async repeatOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn cũ, ngày, kg và giá. / Old order, day, weights, prices.' })
    input: RepeatOrderInput,
  ): Promise<Order | Refusal> {
    const done = await this.repeating.run(actor, input);
    if (isRefusal(done)) return done;
    return (await this.orders.find(actor, done.orderId)) ?? refuse('ORDER_NOT_FOUND');
  }
}
