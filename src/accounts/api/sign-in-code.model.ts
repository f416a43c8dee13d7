import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';

@ObjectType('SignInCode', {
  description:
    'Mã vào chợ cán bộ đọc cho bà con. / A code for one sign-in, read out by an officer.',
})
export class SignInCodeModel {
  @Field(() => String, { description: 'Sáu số. / Six digits.' })
  code: string;
  @Field(() => InstantScalar, { description: 'Dùng đến lúc. / Good until.' })
  expiresAt: Date;
}

@InputType({ description: 'Cấp mã vào chợ tại chỗ. / A code for somebody at the counter.' })
export class IssueSignInCodeInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Số của bà con. / The person’s number.' })
  phone: string;
  @Field(() => String, {
    description:
      'Đã xem giấy tờ gì, vì sao cấp; được lưu. / What was seen, and why; kept on record.',
  })
  reason: string;
}
