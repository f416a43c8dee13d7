import { Args, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { Can } from '../../platform/access/can.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { PlansStore } from '../data/plans.store.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import { orderPolicy } from '../domain/order.policy.js';
import { AllocationPolicyEnum } from './order.model.js';

@ObjectType('AllocationFairnessRow', {
  description:
    'Một cách chọn lô trong tháng, lấy đều đến đâu. / How evenly one policy took in a month.',
})
class FairnessRowModel {
  @Field(() => AllocationPolicyEnum, { description: 'Cách chọn lô. / The policy.' })
  policy: PolicyCode;
  @Field(() => Int, { description: 'Số kế hoạch đã gửi. / Plans that were offered.' })
  plans: number;
  @Field(() => Float, {
    description:
      'Chỉ số Gini của kg lấy trên kg chào, bình quân; 0 là mọi hộ bán được cùng một phần. / Mean Gini of kilograms taken against offered; 0 when all sell the same part.',
  })
  gini: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Của kế hoạch tự chọn: chỉ số của kế hoạch máy tính. / Of plans by hand: that of the computed ones.',
  })
  computedGini: number | null;
}

@Resolver()
export class FairnessResolver {
  constructor(private readonly plans: PlansStore) {}

  @Can(orderPolicy.fairness)
  @Query(() => [FairnessRowModel], {
    name: 'allocationFairness',
    description:
      'Trong một tháng, mỗi cách chọn lô lấy của các hộ đều đến đâu. / How evenly each policy took from households in a month.',
  })
  async allocationFairness(
    @Args('month', {
      type: () => DayScalar,
      description: 'Một ngày trong tháng. / Any day of the month.',
    })
    day: Day,
  ): Promise<FairnessRowModel[]> {
    const first = `${day.slice(0, 7)}-01` as Day;
    const next = `${plusDays(first, 31).slice(0, 7)}-01` as Day;
    const rows = await this.plans.fairness(instant(first, '00:00'), instant(next, '00:00'));
    return rows.map(({ policy, plans, giniBp, computedGiniBp }) => ({
      policy,
      plans,
      gini: giniBp / 10_000,
      computedGini: computedGiniBp === null ? null : computedGiniBp / 10_000,
    }));
  }
}
