import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Counter, type CounterRefusal } from '../counter.js';
import { GrantsStore } from '../data/grants.store.js';
import type { Power } from '../domain/grants.js';
import { GrantProofs, type ProofRefusal } from '../grant-proofs.js';

export interface RecordWish {
  readonly clientMutationId: string;
  readonly householdId: string;
  readonly power: Power;
  /** What the household read out; one of the two. */
  readonly code: string | null;
  /** The photograph of what it signed. */
  readonly paperId: string | null;
}

type Recorded = { grantId: string } | Refusal<CounterRefusal | ProofRefusal | ActRefusal>;

/** ID-06: a household without a telephone that shows this app says at the counter that another party may act for it. */
@Injectable()
export class RecordGrant {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly counter: Counter,
    private readonly proofs: GrantProofs,
    private readonly grants: GrantsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: RecordWish): Promise<Recorded> {
    const { householdId, power, code, paperId } = wish;
    return this.uow.onceProved(
      actOf(actor, 'recordGrant', wish),
      async () => {
        const met = await this.counter.ask(actor, householdId, power);
        if (isRefusal(met)) return met;
        return this.proofs.of({ householdId, partyId: met.asker.id, power }, { code, paperId });
      },
      async (tx, proof): Promise<Recorded> => {
        const unused = await proof.use(tx);
        if (unused) return unused;
        const { consent, codeId } = proof;
        const { id, isNew } = await this.grants.add(tx, {
          id: uuid(),
          grantorId: householdId,
          granteeId: actor.partyId ?? '',
          power,
          consent,
          codeId,
          paperId: proof.paperId,
          grantedAt: this.clock.now(),
          grantedBy: actor.personId,
          revokedAt: null,
          revokedBy: null,
        });
        if (!isNew) return refuse('GRANT_STANDS');
        await this.outbox.publish(tx, 'grant.given', { grantId: id });
        return { grantId: id };
      },
    );
  }
}
