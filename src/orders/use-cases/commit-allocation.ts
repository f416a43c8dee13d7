import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { Committing, type CommittingRefusal } from './committing.js';

export interface CommitWish {
  readonly clientMutationId: string;
  readonly orderId: string;
}

type CommitRefusal = 'ORDER_NOT_FOUND' | CommittingRefusal | ActRefusal;

/** The buyer binds both sides with what was accepted by now. */
@Injectable()
export class CommitAllocation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly committing: Committing,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, orderId }: CommitWish,
  ): Promise<{ orderId: string } | Refusal<CommitRefusal>> {
    if (!isId(orderId)) return refuse('ORDER_NOT_FOUND');
    const act = {
      actor,
      operation: 'commitAllocation',
      key: clientMutationId,
      request: { orderId },
    };
    return this.uow.once<{ orderId: string } | Refusal<CommitRefusal>>(act, async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (!order || !orderPolicy.commit.allows(actor, order)) return refuse('ORDER_NOT_FOUND');
      // Another tap with another key: what it wished has happened already.
      if (order.state === 'COMMITTED') return { orderId };
      return (await this.committing.commit(tx, order)) ?? { orderId };
    });
  }
}
