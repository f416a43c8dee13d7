import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { StatsStore } from '../data/stats.store.js';

export interface CapWish {
  readonly clientMutationId: string;
  readonly payerId: string | null;
  readonly capVnd: number;
}

const LARGEST_CAP = 1_000_000_000;

/** How much the messages of one payer may cost in a month, from now on. */
@Injectable()
export class SetMessageCap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly stats: StatsStore,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, payerId, capVnd }: CapWish,
  ): Promise<{ payerId: string | null } | Refusal> {
    if (capVnd > LARGEST_CAP) return refuse('MESSAGE_CAP_TOO_LARGE', {}, 'capVnd');
    const isKnown = payerId === null || (isId(payerId) && (await this.stats.isPayer(payerId)));
    if (!isKnown) return refuse('MESSAGE_PAYER_UNKNOWN', {}, 'payerId');
    const request = { payerId, capVnd };
    const act = { actor, operation: 'setMessageCap', key: clientMutationId, request };
    return this.uow.once(act, async (tx) => {
      await this.stats.setCap(tx, payerId, capVnd);
      return { payerId };
    });
  }
}
