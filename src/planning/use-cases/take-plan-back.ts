import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { refuse } from '../../kernel/refusal.js';
import { PlansStore, PlanTaken } from '../data/plans.store.js';
import type { ProductionPlanEntity } from '../data/production-plan.entity.js';
import type { BeforePlan } from './save-plan.js';

/** As JSON keeps it. */
type Former = Omit<ProductionPlanEntity, 'createdAt' | 'reviewedAt'> & {
  readonly reviewedAt: string | null;
};

/** ID-06: the household undoes a plan that somebody else saved, until it is saved again or reviewed; what it said before counts again. */
@Injectable()
export class TakePlanBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly plans: PlansStore,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('PLAN_SAVED', async (tx, act) => {
      const plan = await this.plans.lock(tx, act.subjectId);
      const was = act.before as Omit<BeforePlan, 'former'> & { readonly former: Former | null };
      if (plan?.version !== (await this.assisted.versionSince(tx, act, was.version)))
        return refuse('ASSISTED_CHANGED_SINCE');
      if (was.former === null) return this.plans.drop(tx, plan.id);
      const { reviewedAt } = was.former;
      try {
        await this.plans.put(tx, {
          ...was.former,
          reviewedAt: reviewedAt === null ? null : new Date(reviewedAt),
          createdAt: plan.createdAt,
          version: plan.version + 1,
        });
      } catch (taken) {
        if (taken instanceof PlanTaken) return refuse('PLAN_TAKEN', { season: was.former.season });
        throw taken;
      }
    });
  }
}
