import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';

/** Signs other devices of the same person out; from the next request on they are strangers. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly clock: Clock,
  ) {}

  one(
    actor: Actor,
    wish: { readonly clientMutationId: string; readonly deviceId: string },
  ): Promise<{ count: number } | Refusal<'DEVICE_UNKNOWN' | ActRefusal>> {
    const { clientMutationId: key, deviceId } = wish;
    const act = { actor, operation: 'signOutDevice', key, request: { deviceId } };
    return this.uow.once(act, async (tx) =>
      (await this.accounts.endOne(tx, actor.personId, deviceId, this.clock.now()))
        ? { count: 1 }
        : refuse('DEVICE_UNKNOWN'),
    );
  }

  others(
    actor: Actor,
    wish: { readonly clientMutationId: string },
  ): Promise<{ count: number } | Refusal<ActRefusal>> {
    const act = {
      actor,
      operation: 'signOutOtherDevices',
      key: wish.clientMutationId,
      request: null,
    };
    return this.uow.once(act, async (tx) => ({
      count: await this.accounts.endOthers(tx, actor.personId, actor.sessionId, this.clock.now()),
    }));
  }
}
