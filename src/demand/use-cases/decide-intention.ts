import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { OfferByHand, type OfferByHandRefusal } from '../../orders/index.js';
import {
  UnitOfWork,
  type Act,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import { IntentionsStore, type Intention } from '../data/intentions.store.js';
import { demandPolicy } from '../domain/demand.policy.js';
import { linesToAsk, stateOn } from '../domain/intention.js';

type Done = { readonly intentionId: string };
type DecideRefusal = 'INTENTION_NOT_FOUND' | 'INTENTION_OVER';
type ConfirmRefusal =
  DecideRefusal | 'INTENTION_WITHOUT_LOT' | 'INTENTION_LOT_UNFIT' | OfferByHandRefusal;

const REASON = 'Dự kiến theo số hộ báo trước; nay đã có lô';

/** The buyer says again that she takes it, now that the lot is there; or that she does not. */
@Injectable()
export class DecideIntention {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly intentions: IntentionsStore,
    private readonly offering: OfferByHand,
    private readonly clock: Clock,
  ) {}

  /** Makes the usual offer: kilograms are set aside, and the household answers. */
  confirm(act: Act, intentionId: string): Promise<Done | Refusal<ConfirmRefusal | ActRefusal>> {
    return this.uow.once<Done | Refusal<ConfirmRefusal>>(act, async (tx) => {
      const meant = await this.open(tx, act, intentionId);
      if (isRefusal(meant)) return meant;
      const { id, orderId, lotId, state, grams } = meant;
      if (state !== 'ASKED' || lotId === null) return refuse('INTENTION_WITHOUT_LOT');
      const { gradeCodes, lines } = await this.intentions.freeLines(tx, { lotId, orderId });
      const asked = linesToAsk(grams, gradeCodes, lines);
      if (asked.length === 0) return refuse('INTENTION_LOT_UNFIT');
      const offered = await this.offering.run(tx, orderId, { reason: REASON, lines: asked });
      if (isRefusal(offered)) return offered;
      await this.intentions.decide(tx, id, 'CONFIRMED');
      return { intentionId };
    });
  }

  /** Before or after the lot is there; nothing was set aside, so nothing is given back. */
  drop(act: Act, intentionId: string): Promise<Done | Refusal<DecideRefusal | ActRefusal>> {
    return this.uow.once<Done | Refusal<DecideRefusal>>(act, async (tx) => {
      const meant = await this.open(tx, act, intentionId);
      if (isRefusal(meant)) return meant;
      await this.intentions.decide(tx, meant.id, 'DROPPED');
      return { intentionId };
    });
  }

  private async open(tx: Tx, act: Act, id: string): Promise<Intention | Refusal<DecideRefusal>> {
    const meant = isId(id) ? await this.intentions.lock(tx, id) : undefined;
    if (!meant || !demandPolicy.intend.allows(act.actor, meant))
      return refuse('INTENTION_NOT_FOUND');
    const state = stateOn(meant, dayOf(this.clock.now()));
    return state === 'NOTED' || state === 'ASKED' ? meant : refuse('INTENTION_OVER');
  }
}
