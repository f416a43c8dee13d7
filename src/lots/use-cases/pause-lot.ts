import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { afterStep } from '../domain/lot.state.js';
import { LotDeeds } from './lot-deeds.js';
import { checkVersion, OwnLots, type ChangeRefusal } from './own-lots.js';

/** Takes a lot off the market for a while; what was promised stays promised. */
@Injectable()
export class PauseLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly deeds: LotDeeds,
  ) {}

  async run(
    act: Act,
    { lotId, expectedVersion }: { readonly lotId: string; readonly expectedVersion: number },
  ): Promise<{ lotId: string } | Refusal<ChangeRefusal | ActRefusal>> {
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;

    return this.uow.once(act, async (tx) => {
      const locked = await this.lots.lock(tx, lotId);
      const state = afterStep(locked.lot.state, 'pause');
      if (isRefusal(state)) return state;
      const changed = checkVersion(locked, expectedVersion);
      if (changed) return changed;

      await this.deeds.paused(tx, act.actor, locked);
      await this.lots.change(tx, locked.lot, { state });
      return { lotId };
    });
  }
}
