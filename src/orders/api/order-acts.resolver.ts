import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { CancelOrder } from '../use-cases/cancel-order.js';
import { CommitAllocation } from '../use-cases/commit-allocation.js';
import { CreateBulkOrder } from '../use-cases/create-bulk-order.js';
import { OfferAllocation } from '../use-cases/offer-allocation.js';
import { PlaceLotOrder } from '../use-cases/place-lot-order.js';
import {
  CancelOrderInput,
  CommitAllocationInput,
  CreateBulkOrderInput,
  OfferAllocationInput,
  PlaceLotOrderInput,
} from './order.inputs.js';
import { OrderModel } from './order.model.js';

const CreateBulkOrderResult = orRefused('CreateBulkOrderResult', OrderModel, 'Đơn vừa lập.');
const OfferAllocationResult = orRefused(
  'OfferAllocationResult',
  OrderModel,
  'Đơn vừa gửi lời mời.',
);
const CommitAllocationResult = orRefused('CommitAllocationResult', OrderModel, 'Đơn đã chốt.');
const PlaceLotOrderResult = orRefused('PlaceLotOrderResult', OrderModel, 'Đơn vừa đặt.');
const CancelOrderResult = orRefused('CancelOrderResult', OrderModel, 'Đơn đã hủy.');

/** What a buyer does with an order. */
@Resolver()
export class OrderActsResolver {
  constructor(
    private readonly orders: OrdersStore,
    private readonly creating: CreateBulkOrder,
    private readonly offering: OfferAllocation,
    private readonly committing: CommitAllocation,
    private readonly placing: PlaceLotOrder,
    private readonly cancelling: CancelOrder,
  ) {}

  @Can(orderPolicy.create)
  @Mutation(() => CreateBulkOrderResult, {
    name: 'createBulkOrder',
    description: 'Lập đơn gom hàng từ nhiều lô. / Opens an order to be filled from many lots.',
  })
  async createBulkOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn. / The order.' }) input: CreateBulkOrderInput,
  ): Promise<Order | Refusal> {
    return this.readAgain(actor, await this.creating.run(actor, input));
  }

  @Can(orderPolicy.offer)
  @Mutation(() => OfferAllocationResult, {
    name: 'offerAllocation',
    description:
      'Hỏi mua các hộ theo kế hoạch và giữ hàng; gọi lại thì chỉ hỏi phần còn thiếu. / Asks the households of the plan and holds their stock; again, only for what is missing.',
  })
  async offerAllocation(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn. / The order.' }) input: OfferAllocationInput,
  ): Promise<Order | Refusal> {
    return this.readAgain(actor, await this.offering.run(actor, input));
  }

  @Can(orderPolicy.commit)
  @Mutation(() => CommitAllocationResult, {
    name: 'commitAllocation',
    description:
      'Chốt đơn với các hộ đã nhận lời, mỗi hộ một thỏa thuận. / Commits with the households that said yes, one deal each.',
  })
  async commitAllocation(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn. / The order.' }) input: CommitAllocationInput,
  ): Promise<Order | Refusal> {
    return this.readAgain(actor, await this.committing.run(actor, input));
  }

  @Can(orderPolicy.create)
  @Mutation(() => PlaceLotOrderResult, {
    name: 'placeLotOrder',
    description:
      'Mua thẳng một phần của một lô theo giá của lô. / Buys part of one lot at its asking price.',
  })
  async placeLotOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô và khối lượng. / Lot and weight.' })
    input: PlaceLotOrderInput,
  ): Promise<Order | Refusal> {
    return this.readAgain(actor, await this.placing.run(actor, input));
  }

  @Can(orderPolicy.cancel)
  @Mutation(() => CancelOrderResult, {
    name: 'cancelOrder',
    description:
      'Hủy đơn chưa chốt, trả lại hàng đang giữ. / Cancels an order that is not committed and frees its stock.',
  })
  async cancelOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn và lý do. / Order and reason.' }) input: CancelOrderInput,
  ): Promise<Order | Refusal> {
    return this.readAgain(actor, await this.cancelling.run(actor, input));
  }

  /** The use case answers an id; what the buyer sees of the order is read as any reading is. */
  private async readAgain(
    actor: Actor,
    done: { orderId: string } | Refusal,
  ): Promise<Order | Refusal> {
    if (isRefusal(done)) return done;
    return (await this.orders.find(actor, done.orderId)) ?? refuse('ORDER_NOT_FOUND');
  }
}
