import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { UuidScalar } from '../../platform/graphql/scalars.js';

@ObjectType('PinSet', { description: 'Đã ghi mã hồ sơ. / The number of a profile is written.' })
export class PinSetModel {
  @Field(() => ID, { description: 'Hồ sơ nào. / Whose.' })
  partyId: string;
}

@InputType({
  description: 'Đặt, đổi hoặc bỏ mã của hồ sơ đang dùng. / Sets, changes or drops one’s number.',
})
export class SetPinInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, {
    nullable: true,
    description: 'Bốn chữ số; bỏ trống là bỏ mã. / Four digits; null takes it away.',
  })
  pin: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Mã đang dùng, nếu có. / The one in force, when there is one.',
  })
  currentPin: string | null;
}

@InputType({ description: 'Quên mã hồ sơ: bỏ mã bằng tin nhắn. / Forgot the number of a profile.' })
export class ResetPinInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Hồ sơ nào. / Whose.' })
  partyId: string;
  @Field(() => String, {
    description: 'Mã sáu số gửi tới số của mình (requestOtp). / The code sent to one’s own number.',
  })
  code: string;
}
