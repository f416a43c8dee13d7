import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { NoticesStore } from '../data/notices.store.js';

export interface ReadNoticesWish {
  readonly clientMutationId: string;
  readonly ids: readonly string[];
}

/** Marks the person's own messages as read; ids of anybody else's are passed over. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NoticesStore,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ids }: ReadNoticesWish,
  ): Promise<{ count: number } | Refusal<ActRefusal>> {
    const act = { actor, operation: 'readNotices', key: clientMutationId, request: { ids } };
    return this.uow.once(act, async (tx) => ({
      count: await this.store.markRead(tx, actor.personId, ids, this.clock.now()),
    }));
  }
}
