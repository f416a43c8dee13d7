import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';

export interface ShiftWish {
  readonly clientMutationId: string;
  readonly checkpointId: string;
}

/** An officer begins work at a post; that she did is kept as every act is. */
@Injectable()
export class StartShift {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: Places,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, checkpointId }: ShiftWish,
  ): Promise<{ checkpointId: string } | Refusal<'CHECKPOINT_UNKNOWN' | ActRefusal>> {
    const act = {
      actor,
      operation: 'startShift',
      key: clientMutationId,
      request: { checkpointId },
    };
    return this.uow.once<{ checkpointId: string } | Refusal<'CHECKPOINT_UNKNOWN'>>(
      act,
      async () => {
        const post = await this.places.place(checkpointId);
        return post?.kind === 'CHECKPOINT'
          ? { checkpointId }
          : refuse('CHECKPOINT_UNKNOWN', {}, 'checkpointId');
      },
    );
  }
}
