import { refuse, type Refusal } from '../kernel/refusal.js';
import { Injectable } from '@nestjs/common';
import { CropCalendar } from './crop-calendar.js';
import { PlansStore } from './data/plans.store.js';
import type { ProductionPlanEntity } from './data/production-plan.entity.js';
import { seasonAround, windowsFor } from './domain/season.js';
import { kgPerHa, planFlags, type PlanFlag } from './domain/yield.js';

/** A plan with what a reviewer should look at. */
export type PlanView = ProductionPlanEntity & {
  readonly flags: PlanFlag[];
  readonly kgPerHa: number | null;
};

/** Plans as they are read: the flags are reckoned anew from the calendar of today, never stored. */
@Injectable()
export class PlanViews {
  constructor(
    private readonly plans: PlansStore,
    private readonly calendar: CropCalendar,
  ) {}

  /** Not found when its household has taken it back since. */
  async one(planId: string): Promise<PlanView | Refusal<'PLAN_NOT_FOUND'>> {
    const plan = await this.plans.find(planId);
    const [view] = plan ? await this.all([plan]) : [];
    return view ?? refuse('PLAN_NOT_FOUND');
  }

  async all(plans: readonly ProductionPlanEntity[]): Promise<PlanView[]> {
    const pairs = plans.flatMap(({ householdId, cropCode }) =>
      householdId === null ? [] : [{ householdId, cropCode }],
    );
    const [windows, m2] = await Promise.all([this.calendar.on(), this.plans.plotsM2(pairs)]);
    return plans.map((plan): PlanView => {
      const { householdId, cropCode, varietyCode, areaM2, expectedG } = plan;
      const season = seasonAround(windowsFor(windows, cropCode, varietyCode), plan.firstDay);
      const plotsM2 = householdId === null ? null : (m2.get(`${householdId}/${cropCode}`) ?? 0);
      const land = areaM2 ?? plotsM2 ?? 0;
      const { firstDay, lastDay } = plan;
      return Object.assign(plan, {
        flags: planFlags({ expectedG, areaM2, firstDay, lastDay, plotsM2, season }),
        kgPerHa: land > 0 ? kgPerHa(expectedG, land) : null,
      });
    });
  }
}
