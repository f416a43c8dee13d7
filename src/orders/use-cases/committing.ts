import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { LinesStore } from '../data/lines.store.js';
import { OffersStore } from '../data/offers.store.js';
import type { LockedOrder } from '../data/orders.store.js';
import { afterStep } from '../domain/order.state.js';
import { DealMaking } from './deal-making.js';

export type CommittingRefusal =
  | 'BUYER_NOT_ACTIVE'
  | 'ORDER_STEP_NOT_ALLOWED'
  | 'ORDER_WINDOW_OVER'
  | 'NOTHING_ACCEPTED'
  | 'MINIMUM_NOT_REACHED'
  | 'ACCEPTED_STOCK_GONE';

/** Binds both sides of a locked order: its accepted lines become deals, offers still open are taken back. */
@Injectable()
export class Committing {
  constructor(
    private readonly offers: OffersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly dealMaking: DealMaking,
    private readonly clock: Clock,
  ) {}

  /** On a refusal the transaction must be rolled back: offers were taken back already. */
  async commit(tx: Tx, order: LockedOrder): Promise<Refusal<CommittingRefusal> | undefined> {
    if (!order.isBuyerActive) return refuse('BUYER_NOT_ACTIVE');
    const state = afterStep(order.state, 'commit');
    if (isRefusal(state)) return state;

    const now = this.clock.now();
    if (order.readyTo <= now) return refuse('ORDER_WINDOW_OVER');
    const offers = await this.offers.ofLockedOrder(tx, order.id, now);
    const accepted = offers.filter((offer) => offer.state === 'ACCEPTED');
    const acceptedGrams = sumGrams(accepted.map((offer) => offer.grams));
    if (accepted.length === 0) return refuse('NOTHING_ACCEPTED');
    if (acceptedGrams < order.minGrams) {
      return refuse('MINIMUM_NOT_REACHED', { acceptedGrams, minGrams: order.minGrams });
    }
    const open = await this.lines.withdraw(tx, order.id);
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
  }
}
