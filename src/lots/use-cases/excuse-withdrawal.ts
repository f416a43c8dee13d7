import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { PromisesStore } from '../data/promises.store.js';
import { OwnLots } from './own-lots.js';

type ExcuseRefusal = 'LOT_NOT_FOUND' | 'WITHDRAWAL_NOT_EXCUSABLE' | ActRefusal;

/** An officer of the commune confirms that hail, flood or illness took the fruit: it no longer counts against the household. */
@Injectable()
export class ExcuseWithdrawal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly promises: PromisesStore,
    private readonly own: OwnLots,
    private readonly clock: Clock,
  ) {}

  async run(
    act: Act,
    { lotId }: { readonly lotId: string },
  ): Promise<{ lotId: string } | Refusal<ExcuseRefusal>> {
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;
    return this.uow.once<{ lotId: string } | Refusal<ExcuseRefusal>>(act, async (tx) => {
      const cause = await this.promises.lockCause(tx, lotId);
      const isExcused =
        cause === 'FORCE_MAJEURE' &&
        (await this.promises.excuse(tx, lotId, act.actor.partyId ?? '', this.clock.now())) > 0;
      return isExcused ? { lotId } : refuse('WITHDRAWAL_NOT_EXCUSABLE');
    });
  }
}
