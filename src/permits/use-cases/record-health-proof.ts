import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import type { HealthProofEntity } from '../data/permit.entities.js';
import { ProofsStore } from '../data/proofs.store.js';
import { permitPolicy } from '../domain/permit.policy.js';

export interface ProofWish {
  readonly clientMutationId: string;
  /** Nobody named: herself. */
  readonly personId?: string | null;
  readonly kind: HealthProofEntity['kind'];
  readonly isNegative: boolean;
  readonly sampledAt: Date;
  readonly resultAt: Date;
  readonly poolId?: string | null;
}

type ProofRefusal = 'PROOF_PERSON_UNKNOWN' | 'PROOF_TIMES_WRONG';

// A phone's clock may be a few minutes fast.
const SKEW_MS = 10 * 60_000;

/** PE-20: result, method and times of a test; no paper, no number. */
@Injectable()
export class RecordHealthProof {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly proofs: ProofsStore,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, ...request }: ProofWish,
  ): Promise<{ proofId: string } | Refusal<ProofRefusal | ActRefusal>> {
    const act = { actor, operation: 'recordHealthProof', key: clientMutationId, request };
    return this.uow.once<{ proofId: string } | Refusal<ProofRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const personId = request.personId ?? actor.personId;
      const isColleague = await this.isColleague(actor, personId);
      const isKnown = isId(personId) && (await this.accounts.person(personId)) !== undefined;
      if (!isKnown || !permitPolicy.recordProof.allows(actor, { personId, isColleague })) {
        return refuse('PROOF_PERSON_UNKNOWN', {}, 'personId');
      }
      const { sampledAt, resultAt } = request;
      if (resultAt < sampledAt || resultAt.getTime() > now.getTime() + SKEW_MS) {
        return refuse('PROOF_TIMES_WRONG', {}, 'resultAt');
      }

      const id = uuid();
      await this.proofs.add(tx, {
        id,
        personId,
        kind: request.kind,
        isNegative: request.isNegative,
        sampledAt,
        resultAt,
        poolId: request.poolId?.trim() || null,
        recordedBy: actor.personId,
        createdAt: now,
      });
      return { proofId: id };
    });
  }

  private async isColleague({ partyId }: Actor, personId: string): Promise<boolean> {
    if (partyId === null) return false;
    const members = await this.accounts.membersOf([partyId]);
    return members.some((member) => member.personId === personId && member.role === 'DRIVER');
  }
}
