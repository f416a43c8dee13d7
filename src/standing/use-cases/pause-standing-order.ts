import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { StandingStore, type StandingOrder } from '../data/standing.store.js';
import { standingPolicy } from '../domain/standing.policy.js';

/** Nothing opens while it is paused; what is open goes on. Resumed, it opens what is still ahead and nothing that was missed. */
@Injectable()
export class PauseStandingOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StandingStore,
  ) {}

  run(
    act: Act,
    id: string,
    state: StandingOrder['state'],
  ): Promise<{ id: string } | Refusal<'STANDING_ORDER_NOT_FOUND' | ActRefusal>> {
    return this.uow.once<{ id: string } | Refusal<'STANDING_ORDER_NOT_FOUND'>>(act, async (tx) => {
      const standing = isId(id) ? await this.store.lock(tx, id) : undefined;
      if (!standing || !standingPolicy.keep.allows(act.actor, standing))
        return refuse('STANDING_ORDER_NOT_FOUND');
      await this.store.turn(tx, id, state);
      return { id };
    });
  }
}
