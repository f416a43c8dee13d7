import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import { GramsScalar, InstantScalar } from '../../platform/graphql/scalars.js';
import type { HandPlan, HandShare } from '../data/hand-plans.store.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import { AllocationPolicyEnum } from './order.model.js';

@ObjectType('HandShare', {
  description:
    'Một lô trong bản tự chọn, bên cạnh số máy chia. / One lot of a plan by hand, beside the computed kilograms.',
})
export class HandShareModel {
  @Field(() => String, { description: 'Số lô, đọc được. / Number of the lot, as it is said.' })
  lotCode: string;
  @Field(() => GramsScalar, { description: 'Máy chia. / Computed.' })
  computedGrams: number;
  @Field(() => GramsScalar, { description: 'Tự chọn. / By hand.' })
  ownGrams: number;

  // Not shown: what the fields that need a look-up ask by.
  share: HandShare;
  plan: HandPlan;
}

@ObjectType('HandPlan', {
  description:
    'Lô tự chọn thay cho máy, kèm lý do và cách máy chia. / Lots chosen by hand, with the reason and the computed plan.',
})
export class HandPlanModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => InstantScalar, { description: 'Chọn lúc. / When it was chosen.' })
  madeAt: Date;
  @Field(() => String, { description: 'Lý do đã ghi. / The reason that was written down.' })
  reason: string;
  @Field(() => AllocationPolicyEnum, {
    description: 'Máy chia theo cách nào. / How the other was computed.',
  })
  policy: PolicyCode;
  @Field(() => Float, { description: 'Lệch giữa các hộ, tự chọn. / Gini of it.' })
  gini: number;
  @Field(() => Float, { description: 'Lệch giữa các hộ, máy chia. / Gini of the computed one.' })
  computedGini: number;
  @Field(() => [HandShareModel], { description: 'Từng lô. / Lot by lot.' })
  shares: HandShareModel[];
}
