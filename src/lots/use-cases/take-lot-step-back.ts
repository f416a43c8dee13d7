import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs, type DoneAct } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotRecordsStore, type KeptLot } from '../data/lot-records.store.js';
import { checkPublishing, type PublishRefusal } from '../domain/lot-terms.js';
import type { LotState } from '../domain/lot.state.js';
import {
  LotDeeds,
  type BeforePublishing,
  type BeforeRestriction,
  type BeforeWithdrawal,
} from './lot-deeds.js';
import { termsOf } from './own-lots.js';

type Taken = void | Refusal;

/** ID-06: the household undoes that somebody else put its lot on the market, took it off, or chose who sees it. */
@Injectable()
export class TakeLotStepBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly deeds: LotDeeds,
    private readonly lots: LotRecordsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('LOT_PUBLISHED', (tx, act) => this.hide(tx, act));
    this.assisted.onUndo('LOT_PAUSED', (tx, act) => this.show(tx, act));
    this.assisted.onUndo('LOT_RESTRICTED', (tx, act) => this.widen(tx, act));
    this.assisted.onUndo('LOT_WITHDRAWN', (tx, act) => this.bringBack(tx, act));
  }

  /** Off the market, whatever it was before; what was promised stays promised. */
  private async hide(tx: Tx, act: DoneAct): Promise<Taken> {
    const locked = await this.deeds.asLeft(tx, act);
    if (isRefusal(locked)) return locked;
    const { confirmedBy } = act.before as BeforePublishing;
    await this.lots.change(tx, locked.lot, { state: 'PAUSED', confirmedBy });
  }

  private async show(tx: Tx, act: DoneAct): Promise<Taken> {
    const locked = await this.deeds.asLeft(tx, act);
    return isRefusal(locked) ? locked : this.reopen(tx, locked, 'PUBLISHED');
  }

  /** To those it was shown to before, until the hour that was said then. */
  private async widen(tx: Tx, act: DoneAct): Promise<Taken> {
    const locked = await this.deeds.asLeft(tx, act);
    if (isRefusal(locked)) return locked;
    const { partyIds, openToAllAt } = act.before as BeforeRestriction;
    await this.lots.showTo(tx, locked.lot.id, partyIds);
    await this.lots.change(tx, locked.lot, {
      openToAllAt: openToAllAt === null ? null : new Date(openToAllAt),
    });
  }

  private async bringBack(tx: Tx, act: DoneAct): Promise<Taken> {
    const locked = await this.deeds.asLeft(tx, act);
    if (isRefusal(locked)) return locked;
    const { state, promises } = act.before as BeforeWithdrawal;
    return promises > 0
      ? refuse('ASSISTED_PROMISE_LOST', { promises })
      : this.reopen(tx, locked, state);
  }

  /** On the market only what may be put there now. */
  private async reopen(
    tx: Tx,
    locked: KeptLot,
    state: LotState,
  ): Promise<void | Refusal<PublishRefusal>> {
    const doubt =
      state === 'DRAFT' ? undefined : checkPublishing(termsOf(locked), this.clock.now());
    if (doubt) return doubt;
    await this.lots.change(tx, locked.lot, {
      state,
      closeReason: null,
      closeNote: null,
      withdrawCause: null,
    });
    if (state === 'PUBLISHED')
      await this.outbox.publish(tx, 'lot.published', { lotId: locked.lot.id });
  }
}
