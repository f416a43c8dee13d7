import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/page.js';
import { GramsScalar } from '../../platform/graphql/scalars.js';

@ObjectType('ForecastError', {
  description:
    'Số báo của một hộ so với cân, trong 28 ngày qua. / What a household said beside what the scale said, over the last 28 days.',
})
export class ForecastErrorModel {
  @Field(() => Int, {
    description: 'Số ngày vừa có báo vừa có cân. / Days with a number and a weighing.',
  })
  days: number;
  @Field(() => GramsScalar, { description: 'Đã báo cho những ngày ấy. / Said for those days.' })
  saidGrams: number;
  @Field(() => GramsScalar, {
    description:
      'Cân được, đã trừ bì, chưa trừ hao. / Weighed: gross less crates, before deductions.',
  })
  weighedGrams: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Báo dư (+) hay thiếu (−), phần trăm của số cân; trống khi chưa đủ 3 ngày. / Lean in percent of what was weighed; none below three days.',
  })
  biasPercent: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Mỗi ngày lệch chừng bao nhiêu, phần trăm theo kg. / Mean absolute error in percent, by weight.',
  })
  absolutePercent: number | null;

  // Not shown: what the fields that need a look-up ask by.
  householdId: string;
  communeId: string;
  cropCode: string;
}

export const ForecastErrorConnection = connectionOf('ForecastErrorConnection', ForecastErrorModel);
