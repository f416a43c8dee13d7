import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  actOf,
  type ActRefusal,
  type Tx,
  UnitOfWork,
} from '../../platform/database/unit-of-work.js';
import { columnsOf } from '../data/terms.js';
import { WeighingStore } from '../data/weighing.store.js';
import { ticketNumber } from '../domain/ticket-number.js';
import { afterStep } from '../domain/ticket.state.js';
import { weighingPolicy } from '../domain/weighing.policy.js';

export interface OpenWish {
  readonly clientMutationId: string;
  readonly dealId: string;
}

type OpenRefusal = 'DEAL_NOT_FOUND' | 'DEAL_NOT_OPEN' | 'TICKET_STEP_NOT_ALLOWED' | ActRefusal;
type Opened = { ticketId: string } | Refusal<OpenRefusal>;

/** Puts a deal on the scale: its live ticket, or a new one. A disputed ticket is opened again. */
@Injectable()
export class OpenWeighSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly orders: Orders,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: OpenWish): Promise<Opened> {
    if (!isId(wish.dealId)) return refuse('DEAL_NOT_FOUND');
    const act = actOf(actor, 'openWeighSession', wish);
    return this.uow.once(act, async (tx): Promise<Opened> => {
      const live = await this.weighing.liveOf(tx, wish.dealId);
      if (live) return this.resume(tx, actor, live.id);

      const deal = await this.orders.lockDeal(tx, wish.dealId);
      const standing = deal && (await this.weighing.standing(tx, actor, deal));
      if (!deal || !standing || !weighingPolicy.weigh.allows(actor, standing)) {
        return refuse('DEAL_NOT_FOUND');
      }
      // Whoever held the deal's lock before may have opened it.
      const first = await this.weighing.liveOf(tx, deal.id);
      if (first) return { ticketId: first.id };
      if (deal.state !== 'COMMITTED') return refuse('DEAL_NOT_OPEN', { state: deal.state });
      return this.open(tx, actor, deal);
    });
  }

  private async open(tx: Tx, actor: Actor, deal: Deal): Promise<{ ticketId: string }> {
    const id = uuid();
    const createdAt = this.clock.now();
    await this.weighing.add(tx, {
      id,
      number: ticketNumber(dayOf(createdAt), await this.weighing.nextSerial(tx)),
      dealId: deal.id,
      orderId: deal.orderId,
      buyerId: deal.buyerId,
      householdId: deal.householdId,
      communeId: deal.communeId,
      cropCode: deal.cropCode,
      state: 'OPEN',
      ...columnsOf(deal.deduction),
      createdBy: actor.personId,
      createdAt,
    });
    return { ticketId: id };
  }

  private async resume(tx: Tx, actor: Actor, ticketId: string): Promise<Opened> {
    const ticket = await this.weighing.lock(tx, actor, ticketId);
    if (!ticket || !weighingPolicy.weigh.allows(actor, ticket)) return refuse('DEAL_NOT_FOUND');
    if (ticket.state !== 'DISPUTED') return { ticketId };

    const state = afterStep(ticket.state, 'reopen');
    if (isRefusal(state)) return state;
    await this.weighing.thaw(tx, ticketId);
    await this.weighing.update(tx, ticketId, {
      state,
      payableG: null,
      amountVnd: null,
      submittedAt: null,
      submittedBy: null,
      unaskedG: null,
      overAgreedBy: null,
      overAskedG: null,
      overAskedAt: null,
    });
    return { ticketId };
  }
}
