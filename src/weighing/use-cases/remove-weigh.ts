import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { WeighingStore } from '../data/weighing.store.js';
import { weighingPolicy } from '../domain/weighing.policy.js';

export interface RemoveWish {
  readonly clientMutationId: string;
  readonly rowId: string;
}

type Removed =
  | { ticketId: string }
  | Refusal<'WEIGH_ROW_NOT_FOUND' | 'WEIGH_ROW_REPLACED' | 'TICKET_NOT_OPEN' | ActRefusal>;

/** A load that was weighed by mistake does not count any more, and stays to be seen. */
@Injectable()
export class RemoveWeigh {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: RemoveWish): Promise<Removed> {
    const act = actOf(actor, 'removeWeigh', wish);
    return this.uow.once(act, async (tx): Promise<Removed> => {
      const ticket = await this.weighing.lockOfRow(tx, actor, wish.rowId);
      if (!ticket || !weighingPolicy.weigh.allows(actor, ticket)) {
        return refuse('WEIGH_ROW_NOT_FOUND');
      }
      if (ticket.state !== 'OPEN') return refuse('TICKET_NOT_OPEN', { state: ticket.state });
      const isRemoved = await this.weighing.removeRow(tx, wish.rowId, this.clock.now());
      return isRemoved ? { ticketId: ticket.id } : refuse('WEIGH_ROW_REPLACED');
    });
  }
}
