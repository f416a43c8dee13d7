import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import type { PermitEntity } from '../data/permit.entities.js';
import { PermitsStore } from '../data/permits.store.js';
import { ProofsStore } from '../data/proofs.store.js';
import { planPermit } from '../domain/issue-plan.js';
import { whyNotOpen, type ReviewRefusal } from '../domain/review.js';
import { crewOf } from '../domain/travellers.js';
import { Issuing } from '../issuing.js';
import { Rules } from '../rules.js';
import { keptReason, proofTime } from './apply-for-permit.js';
import type { PermitAct } from './claim-permit.js';

type IssueRefusal =
  ReviewRefusal | 'PERMIT_RULES_UNMET' | 'PERMIT_NOT_NEEDED' | 'PERMIT_ENDS_EARLY';

/**
 * A reviewer issues what the machine could not. What is known must still meet the rules; for people nobody named, and
 * papers only a person can look at, the reviewer answers.
 */
@Injectable()
export class IssuePermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitsStore,
    private readonly proofs: ProofsStore,
    private readonly rules: Rules,
    private readonly issuing: Issuing,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, permitId }: PermitAct,
  ): Promise<{ permitId: string } | Refusal<IssueRefusal | ActRefusal>> {
    const act = { actor, operation: 'issuePermit', key: clientMutationId, request: { permitId } };
    return this.uow.once<{ permitId: string } | Refusal<IssueRefusal>>(act, async (tx) => {
      const permit = await this.permits.lock(tx, permitId);
      if (!permit) return refuse('PERMIT_NOT_FOUND');
      const closed = whyNotOpen(permit, actor.personId, this.clock.now());
      return closed ?? this.issue(tx, actor, permit);
    });
  }

  private async issue(
    tx: Tx,
    actor: Actor,
    permit: PermitEntity,
  ): Promise<{ permitId: string } | Refusal<IssueRefusal>> {
    const now = this.clock.now();
    const proofs = await this.proofs.ofCrew(permit.crewIds, now);
    const aboard = crewOf(permit.crewIds, 0, proofs, now);
    const plan = planPermit({
      ...(await this.rules.all()),
      ...aboard,
      trip: {
        plate: permit.plate,
        points: permit.points,
        stops: permit.points.map(({ code }) => code),
      },
      startsAt: permit.leavesAt,
      endsAt: permit.arrivesAt,
      now,
    });
    if (isRefusal(plan)) return plan;
    const [reason] = plan.evaluation.reasons;
    if (!plan.isIssuable && reason) {
      return refuse('PERMIT_RULES_UNMET', { ...reason.facts, code: reason.code });
    }
    await this.issuing.issue(tx, permit, {
      validFrom: plan.validFrom,
      validTo: plan.validTo,
      rulePackCode: plan.rulePackCode,
      proofAt: proofTime(plan, aboard.crew, now),
      reasons: [
        { code: 'ISSUED_BY_OFFICE', ruleId: null, facts: {} },
        ...plan.evaluation.reasons.map(keptReason),
      ],
      by: actor.personId,
      at: now,
    });
    return { permitId: permit.id };
  }
}
