import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import {
  UnitOfWork,
  type Act,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { BoxOrdersStore, type BoxOrder } from '../data/box-orders.store.js';
import { BoxesStore } from '../data/boxes.store.js';
import { afterBoxStep, type BoxOrderStep, type BoxSide } from '../domain/box-order.state.js';
import { boxPolicy } from '../domain/box.policy.js';
import { BoxStock } from './box-stock.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** One side gave up an order of boxes, or its seller never confirmed it. */
    'box.cancelled': { orderId: string };
  }
}

type Done = { readonly orderId: string };
type MoveRefusal = 'BOX_ORDER_NOT_FOUND' | 'BOX_STEP_NOT_ALLOWED' | 'BOX_REASON_MISSING';

const REASON_SIGNS = [3, 200] as const;
/** Kept with the order, as people write it. */
const NOT_CONFIRMED = 'Người bán không nhận đơn';

/** What seller and buyer do with an order of boxes after it was placed. */
@Injectable()
export class MoveBoxOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sales: BoxesStore,
    private readonly orders: BoxOrdersStore,
    private readonly stock: BoxStock,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param isPaid the seller has the money of it; said once, it stays so */
  move(
    act: Act,
    orderId: string,
    step: Exclude<BoxOrderStep, 'cancel'>,
    isPaid: boolean,
  ): Promise<Done | Refusal<MoveRefusal | ActRefusal>> {
    const by: BoxSide = step === 'receive' ? 'BUYER' : 'SELLER';
    const rule = by === 'BUYER' ? boxPolicy.own : boxPolicy.keep;
    return this.uow.once<Done | Refusal<MoveRefusal>>(act, async (tx) => {
      const order = await this.lock(tx, orderId);
      if (!order || !rule.allows(act.actor, order)) return refuse('BOX_ORDER_NOT_FOUND');
      const state = afterBoxStep(order.state, step, by);
      if (isRefusal(state)) return state;
      await this.orders.move(tx, orderId, state, isPaid ? this.clock.now() : null);
      await this.stock.settle(tx, order.saleId);
      return { orderId };
    });
  }

  cancel(
    act: Act,
    orderId: string,
    reason: string,
  ): Promise<Done | Refusal<MoveRefusal | ActRefusal>> {
    const said = reason.normalize('NFC').trim().replace(/\s+/g, ' ');
    return this.uow.once<Done | Refusal<MoveRefusal>>(act, async (tx) => {
      const order = await this.lock(tx, orderId);
      if (!order || !boxPolicy.cancel.allows(act.actor, order))
        return refuse('BOX_ORDER_NOT_FOUND');
      const by: BoxSide = act.actor.partyId === order.sellerId ? 'SELLER' : 'BUYER';
      if (said.length < REASON_SIGNS[0] || said.length > REASON_SIGNS[1])
        return refuse('BOX_REASON_MISSING', {}, 'reason');
      const state = afterBoxStep(order.state, 'cancel', by);
      if (isRefusal(state)) return state;
      await this.end(tx, order, by, said);
      return { orderId };
    });
  }

  /** Its seller kept silent until after its hours: silence is no, and its kilograms are free. */
  async lapse(tx: Tx, orderId: string): Promise<void> {
    const order = await this.lock(tx, orderId);
    if (order?.state === 'PLACED') await this.end(tx, order, 'SELLER', NOT_CONFIRMED);
  }

  private async end(tx: Tx, order: BoxOrder, by: BoxSide, reason: string): Promise<void> {
    await this.orders.cancel(tx, order.id, by, reason);
    await this.sales.giveBack(tx, order.saleId, order.boxes, this.clock.now());
    await this.stock.settle(tx, order.saleId);
    await this.outbox.publish(tx, 'box.cancelled', { orderId: order.id });
  }

  /** The sale is locked before its order. */
  private async lock(tx: Tx, orderId: string): Promise<BoxOrder | undefined> {
    const order = isId(orderId) ? await this.orders.find(orderId) : undefined;
    if (!order) return undefined;
    await this.sales.lock(tx, order.saleId);
    return this.orders.lock(tx, orderId);
  }
}
