import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { LinesStore } from '../data/lines.store.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { afterStep } from '../domain/order.state.js';
import { DealMaking } from './deal-making.js';

export interface CommitWish {
  readonly clientMutationId: string;
  readonly orderId: string;
}

type CommitRefusal =
  | 'ORDER_NOT_FOUND'
  | 'BUYER_NOT_ACTIVE'
  | 'ORDER_STEP_NOT_ALLOWED'
  | 'NOTHING_ACCEPTED'
  | 'MINIMUM_NOT_REACHED'
  | 'ACCEPTED_STOCK_GONE'
  | ActRefusal;

/** Binds both sides: every accepted line becomes part of a deal, and offers still open are taken back. */
@Injectable()
export class CommitAllocation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly dealMaking: DealMaking,
    private readonly clock: Clock,
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
      if (!order.isBuyerActive) return refuse('BUYER_NOT_ACTIVE');
      const state = afterStep(order.state, 'commit');
      if (isRefusal(state)) return state;

      const now = this.clock.now();
      const offers = await this.offers.ofLockedOrder(tx, orderId, now);
      const accepted = offers.filter((offer) => offer.state === 'ACCEPTED');
      const acceptedGrams = sumGrams(accepted.map((offer) => offer.grams));
      if (accepted.length === 0) return refuse('NOTHING_ACCEPTED');
      if (acceptedGrams < order.minGrams) {
        return refuse('MINIMUM_NOT_REACHED', { acceptedGrams, minGrams: order.minGrams });
      }
      const open = await this.lines.withdraw(tx, orderId);
      // Open offers are kept for the blink before they are released: so all lots are locked at once, in one order.
      const held = new Set(
        await this.lots.keep(tx, [...accepted.map((offer) => offer.id), ...open], now),
      );
      await this.lots.release(tx, open);
      const gone = accepted.filter((offer) => !held.has(offer.id));
      if (gone.length > 0) {
        return refuse('ACCEPTED_STOCK_GONE', {
          lines: gone.length,
          grams: sumGrams(gone.map((one) => one.grams)),
        });
      }

      await this.dealMaking.make(tx, order, accepted);
      return { orderId };
    });
  }
}
