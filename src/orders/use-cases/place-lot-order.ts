import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotOrdersStore, type WantedLine } from '../data/lot-orders.store.js';
import { offerExpiry } from '../domain/offer-ttl.js';
import { orderNumber } from '../domain/order-number.js';

export interface LotOrderWish {
  readonly clientMutationId: string;
  readonly lotId: string;
  readonly gradeCode: string;
  readonly grams: number;
  /** The price the buyer saw; null takes the price as it is now. */
  readonly vndPerKg: number | null;
}

/** A grower looks at her phone between two baskets; longer would keep fruit from the next buyer. */
const ANSWER_MINUTES = 30;

type PlaceRefusal =
  | 'ORDERED_LOT_NOT_FOUND'
  | 'LOT_NOT_OPEN'
  | 'LOT_HAS_NO_PRICE'
  | 'LOT_PRICE_CHANGED'
  | 'BELOW_SMALLEST_SALE'
  | 'BUYER_NOT_ACTIVE'
  | 'LOT_NOT_ENOUGH'
  | ActRefusal;

/** A buyer takes some kilograms of one grade of one lot at its price; they are set aside until the household answers. */
@Injectable()
export class PlaceLotOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: LotOrdersStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: LotOrderWish,
  ): Promise<{ orderId: string } | Refusal<PlaceRefusal>> {
    const { clientMutationId, ...request } = wish;
    const { lotId, gradeCode } = request;
    if (!isId(lotId)) return refuse('ORDERED_LOT_NOT_FOUND', {}, 'lotId');
    const act = { actor, operation: 'placeLotOrder', key: clientMutationId, request };
    return this.uow.once<{ orderId: string } | Refusal<PlaceRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const buyerId = actor.partyId ?? '';
      const line = await this.store.look(tx, { lotId, gradeCode, buyerId, now });
      if (!line) return refuse('ORDERED_LOT_NOT_FOUND', {}, 'lotId');
      const vndPerKg = priceFor(line, wish);
      if (isRefusal(vndPerKg)) return vndPerKg;

      const lineId = uuid();
      const expires = offerExpiry(now, ANSWER_MINUTES);
      const expiresAt = expires < line.readyTo ? expires : line.readyTo;
      const hold = { holdId: lineId, lotGradeId: line.lotGradeId, grams: wish.grams, expiresAt };
      const reserved = await this.lots.reserve(tx, [hold]);
      if (isRefusal(reserved)) return { ...reserved, field: 'grams' };

      const orderId = uuid();
      const isWritten = await this.store.add(tx, {
        id: orderId,
        number: orderNumber(dayOf(now), line.serial),
        buyerId,
        lotId,
        line,
        gradeCode,
        grams: wish.grams,
        vndPerKg,
        orderLineId: uuid(),
        lineId,
        offerTtlMinutes: ANSWER_MINUTES,
        expiresAt,
        createdBy: actor.personId,
        createdAt: now,
      });
      if (!isWritten) return refuse('LOT_PRICE_CHANGED');
      await this.outbox.publish(tx, 'order.offered', { orderId, lineIds: [lineId] });
      return { orderId };
    });
  }
}

function priceFor(
  line: WantedLine,
  { grams, vndPerKg }: LotOrderWish,
): number | Refusal<PlaceRefusal> {
  if (!line.isBuyerActive) return refuse('BUYER_NOT_ACTIVE');
  if (!line.isOpen) return refuse('LOT_NOT_OPEN');
  if (line.askVndPerKg === null) return refuse('LOT_HAS_NO_PRICE');
  if (vndPerKg !== null && vndPerKg !== line.askVndPerKg) {
    return refuse('LOT_PRICE_CHANGED', { vndPerKg: line.askVndPerKg });
  }
  const least = Math.max(line.minTakeGrams, 1);
  return grams < least
    ? refuse('BELOW_SMALLEST_SALE', { minTakeGrams: least }, 'grams')
    : line.askVndPerKg;
}
