import { Args, Field, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { isId } from '../../kernel/id.js';
import { sumGrams } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { badRequest } from '../../platform/graphql/faults.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { progressText } from '../texts.js';
import { AnnounceProgress, type ProgressChange } from '../use-cases/announce-progress.js';
import { OrderProgressModel } from './order.model.js';

@ObjectType('OrderProgressChange', {
  description: 'Đơn vừa có chuyển động. / Something about an order moved.',
})
class ProgressChangeModel {
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
  @Field(() => OrderProgressModel, {
    nullable: true,
    description:
      'Trả lời đến đâu; null khi chỉ thị trường quanh đơn đổi. / How far it is answered; null when only the market around it moved.',
  })
  progress: OrderProgressModel | null;
  @Field(() => Boolean, {
    description:
      'Đơn khác vừa lấy hoặc trả hàng cùng cây: bản xem trước có thể đã cũ. / Another order of the crop took or freed stock: a preview may be stale.',
  })
  isMarketMoved: boolean;
}

@Resolver()
export class ProgressResolver {
  constructor(
    private readonly orders: OrdersStore,
    private readonly announcing: AnnounceProgress,
  ) {}

  @Can(orderPolicy.read)
  @Subscription(() => ProgressChangeModel, {
    name: 'orderProgress',
    description:
      'Báo ngay khi một đơn được trả lời. / Tells at once when an order is answered, and when its market moves.',
    resolve: (change: ProgressChangeModel) => change,
  })
  async orderProgress(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Mã đơn. / Order id.' }) orderId: string,
  ): Promise<AsyncIterableIterator<ProgressChangeModel>> {
    const order = isId(orderId) ? await this.orders.find(actor, orderId) : undefined;
    if (!order) throw badRequest('orderProgress: không có đơn này.');
    const wantedGrams = sumGrams(order.lines.map((line) => line.wantedGrams));
    return this.announcing.listen(order, (change: ProgressChange) => ({
      ...change,
      progress: change.progress && {
        ...change.progress,
        wantedGrams,
        text: progressText(
          change.progress.acceptedHouseholds,
          change.progress.households,
          actor.locale,
        ),
      },
    }));
  }
}
