import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { OffersStore } from '../data/offers.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { takenInstead } from '../domain/backup.js';
import { gatheringEnds } from '../domain/cut-off.js';
import { afterStep } from '../domain/order.state.js';
import { isCovered } from '../domain/round.js';
import { pointOf, toAsked } from './planning.js';
import { SoftYeses } from './soft-yeses.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Lots that stood by were taken for what fell away; their lines have the same ids and count as accepted. */
    'backups.taken': { orderId: string; lineIds: string[] };
  }
}

/** AL-09: what fell away is taken first of households that stand by. Their soft yes is the answer: nobody is asked again. */
@Injectable()
export class FillFromBackups {
  constructor(
    private readonly orders: OrdersStore,
    private readonly offers: OffersStore,
    private readonly yeses: SoftYeses,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, orderId: string): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    const now = this.clock.now();
    if (order?.kind !== 'BULK' || !order.isBuyerActive || gatheringEnds(order) <= now) return;
    if (isRefusal(afterStep(order.state, 'commit'))) return;
    const asked = (await this.offers.ofLockedOrder(tx, orderId, now)).map(toAsked);
    if (isCovered(order, asked)) return;

    const backups = await this.yeses.of(tx, orderId, now);
    const ready = backups.filter(({ state }) => state === 'READY');
    const taken = takenInstead(
      order,
      asked,
      ready.map((backup) => ({ ...backup, pointId: pointOf(backup) })),
    );
    const lineIds = (await this.yeses.accept(tx, taken, now)).map(({ id }) => id);
    if (lineIds.length === 0) return;
    await this.orders.markAllocatedWhenCovered(tx, orderId);
    await this.outbox.publish(tx, 'backups.taken', { orderId, lineIds });
  }
}
