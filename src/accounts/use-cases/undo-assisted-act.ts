import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { AssistedActs } from '../assisted-acts.js';
import { AssistedActsStore } from '../data/assisted-acts.store.js';
import { canUndo } from '../domain/assisted.js';
import { partyPolicy } from '../domain/party.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household took back what somebody did in its name. */
    'act.undone': { actId: string };
  }
}

export interface UndoWish {
  readonly clientMutationId: string;
  readonly actId: string;
}

/** ID-06: the household's way back from what somebody else did in its name. */
@Injectable()
export class UndoAssistedAct {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: AssistedActsStore,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, { clientMutationId, actId }: UndoWish): Promise<{ actId: string } | Refusal> {
    const act = { actor, operation: 'undoAssistedAct', key: clientMutationId, request: { actId } };
    return this.uow.once(act, async (tx): Promise<{ actId: string } | Refusal> => {
      const done = isId(actId) ? await this.store.lock(tx, actId) : null;
      if (!done || !partyPolicy.undoAssisted.allows(actor, done)) {
        return refuse('ASSISTED_ACT_NOT_FOUND');
      }
      if (done.undoneAt !== null) return refuse('ASSISTED_UNDONE');
      const now = this.clock.now();
      if (!canUndo(done, now)) return refuse('ASSISTED_TOO_LATE');
      const undone = await this.assisted.undo(tx, done, actor);
      if (isRefusal(undone)) return undone;

      await this.store.markUndone(tx, done.id, actor.personId, now);
      await this.outbox.publish(tx, 'act.undone', { actId: done.id });
      return { actId: done.id };
    });
  }
}
