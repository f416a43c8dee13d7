import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import { BoxOrdersStore } from '../data/box-orders.store.js';
import { BoxesStore, type BoxSale } from '../data/boxes.store.js';
import { boxPolicy } from '../domain/box.policy.js';
import { MoveBoxOrder } from '../use-cases/move-box-order.js';
import { OpenBoxSale } from '../use-cases/open-box-sale.js';
import { PlaceBoxOrder } from '../use-cases/place-box-order.js';
import { BoxViews } from './box-views.js';
import {
  BoxOrderActInput,
  BoxOrderConnection,
  BoxOrderModel,
  BoxSaleActInput,
  BoxSaleConnection,
  BoxSaleModel,
  CancelBoxOrderInput,
  CancelBoxOrderResult,
  CloseBoxSaleResult,
  MoveBoxOrderInput,
  MoveBoxOrderResult,
  OpenBoxSaleInput,
  OpenBoxSaleResult,
  PlaceBoxOrderInput,
  PlaceBoxOrderResult,
  ReceiveBoxOrderResult,
} from './boxes.model.js';

@Resolver()
export class BoxesResolver {
  constructor(
    private readonly sales: BoxesStore,
    private readonly orders: BoxOrdersStore,
    private readonly opening: OpenBoxSale,
    private readonly placing: PlaceBoxOrder,
    private readonly moving: MoveBoxOrder,
    private readonly views: BoxViews,
    private readonly clock: Clock,
  ) {}

  @Can(boxPolicy.look)
  @Query(() => BoxSaleConnection, {
    name: 'boxSales',
    description: 'Nơi đang bán theo thùng, mới trước. / Who sells boxes now, newest first.',
  })
  async boxSales(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<BoxSaleModel>> {
    const first = pageSize(page.first);
    const rows = await this.sales.open(this.clock.now(), startAfter(page.after), first + 1);
    return this.pageOfSales(rows, first, actor);
  }

  @Can(boxPolicy.sell)
  @Query(() => BoxSaleConnection, {
    name: 'myBoxSales',
    description: 'Chỗ bán thùng của bên mình, mới trước. / Own sales of boxes, newest first.',
  })
  async myBoxSales(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<BoxSaleModel>> {
    const first = pageSize(page.first);
    const after = startAfter(page.after);
    const rows = await this.sales.ofSeller(actor.partyId ?? '', after, first + 1);
    return this.pageOfSales(rows, first, actor);
  }

  @Can(boxPolicy.look)
  @Query(() => BoxSaleModel, {
    name: 'boxSale',
    nullable: true,
    description: 'Một chỗ bán thùng. / One sale of boxes.',
  })
  async boxSale(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã. / Id.' }) id: string,
  ): Promise<BoxSaleModel | null> {
    const sale = isId(id) ? await this.sales.find(id) : undefined;
    return sale ? this.views.of(sale, actor) : null;
  }

  @Can(boxPolicy.buy)
  @Query(() => BoxOrderConnection, {
    name: 'myBoxOrders',
    description: 'Thùng mình đã đặt, mới trước. / Boxes one ordered, newest first.',
  })
  async myBoxOrders(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<BoxOrderModel>> {
    const first = pageSize(page.first);
    const rows = await this.orders.ofBuyer(actor.personId, startAfter(page.after), first + 1);
    return pageOf<BoxOrderModel>(rows, first, timeKeys);
  }

  @Can(boxPolicy.sell)
  @Mutation(() => OpenBoxSaleResult, {
    name: 'openBoxSale',
    description: 'Bán một phần lô theo thùng. / Sells part of a lot by the box.',
  })
  async openBoxSale(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô, thùng, giá, giờ. / Lot, boxes, price, hours.' })
    input: OpenBoxSaleInput,
  ): Promise<BoxSaleModel | Refusal> {
    const { clientMutationId: _, ...wish } = input;
    return this.shownSale(actor, await this.opening.run(actOf(actor, 'openBoxSale', input), wish));
  }

  @Can(boxPolicy.keep)
  @Mutation(() => CloseBoxSaleResult, {
    name: 'closeBoxSale',
    description: 'Thôi nhận đặt; đơn đã đặt vẫn giao. / Takes no more orders; those placed stand.',
  })
  async closeBoxSale(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chỗ bán. / The sale.' }) input: BoxSaleActInput,
  ): Promise<BoxSaleModel | Refusal> {
    const act = actOf(actor, 'closeBoxSale', input);
    return this.shownSale(actor, await this.opening.close(act, input.saleId));
  }

  @Can(boxPolicy.buy)
  @Mutation(() => PlaceBoxOrderResult, {
    name: 'placeBoxOrder',
    description: 'Đặt thùng. / Orders boxes.',
  })
  async placeBoxOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Chỗ bán, số thùng, nơi gửi. / Sale, boxes, address.' })
    input: PlaceBoxOrderInput,
  ): Promise<BoxOrderModel | Refusal> {
    const { saleId, boxes, address = null } = input;
    const act = actOf(actor, 'placeBoxOrder', input);
    return this.shownOrder(await this.placing.run(act, { saleId, boxes, address }));
  }

  @Can(boxPolicy.keep)
  @Mutation(() => MoveBoxOrderResult, {
    name: 'moveBoxOrder',
    description: 'Nhận đơn, đóng thùng, giao. / The seller confirms, packs, hands over.',
  })
  async moveBoxOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn và bước. / Order and step.' }) input: MoveBoxOrderInput,
  ): Promise<BoxOrderModel | Refusal> {
    const { boxOrderId, step, isPaid } = input;
    const act = actOf(actor, 'moveBoxOrder', input);
    return this.shownOrder(await this.moving.move(act, boxOrderId, step, isPaid ?? false));
  }

  @Can(boxPolicy.own)
  @Mutation(() => ReceiveBoxOrderResult, {
    name: 'receiveBoxOrder',
    description: 'Khách báo đã nhận. / The buyer says they came.',
  })
  async receiveBoxOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn. / The order.' }) input: BoxOrderActInput,
  ): Promise<BoxOrderModel | Refusal> {
    const act = actOf(actor, 'receiveBoxOrder', input);
    return this.shownOrder(await this.moving.move(act, input.boxOrderId, 'receive', false));
  }

  @Can(boxPolicy.cancel)
  @Mutation(() => CancelBoxOrderResult, {
    name: 'cancelBoxOrder',
    description: 'Hủy đơn đặt thùng; thùng bán lại được. / Gives it up; the boxes are free again.',
  })
  async cancelBoxOrder(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đơn và lý do. / Order and reason.' })
    input: CancelBoxOrderInput,
  ): Promise<BoxOrderModel | Refusal> {
    const act = actOf(actor, 'cancelBoxOrder', input);
    return this.shownOrder(await this.moving.cancel(act, input.boxOrderId, input.reason));
  }

  private async pageOfSales(
    rows: readonly BoxSale[],
    first: number,
    actor: Actor,
  ): Promise<Page<BoxSaleModel>> {
    const { nodes, pageInfo } = pageOf(rows, first, timeKeys);
    return { nodes: await Promise.all(nodes.map((sale) => this.views.of(sale, actor))), pageInfo };
  }

  private async shownSale(
    actor: Actor,
    done: { readonly saleId: string } | Refusal,
  ): Promise<BoxSaleModel | Refusal> {
    if (isRefusal(done)) return done;
    const sale = await this.sales.find(done.saleId);
    return sale ? this.views.of(sale, actor) : refuse('BOX_SALE_NOT_FOUND');
  }

  private async shownOrder(
    done: { readonly orderId: string } | Refusal,
  ): Promise<BoxOrderModel | Refusal> {
    if (isRefusal(done)) return done;
    return (await this.orders.find(done.orderId)) ?? refuse('BOX_ORDER_NOT_FOUND');
  }
}
