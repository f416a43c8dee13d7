import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { afterLineStep, lineStateAt } from '../domain/allocation-line.state.js';
import { impossibleFewer, type FewerRefusal } from '../domain/fewer.js';
import { orderPolicy } from '../domain/order.policy.js';
import { AnswerNews } from './answer-news.js';
import { DealMaking } from './deal-making.js';

export interface Answer {
  readonly clientMutationId: string;
  readonly offerId: string;
  readonly accept: boolean;
  /** A yes to these only; left out, or null, it is to all that was asked for. */
  readonly grams?: number | null;
}

type RespondRefusal =
  | 'OFFER_NOT_FOUND'
  | 'OFFER_EXPIRED'
  | 'OFFER_STOCK_GONE'
  | 'HOUSEHOLD_SUSPENDED'
  | 'OFFER_BUYER_SUSPENDED'
  | 'LINE_STEP_NOT_ALLOWED'
  | FewerRefusal
  | ActRefusal;

/** Reasons are kept as people wrote them, in Vietnamese; this one is the household's no. */
const NOT_SELLING = 'Hộ trả lời không bán';

/** The household's one tap. Whether it is in time is decided by the statement that writes it (NG-04). */
@Injectable()
export class RespondAllocationOffer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly dealMaking: DealMaking,
    private readonly news: AnswerNews,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, offerId, accept, grams = null }: Answer,
  ): Promise<{ offerId: string } | Refusal<RespondRefusal>> {
    if (!isId(offerId)) return refuse('OFFER_NOT_FOUND');
    const act = {
      actor,
      operation: 'respondAllocationOffer',
      key: clientMutationId,
      request: grams === null ? { offerId, accept } : { offerId, accept, grams },
    };
    return this.uow.once<{ offerId: string } | Refusal<RespondRefusal>>(act, async (tx) => {
      const asked = await this.lines.lockOrderOf(tx, offerId, actor.partyId);
      if (!asked || !orderPolicy.respond.allows(actor, asked)) return refuse('OFFER_NOT_FOUND');
      if (accept && asked.suspendedFor !== null) {
        return refuse('HOUSEHOLD_SUSPENDED', { reason: asked.suspendedFor });
      }
      if (accept && !asked.isBuyerActive) return refuse('OFFER_BUYER_SUSPENDED');
      const impossible = impossibleFewer(asked, { accept, grams });
      if (impossible) return impossible;

      const now = this.clock.now();
      const state = accept ? 'ACCEPTED' : 'DECLINED';
      const fewerGrams = grams === asked.grams ? null : grams;
      const isAnswered = await this.lines.answer(tx, {
        lineId: offerId,
        state,
        fewerGrams,
        personId: actor.personId,
        now,
      });
      if (!isAnswered) return this.tooLate(tx, offerId, accept, now);
      if (accept && (await this.lots.keep(tx, [offerId], now)).length === 0)
        return refuse('OFFER_STOCK_GONE');
      if (fewerGrams !== null) await this.giveBackRest(tx, offerId, fewerGrams);
      if (!accept) await this.lots.release(tx, [offerId]);

      const { orderId } = asked;
      if (asked.orderKind === 'LOT') await this.closeLotOrder(tx, orderId, accept);
      else if (accept) await this.orders.markAllocatedWhenCovered(tx, orderId);
      const line = { ...asked, id: offerId, grams: grams ?? asked.grams };
      await this.news.publish(tx, actor, line, accept);
      return { offerId };
    });
  }

  /** What is not agreed to is the lot's again; a smaller promise always fits. */
  private async giveBackRest(tx: Tx, holdId: string, grams: number): Promise<void> {
    const refusal = await this.lots.resize(tx, [{ holdId, grams }]);
    if (refusal) throw new Error(`hold ${holdId} could not be made smaller`);
  }

  private async tooLate(
    tx: Tx,
    lineId: string,
    accept: boolean,
    now: Date,
  ): Promise<Refusal<RespondRefusal>> {
    const line = await this.lines.standing(tx, lineId);
    const state = lineStateAt(line, now);
    if (state === 'EXPIRED')
      return refuse('OFFER_EXPIRED', { expiresAt: line.expiresAt.toISOString() });
    const step = afterLineStep(state, accept ? 'accept' : 'decline');
    if (isRefusal(step)) return step;
    throw new Error(`line ${lineId} could have been answered and was not`);
  }

  /** The order of one lot has one answer: yes makes the deal at once, no ends it. */
  private async closeLotOrder(tx: Tx, orderId: string, accept: boolean): Promise<void> {
    if (accept) await this.dealMaking.makeAtOnce(tx, orderId);
    else await this.orders.close(tx, [orderId], 'CANCELLED', NOT_SELLING);
  }
}
