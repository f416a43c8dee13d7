import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { PushSubscriptionsStore } from '../data/push-subscriptions.store.js';
import { arePushKeys, isPushEndpoint } from '../domain/push-endpoint.js';

export interface SubscribeWish {
  readonly clientMutationId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Begins and ends notifications on one browser of the person. */
@Injectable()
export class PushSubscribing {
  readonly #allowsLocal: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly uow: UnitOfWork,
    private readonly subscriptions: PushSubscriptionsStore,
    private readonly clock: Clock,
  ) {
    this.#allowsLocal = !config.isProduction;
  }

  async begin(
    actor: Actor,
    { clientMutationId, ...address }: SubscribeWish,
  ): Promise<{ personId: string } | Refusal<'PUSH_ADDRESS_MALFORMED' | ActRefusal>> {
    const isTaken =
      isPushEndpoint(address.endpoint, this.#allowsLocal) &&
      arePushKeys(address.p256dh, address.auth);
    if (!isTaken) return refuse('PUSH_ADDRESS_MALFORMED', {}, 'endpoint');
    const act = { actor, operation: 'subscribePush', key: clientMutationId, request: address };
    const { personId } = actor;
    return this.uow.once(act, async (tx) => {
      await this.subscriptions.add(tx, { id: uuid(), personId, ...address }, this.clock.now());
      return { personId };
    });
  }

  /** Of an address that is not the person's, nothing is said and nothing changes. */
  end(
    actor: Actor,
    { clientMutationId, endpoint }: { clientMutationId: string; endpoint: string },
  ): Promise<{ personId: string } | Refusal<ActRefusal>> {
    const act = {
      actor,
      operation: 'unsubscribePush',
      key: clientMutationId,
      request: { endpoint },
    };
    return this.uow.once(act, async (tx) => {
      await this.subscriptions.remove(tx, actor.personId, endpoint);
      return { personId: actor.personId };
    });
  }
}
