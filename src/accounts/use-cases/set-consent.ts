import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { ConsentsStore } from '../data/consents.store.js';
import { CONSENT_VERSIONS, type Purpose } from '../domain/consent.js';

export interface ConsentWish {
  readonly clientMutationId: string;
  readonly purpose: Purpose;
  /** Of the text the person read. */
  readonly version: number;
  readonly isGiven: boolean;
}

/** Gives a consent or takes it back. Each word is a new row; a yes to a text that is no longer in force is refused. */
@Injectable()
export class SetConsent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly consents: ConsentsStore,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId: key, ...request }: ConsentWish,
  ): Promise<{ done: true } | Refusal<'CONSENT_TEXT_CHANGED' | ActRefusal>> {
    const { purpose, version, isGiven } = request;
    const act = { actor, operation: 'setConsent', key, request };
    return this.uow.once(act, async (tx) => {
      if (isGiven && version !== CONSENT_VERSIONS[purpose]) return refuse('CONSENT_TEXT_CHANGED');
      const { personId } = actor;
      const word = { purpose, version: CONSENT_VERSIONS[purpose], isGiven, at: this.clock.now() };
      await this.consents.add(tx, { id: uuid(), personId, ...word });
      return { done: true as const };
    });
  }
}
