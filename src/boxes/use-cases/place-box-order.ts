import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { tidied } from '../../kernel/written.js';
import { orderNumber } from '../../orders/index.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { BoxOrdersStore } from '../data/box-orders.store.js';
import { BoxesStore } from '../data/boxes.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Somebody ordered boxes. */
    'box.ordered': { orderId: string };
  }
}

export interface BoxOrderWish {
  readonly saleId: string;
  readonly boxes: number;
  /** Where a courier brings it; null: fetched at the place of the sale. */
  readonly address: string | null;
}

type PlaceRefusal =
  | 'BOX_SALE_NOT_FOUND'
  | 'BOX_SALE_CLOSED'
  | 'BOXES_NOT_ENOUGH'
  | 'BOXES_IMPLAUSIBLE'
  | 'BOX_NO_COURIER'
  | 'BOX_ADDRESS_MISSING';
type Done = { readonly orderId: string };

const ADDRESS_SIGNS = [5, 200] as const;

/** Boxes are taken in one conditional statement, so two buyers never get the last one (OR-09). */
@Injectable()
export class PlaceBoxOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sales: BoxesStore,
    private readonly orders: BoxOrdersStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(act: Act, wish: BoxOrderWish): Promise<Done | Refusal<PlaceRefusal | ActRefusal>> {
    const { actor } = act;
    return this.uow.once<Done | Refusal<PlaceRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const { saleId, boxes } = wish;
      const sale = isId(saleId) ? await this.sales.find(saleId) : undefined;
      if (!sale) return refuse('BOX_SALE_NOT_FOUND', {}, 'saleId');
      const address = wish.address === null ? null : tidied(wish.address);
      if (!Number.isSafeInteger(boxes) || boxes < 1 || boxes > sale.boxes)
        return refuse('BOXES_IMPLAUSIBLE', { most: sale.boxes }, 'boxes');
      if (address !== null && !sale.byCourier) return refuse('BOX_NO_COURIER', {}, 'address');
      if (address !== null && !isBetween(address.length, ADDRESS_SIGNS))
        return refuse('BOX_ADDRESS_MISSING', {}, 'address');
      const taken = await this.sales.take(tx, saleId, boxes, now);
      if (!taken) return this.whyNot(await this.sales.lock(tx, saleId), now);
      const orderId = uuid();
      await this.orders.add(tx, {
        id: orderId,
        number: orderNumber(dayOf(now), taken.serial),
        saleId,
        buyerId: actor.personId,
        partyId: actor.partyId,
        boxes,
        amountVnd: boxes * taken.vndPerBox,
        address,
        createdAt: now,
      });
      await this.outbox.publish(tx, 'box.ordered', { orderId });
      return { orderId };
    });
  }

  private whyNot(
    sale: Awaited<ReturnType<BoxesStore['lock']>>,
    now: Date,
  ): Refusal<'BOX_SALE_CLOSED' | 'BOXES_NOT_ENOUGH'> {
    if (!sale || sale.closedAt || sale.ordersUntil <= now) return refuse('BOX_SALE_CLOSED');
    return refuse('BOXES_NOT_ENOUGH', { left: sale.boxes - sale.taken }, 'boxes');
  }
}

const isBetween = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most;
