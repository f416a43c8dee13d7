import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { WeighingStore } from '../data/weighing.store.js';
import { weighingPolicy } from '../domain/weighing.policy.js';
import { PutOnScale, type LoadEntry, type ScaleRefusal } from './put-on-scale.js';

export interface CorrectWish extends LoadEntry {
  /** Id of the row that replaces the wrong one. */
  readonly clientMutationId: string;
  readonly rowId: string;
}

type Corrected =
  | { ticketId: string }
  | Refusal<'WEIGH_ROW_NOT_FOUND' | 'WEIGH_ROW_REPLACED' | ScaleRefusal | ActRefusal>;

/** A typing error: a new row takes the place of the wrong one, which stays to be seen. */
@Injectable()
export class CorrectWeigh {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly scale: PutOnScale,
  ) {}

  run(actor: Actor, wish: CorrectWish): Promise<Corrected> {
    const { clientMutationId, ...request } = wish;
    const act = { actor, operation: 'correctWeigh', key: clientMutationId, request };
    return this.uow.once(act, async (tx): Promise<Corrected> => {
      const ticket = await this.weighing.lockOfRow(tx, actor, wish.rowId);
      const wrong = ticket && (await this.weighing.findRow(tx, wish.rowId));
      if (!ticket || !wrong || !weighingPolicy.weigh.allows(actor, ticket)) {
        return refuse('WEIGH_ROW_NOT_FOUND');
      }
      if (wrong.replacedBy === clientMutationId) return { ticketId: ticket.id };

      const { weighedAt } = wrong;
      const put = await this.scale.run(tx, ticket, wish, { rowId: clientMutationId, weighedAt });
      if (isRefusal(put)) return put;
      const isReplaced = await this.weighing.replaceRow(tx, wish.rowId, clientMutationId);
      return isReplaced ? put : refuse('WEIGH_ROW_REPLACED');
    });
  }
}
