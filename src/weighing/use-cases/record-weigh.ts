import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { WeighingStore } from '../data/weighing.store.js';
import { weighingPolicy } from '../domain/weighing.policy.js';
import { PutOnScale, type LoadEntry, type ScaleRefusal } from './put-on-scale.js';

export interface RecordWish extends LoadEntry {
  /** The row's own id, made by the phone: a second wall behind the act's key. */
  readonly clientMutationId: string;
  readonly ticketId: string;
  readonly weighedAt: Date;
}

type Recorded = { ticketId: string } | Refusal<'TICKET_NOT_FOUND' | ScaleRefusal | ActRefusal>;

/** One more load on the scale. May come late, twice and in any order: the ticket numbers what it gets. */
@Injectable()
export class RecordWeigh {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly weighing: WeighingStore,
    private readonly scale: PutOnScale,
  ) {}

  run(actor: Actor, wish: RecordWish): Promise<Recorded> {
    const { clientMutationId, ...request } = wish;
    const act = { actor, operation: 'recordWeigh', key: clientMutationId, request };
    return this.uow.once(act, async (tx): Promise<Recorded> => {
      const ticket = await this.weighing.lock(tx, actor, wish.ticketId);
      if (!ticket || !weighingPolicy.weigh.allows(actor, ticket)) return refuse('TICKET_NOT_FOUND');
      const { weighedAt } = wish;
      return this.scale.run(tx, ticket, wish, { rowId: clientMutationId, weighedAt });
    });
  }
}
