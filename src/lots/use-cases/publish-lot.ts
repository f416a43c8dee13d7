import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { checkPublishing, type PublishRefusal } from '../domain/lot-terms.js';
import { afterStep } from '../domain/lot.state.js';
import { LotDeeds } from './lot-deeds.js';
import { checkVersion, OwnLots, termsOf, type ChangeRefusal } from './own-lots.js';

/** Puts a draft, or a paused lot, on the market. An officer who does it vouches for the lot. */
@Injectable()
export class PublishLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly deeds: LotDeeds,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    act: Act,
    step: 'publish' | 'resume',
    wish: { readonly lotId: string; readonly expectedVersion: number },
  ): Promise<{ lotId: string } | Refusal<ChangeRefusal | PublishRefusal | ActRefusal>> {
    const { lotId, expectedVersion } = wish;
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;

    return this.uow.once(act, async (tx) => {
      const locked = await this.lots.lock(tx, lotId);
      const state = afterStep(locked.lot.state, step);
      if (isRefusal(state)) return state;
      const changed = checkVersion(locked, expectedVersion);
      if (changed) return changed;
      const confirmedBy =
        found.spokesman === 'OFFICER' ? act.actor.partyId : locked.lot.confirmedBy;
      const now = this.clock.now();
      const doubt = checkPublishing({ ...termsOf(locked), isConfirmed: confirmedBy !== null }, now);
      if (doubt) return doubt;

      await this.deeds.published(tx, act.actor, locked);
      const publishedAt = locked.lot.publishedAt ?? now;
      await this.lots.change(tx, locked.lot, { state, publishedAt, confirmedBy });
      await this.outbox.publish(tx, 'lot.published', { lotId });
      return { lotId };
    });
  }
}
