import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { GrantsStore } from '../data/grants.store.js';
import { partyPolicy } from '../domain/party.policy.js';
import { GrantAftermath, type Consequence } from '../grant-aftermath.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household took its word back, on its own telephone or by the mouth of whoever had it. */
    'grant.revoked': { grantId: string; byPartyId: string | null };
  }
}

export interface RevokeWish {
  readonly clientMutationId: string;
  readonly grantId: string;
}

type Revoked =
  | { grantId: string; consequences: readonly Consequence[] }
  | Refusal<'GRANT_NOT_FOUND' | ActRefusal>;

/** From this moment the other side can do nothing new; what was agreed stays agreed (ID-07). */
@Injectable()
export class RevokeGrant {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grants: GrantsStore,
    private readonly aftermath: GrantAftermath,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { clientMutationId, grantId }: RevokeWish): Promise<Revoked> {
    // Before anything is locked: a stranger's try must not look like a word that is being taken back.
    const grant = isId(grantId) ? await this.grants.byId(grantId) : null;
    if (!grant || !partyPolicy.revokeGrant.allows(actor, grant)) return refuse('GRANT_NOT_FOUND');
    const act = { actor, operation: 'revokeGrant', key: clientMutationId, request: { grantId } };
    return this.uow.once(act, async (tx): Promise<Revoked> => {
      if (!(await this.grants.revoke(tx, grant.id, actor.personId, this.clock.now())))
        return refuse('GRANT_NOT_FOUND');
      const consequences = await this.aftermath.apply(tx, grant);

      await this.outbox.publish(tx, 'grant.revoked', {
        grantId: grant.id,
        byPartyId: actor.partyId,
      });
      return { grantId: grant.id, consequences };
    });
  }
}
