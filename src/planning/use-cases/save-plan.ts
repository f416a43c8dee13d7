import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AssistedActs } from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { CropCalendar } from '../crop-calendar.js';
import { PlansStore, PlanTaken } from '../data/plans.store.js';
import type { ProductionPlanEntity } from '../data/production-plan.entity.js';
import { checkPlan, type PlanRefusal, type PlanWish } from '../domain/plan-checks.js';
import { planPolicy } from '../domain/plan.policy.js';
import { afterPlanStep } from '../domain/plan.state.js';
import { Subjects, type Subject } from '../subjects.js';

export interface SavePlanWish extends PlanWish {
  readonly clientMutationId: string;
  /** Left out: a new plan. */
  readonly planId?: string | null;
  readonly expectedVersion?: number | null;
  /** Left out: the household acted for, or, with `communeId`, the commune as a whole. */
  readonly householdId?: string | null;
  readonly communeId?: string | null;
  readonly cropCode: string;
  readonly varietyCode?: string | null;
  readonly submit: boolean;
}

type Refused = Refusal<
  | 'HOUSEHOLD_NOT_FOUND'
  | 'PLAN_NOT_FOUND'
  | 'PLAN_TAKEN'
  | 'PLAN_CHANGED'
  | 'PLAN_STEP_NOT_ALLOWED'
  | 'CROP_UNKNOWN'
  | 'VARIETY_UNKNOWN'
  | PlanRefusal
  | ActRefusal
>;

/** What stood before a plan that somebody else saved; `version` is the one it was saved as. */
export interface BeforePlan {
  readonly version: number;
  /** Null: there was none. */
  readonly former: ProductionPlanEntity | null;
}

/** What a household, or a commune as a whole, expects of a season. Only crop, kilograms and month must be said. */
@Injectable()
export class SavePlan {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plans: PlansStore,
    private readonly subjects: Subjects,
    private readonly assisted: AssistedActs,
    private readonly catalog: Catalog,
    private readonly calendar: CropCalendar,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: SavePlanWish): Promise<{ planId: string } | Refused> {
    const owner = await this.subjects.of(actor, wish, planPolicy.save);
    if (!owner) return refuse('HOUSEHOLD_NOT_FOUND');
    const { cropCode, varietyCode = null } = wish;
    if (!(await this.catalog.crop(cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    if (varietyCode !== null && (await this.catalog.variety(varietyCode))?.cropCode !== cropCode)
      return refuse('VARIETY_UNKNOWN', {}, 'varietyCode');

    const { clientMutationId, ...request } = wish;
    return this.uow.once(
      { actor, operation: 'saveProductionPlan', key: clientMutationId, request },
      async (tx) => {
        const now = this.clock.now();
        const days = checkPlan(wish, dayOf(now));
        if (isRefusal(days)) return days;
        const season = await this.calendar.seasonAround(cropCode, varietyCode, days.firstDay);
        const old = wish.planId ? await this.plans.lock(tx, wish.planId) : null;
        if (wish.planId && !isOf(old, owner)) return refuse('PLAN_NOT_FOUND');
        if (old && wish.expectedVersion != null && wish.expectedVersion !== old.version)
          return refuse('PLAN_CHANGED', { version: old.version });
        if (old && old.state !== 'DRAFT' && old.state !== 'SUBMITTED')
          return refuse('PLAN_STEP_NOT_ALLOWED', { state: old.state, step: 'change' });
        const state = wish.submit ? afterPlanStep(old?.state ?? 'DRAFT', 'submit') : 'DRAFT';
        if (isRefusal(state)) return state;

        const plan: ProductionPlanEntity = {
          id: old?.id ?? uuid(),
          ...owner,
          cropCode,
          varietyCode,
          season: season?.code ?? `${days.firstDay.slice(0, 4)}-MAIN`,
          areaM2: wish.areaM2 ?? null,
          treeCount: wish.treeCount ?? null,
          expectedG: wish.expectedGrams,
          ...days,
          state,
          enteredBy: actor.personId,
          reviewedBy: null,
          reviewedAt: null,
          reviewNote: null,
          version: (old?.version ?? 0) + 1,
          createdAt: old?.createdAt ?? now,
        };
        try {
          await this.plans.put(tx, plan);
        } catch (taken) {
          if (taken instanceof PlanTaken) return refuse('PLAN_TAKEN', { season: plan.season });
          throw taken;
        }
        if (plan.householdId !== null) {
          await this.assisted.record(tx, actor, {
            householdId: plan.householdId,
            kind: 'PLAN_SAVED',
            subjectId: plan.id,
            facts: { cropCode, grams: plan.expectedG },
            before: { version: plan.version, former: old } satisfies BeforePlan,
          });
        }
        return { planId: plan.id };
      },
    );
  }
}

const isOf = (plan: ProductionPlanEntity | null, owner: Subject): boolean =>
  plan !== null && plan.householdId === owner.householdId && plan.communeId === owner.communeId;
