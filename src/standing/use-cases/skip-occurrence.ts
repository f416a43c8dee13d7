import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Day } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { StandingStore } from '../data/standing.store.js';
import { occurrenceOn } from '../domain/calendar.js';
import { standingPolicy } from '../domain/standing.policy.js';

export interface SkipWish {
  readonly standingOrderId: string;
  readonly day: Day;
}

type SkipRefusal = 'STANDING_ORDER_NOT_FOUND' | 'OCCURRENCE_NOT_FOUND' | 'OCCURRENCE_OPEN';

/** One time is left out, or taken up again while there is time. An order that was made is given up as an order. */
@Injectable()
export class SkipOccurrence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StandingStore,
    private readonly clock: Clock,
  ) {}

  run(
    act: Act,
    { standingOrderId: id, day }: SkipWish,
    state: 'SKIPPED' | 'PLANNED',
  ): Promise<{ id: string } | Refusal<SkipRefusal | ActRefusal>> {
    return this.uow.once<{ id: string } | Refusal<SkipRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const standing = isId(id) ? await this.store.lock(tx, id) : undefined;
      if (!standing || !standingPolicy.keep.allows(act.actor, standing))
        return refuse('STANDING_ORDER_NOT_FOUND');
      const occurrence = occurrenceOn(standing, day);
      if (!occurrence || occurrence.closesAt <= now)
        return refuse('OCCURRENCE_NOT_FOUND', {}, 'day');
      const [decided] = await this.store.decidedOfLocked(tx, id, day);
      if (decided?.day === day && decided.state === 'OPENED')
        return refuse('OCCURRENCE_OPEN', { orderNumber: decided.orderNumber }, 'day');
      await this.store.decide(tx, { id, day }, { state }, now);
      return { id };
    });
  }
}
