import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { afterStep, type WithdrawCause } from '../domain/lot.state.js';
import { LotDeeds } from './lot-deeds.js';
import { OwnLots, type OwnRefusal } from './own-lots.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** `holdIds` were still promised: whoever made them tells the buyers and plans anew. */
    'lot.withdrawn': { lotId: string; holdIds: string[] };
  }
}

const LONGEST_REASON = 300;

/** Takes a lot back for good. While somebody counts on it, a reason must be given. */
@Injectable()
export class WithdrawLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly deeds: LotDeeds,
    private readonly outbox: Outbox,
  ) {}

  async run(
    act: Act,
    wish: { readonly lotId: string; readonly cause: WithdrawCause; readonly reason: string },
  ): Promise<
    | { lotId: string }
    | Refusal<OwnRefusal | 'LOT_STEP_NOT_ALLOWED' | 'LOT_REASON_MISSING' | ActRefusal>
  > {
    const { lotId } = wish;
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;

    return this.uow.once(act, async (tx) => {
      const locked = await this.lots.lock(tx, lotId);
      const { lot } = locked;
      const state = afterStep(lot.state, 'close');
      if (isRefusal(state)) return state;
      const holdIds = await this.lots.openHolds(tx, lotId);
      const reason = wish.reason.normalize('NFC').trim().slice(0, LONGEST_REASON);
      if (reason === '' && holdIds.length > 0) {
        return refuse('LOT_REASON_MISSING', { promises: holdIds.length }, 'reason');
      }

      await this.deeds.withdrawn(tx, act.actor, locked, holdIds.length);
      const closeNote = reason === '' ? null : reason;
      await this.lots.change(tx, lot, {
        state,
        closeReason: 'WITHDRAWN',
        closeNote,
        withdrawCause: wish.cause,
      });
      await this.outbox.publish(tx, 'lot.withdrawn', { lotId, holdIds });
      return { lotId };
    });
  }
}
