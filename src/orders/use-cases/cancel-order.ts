import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { afterStep } from '../domain/order.state.js';
import { Closing } from './closing.js';

export interface CancelWish {
  readonly clientMutationId: string;
  readonly orderId: string;
  readonly reason: string;
}

type CancelRefusal =
  'ORDER_NOT_FOUND' | 'CANCEL_REASON_MISSING' | 'ORDER_STEP_NOT_ALLOWED' | ActRefusal;

const REASON_SIGNS = [3, 200] as const;

/** The buyer gives the order up before anybody is bound; every household that was asked is told why. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly closing: Closing,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, orderId, reason }: CancelWish,
  ): Promise<{ orderId: string } | Refusal<CancelRefusal>> {
    if (!isId(orderId)) return refuse('ORDER_NOT_FOUND');
    const said = reason.normalize('NFC').trim().replace(/\s+/g, ' ');
    if (said.length < REASON_SIGNS[0] || said.length > REASON_SIGNS[1]) {
      return refuse(
        'CANCEL_REASON_MISSING',
        { least: REASON_SIGNS[0], most: REASON_SIGNS[1] },
        'reason',
      );
    }
    const act = {
      actor,
      operation: 'cancelOrder',
      key: clientMutationId,
      request: { orderId, reason },
    };
    return this.uow.once<{ orderId: string } | Refusal<CancelRefusal>>(act, async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (!order || !orderPolicy.cancel.allows(actor, order)) return refuse('ORDER_NOT_FOUND');
      // Once households are bound, giving up is a matter between two sides and not of one tap.
      if (isRefusal(afterStep(order.state, 'commit'))) {
        return refuse('ORDER_STEP_NOT_ALLOWED', { state: order.state, step: 'cancel' });
      }
      await this.closing.close(tx, [orderId], 'CANCELLED', said);
      return { orderId };
    });
  }
}
