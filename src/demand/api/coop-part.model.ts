import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Grams } from '../../kernel/units.js';
import {
  AllocationPolicyEnum,
  AllocationPreviewModel,
  ByHandInput,
  type PolicyCode,
} from '../../orders/index.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { GramsScalar, UuidScalar } from '../../platform/graphql/scalars.js';

const ORDER = 'Đơn. / The order.';
const POLICY =
  'Chia cho các hộ thế nào; không nói là chia đều. / How it is divided among households; FAIR_SHARE when left out.';
const TAKES =
  'Nhận nhiều nhất mỗi loại; null là hết phần còn thiếu. / The most of each grade; null takes all that is missing.';

@InputType({ description: 'Nhận bao nhiêu của một loại. / How much of one grade is taken.' })
export class GradeTakeInput {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: Grams;
}

@ArgsType()
export class PreviewAsCoopArgs {
  @Field(() => ID, { description: ORDER })
  orderId: string;
  @Field(() => AllocationPolicyEnum, { nullable: true, description: POLICY })
  policy?: PolicyCode | null;
  @Field(() => [GradeTakeInput], { nullable: true, defaultValue: null, description: TAKES })
  takes: GradeTakeInput[] | null;
}

@InputType({
  description:
    'Hợp tác xã nhận một phần nhu cầu cho các hộ. / A cooperative takes part of a need for its households.',
})
export class AcceptDemandAsCoopInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: ORDER })
  orderId: string;
  @Field(() => AllocationPolicyEnum, { nullable: true, description: POLICY })
  policy?: PolicyCode | null;
  @Field(() => [GradeTakeInput], { nullable: true, defaultValue: null, description: TAKES })
  takes: GradeTakeInput[] | null;
  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description:
      'Dấu của bản chia đang thấy; đã khác thì không nhận. / Mark of the division seen; another one by now is refused.',
  })
  fingerprint: string | null;
  @Field(() => ByHandInput, {
    nullable: true,
    defaultValue: null,
    description: 'Tự chia từng lô, kèm lý do. / Divided by hand, with the reason.',
  })
  byHand: ByHandInput | null;
}

@ObjectType('CoopPart', {
  description:
    'Phần đơn hợp tác xã vừa nhận cho các hộ. / The part of an order a cooperative took for its households.',
})
export class CoopPartModel {
  @Field(() => ID, { description: ORDER })
  orderId: string;
  @Field(() => GramsScalar, { description: 'Khối lượng nhận. / Weight taken.' })
  grams: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  households: number;
}

export const PreviewAsCoopResult = orRefused(
  'PreviewAsCoopResult',
  AllocationPreviewModel,
  'Bản chia cho các hộ.',
);
export const AcceptDemandAsCoopResult = orRefused(
  'AcceptDemandAsCoopResult',
  CoopPartModel,
  'Phần vừa nhận.',
);
