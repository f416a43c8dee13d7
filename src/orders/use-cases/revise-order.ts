import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, sumGrams, vnd } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { afterStep } from '../domain/order.state.js';
import { liveGramsOf } from '../domain/round.js';
import type { BulkOrderWish } from './create-bulk-order.js';
import { toAsked } from './planning.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** An order that still gathers wants other grades, kilograms or prices. */
    'order.revised': { orderId: string };
  }
}

export type ReviseRefusal = 'ORDER_STEP_NOT_ALLOWED' | 'ORDER_BELOW_ASKED';

/**
 * Other grades, kilograms or prices for an order that still gathers. What households were asked for stands, so no grade
 * goes below it; what is missing now is planned and asked for as soon as this is written. After the commit it is a change both sides agree to.
 */
@Injectable()
export class ReviseOrder {
  constructor(
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param lines plausible, of grades the crop has */
  async run(
    tx: Tx,
    orderId: string,
    lines: BulkOrderWish['lines'],
  ): Promise<{ orderId: string } | Refusal<ReviseRefusal>> {
    const order = await this.orders.lock(tx, orderId);
    if (!order || isRefusal(afterStep(order.state, 'commit')))
      return refuse('ORDER_STEP_NOT_ALLOWED', { state: order?.state ?? '', step: 'revise' });
    const offers = await this.offers.ofLockedOrder(tx, orderId, this.clock.now());
    const asked = offers.map(toAsked);
    for (const { gradeCode } of [...order.lines, ...lines]) {
      const live = liveGramsOf(asked, gradeCode);
      const wanted = lines.find((line) => line.gradeCode === gradeCode)?.grams ?? 0;
      if (wanted < live)
        return refuse('ORDER_BELOW_ASKED', { gradeCode, askedGrams: live }, 'lines');
    }
    const wanted = BigInt(sumGrams(lines.map((line) => grams(line.grams))));
    const before = BigInt(sumGrams(order.lines.map((line) => line.wantedGrams)));
    const minGrams = Number((BigInt(order.minGrams) * wanted) / before);
    const rows = lines.map((line) => ({
      id: uuid(),
      gradeCode: line.gradeCode,
      wantedGrams: grams(line.grams),
      maxVndPerKg: line.maxVndPerKg === null ? null : vnd(line.maxVndPerKg),
    }));
    await this.orders.rewriteLines(tx, orderId, rows, minGrams);
    await this.outbox.publish(tx, 'order.revised', { orderId });
    return { orderId };
  }
}
