import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import type { Day } from '../../kernel/day.js';
import { ActInput } from '../../platform/graphql/act-input.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import { OrderLineInput } from './order.inputs.js';

@ObjectType('OrderDraftLine', {
  description: 'Một loại, lần trước và hôm nay. / One grade, last time and today.',
})
export class OrderDraftLineModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Khối lượng lần trước. / Weight of last time.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá cao nhất lần trước; null là thương lượng. / Most paid last time; null is open.',
  })
  lastVndPerKg: number | null;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá tham khảo hôm nay. / Reference price of today.',
  })
  referenceVndPerKg: number | null;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá cao nhất theo hôm nay; null là chưa biết, tự điền. / Most to pay today; null is not known.',
  })
  maxVndPerKg: number | null;
}

@ObjectType('OrderDraft', {
  description:
    'Đơn như lần trước, giá theo hôm nay; chưa lập gì. / An order as last time at today’s prices; nothing is opened.',
})
export class OrderDraftModel {
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => [OrderDraftLineModel], { description: 'Các loại. / Grades.' })
  lines: OrderDraftLineModel[];
  @Field(() => [String], {
    description: 'Loại không còn dùng, bỏ ra. / Grades that are no more; left out.',
  })
  goneGrades: readonly string[];
  @Field(() => Boolean, {
    description:
      'Nguồn gộp lần trước đã đóng, lần này gom cả chợ. / Its pooled listing is closed; gathered from the whole market.',
  })
  isPoolGone: boolean;
}

@InputType({
  description: 'Đặt lại như một đơn cũ, giá đã xem. / Orders again, at prices that were seen.',
})
export class RepeatOrderInput extends ActInput {
  @Field(() => ID, { description: 'Đơn cũ. / The old order.' })
  orderId: string;
  @Field(() => DayScalar, { description: 'Ngày lấy hàng. / Day of pick-up.' })
  day: Day;
  @Field(() => [OrderLineInput], { description: 'Loại, kg, giá. / Grades, weights, prices.' })
  lines: OrderLineInput[];
}
