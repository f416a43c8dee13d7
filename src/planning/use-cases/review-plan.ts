import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Accounts } from '../../accounts/index.js';
import { PlansStore } from '../data/plans.store.js';
import type { ProductionPlanEntity } from '../data/production-plan.entity.js';
import { afterPlanStep, type PlanStep } from '../domain/plan.state.js';
import { Territory } from '../territory.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    'plan.reviewed': { planId: string };
  }
}

export type PlanDecision = 'CONFIRM' | 'GIVE_BACK' | 'CLOSE';

export interface ReviewWish {
  readonly clientMutationId: string;
  readonly planId: string;
  readonly expectedVersion: number;
  readonly decision: PlanDecision;
  readonly note?: string | null;
}

const STEPS: Readonly<Record<PlanDecision, PlanStep>> = {
  CONFIRM: 'confirm',
  GIVE_BACK: 'giveBack',
  CLOSE: 'close',
};
const LONGEST_NOTE = 300;

/** The commune, the office or the cooperative looks at a plan: yes, back with a reason, or closed after the harvest. */
@Injectable()
export class ReviewPlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlansStore,
    private readonly accounts: Accounts,
    private readonly territory: Territory,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: ReviewWish,
  ): Promise<
    | { planId: string }
    | Refusal<
        | 'PLAN_NOT_FOUND'
        | 'PLAN_CHANGED'
        | 'PLAN_STEP_NOT_ALLOWED'
        | 'PLAN_NOTE_MISSING'
        | ActRefusal
      >
  > {
    const { clientMutationId, ...request } = wish;
    const seen = await this.plans.find(wish.planId);
    if (!seen || !(await this.mayReview(actor, seen))) return refuse('PLAN_NOT_FOUND');
    return this.uow.once(
      { actor, operation: 'reviewProductionPlan', key: clientMutationId, request },
      async (tx) => {
        const plan = await this.plans.lock(tx, wish.planId);
        if (!plan) return refuse('PLAN_NOT_FOUND');
        if (plan.version !== wish.expectedVersion)
          return refuse('PLAN_CHANGED', { version: plan.version });
        const state = afterPlanStep(plan.state, STEPS[wish.decision]);
        if (isRefusal(state)) return state;
        const note = (wish.note ?? '').normalize('NFC').trim().slice(0, LONGEST_NOTE);
        if (wish.decision === 'GIVE_BACK' && note === '')
          return refuse('PLAN_NOTE_MISSING', {}, 'note');

        await this.plans.change(tx, plan, {
          state,
          reviewedBy: actor.personId,
          reviewedAt: this.clock.now(),
          reviewNote: note === '' ? null : note,
        });
        await this.outbox.publish(tx, 'plan.reviewed', { planId: plan.id });
        return { planId: plan.id };
      },
    );
  }

  /** A cooperative reviews its members' plans only; nobody but the office reviews the plan of a whole commune. */
  private async mayReview(actor: Actor, plan: ProductionPlanEntity): Promise<boolean> {
    if (actor.role === 'COOP_CLERK') {
      return (
        plan.householdId !== null &&
        this.accounts.isGranted(actor.partyId ?? '', plan.householdId, 'SELL_FOR')
      );
    }
    if (plan.householdId === null && actor.role === 'COMMUNE_OFFICER') return false;
    return (await this.territory.communesOf(actor, null)).includes(plan.communeId);
  }
}
