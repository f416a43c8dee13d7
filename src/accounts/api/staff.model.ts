import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';

export const StaffSignInEnum = { NONE: 'NONE', TO_SET_UP: 'TO_SET_UP', READY: 'READY' } as const;
registerEnumType(StaffSignInEnum, {
  name: 'StaffSignIn',
  description:
    'Người này có đăng nhập cán bộ không. / Whether this person may also sign in as staff.',
  valuesMap: {
    NONE: { description: 'Không có vai trò cán bộ. / Holds no role of an office.' },
    TO_SET_UP: { description: 'Chưa lập mật khẩu và mã thứ hai. / Has yet to set it up.' },
    READY: { description: 'Đã lập. / Set up.' },
  },
});

@ObjectType('StaffSetUp', {
  description:
    'Khóa để quét vào ứng dụng tạo mã. / The secret for an authenticator app; shown once.',
})
export class StaffSetUpModel {
  @Field(() => String, { description: 'Khóa dạng chữ, gõ tay. / The secret in base32.' })
  secret: string;
  @Field(() => String, { description: 'Địa chỉ otpauth để vẽ mã QR. / What the QR code holds.' })
  uri: string;
}

@ObjectType('StaffReady', { description: 'Đã lập xong. / The set-up is finished.' })
export class StaffReadyModel {
  @Field(() => Boolean, { description: 'Luôn đúng. / Always true.' })
  done: boolean;
}

@ObjectType('StaffRecovery', {
  description:
    'Một đề nghị cấp lại đăng nhập cán bộ, chờ người thứ hai. / A recovery that waits for a second person.',
})
export class StaffRecoveryModel {
  @Field(() => ID, { description: 'Mã đề nghị. / Id.' })
  id: string;
  @Field(() => String, { description: 'Cấp lại cho ai. / For whom.' })
  name: string;
  @Field(() => String, { description: 'Ai đề nghị. / Who asked.' })
  requestedBy: string;
  @Field(() => String, { description: 'Lý do. / Why.' })
  reason: string;
  @Field(() => InstantScalar, { description: 'Lúc đề nghị. / When it was asked for.' })
  requestedAt: Date;
  @Field(() => Boolean, {
    description: 'Người đang xem được đồng ý không. / Whether the asker may agree to it.',
  })
  isForYou: boolean;
}

@ObjectType('StaffRecoveryAsked', { description: 'Đã ghi đề nghị. / The request is written.' })
export class StaffRecoveryAskedModel {
  @Field(() => ID, { description: 'Mã đề nghị. / Id.' })
  id: string;
}

@ObjectType('StaffRecoveryCode', {
  description: 'Mã đọc cho cán bộ để lập lại. / The code to read out to the colleague.',
})
export class StaffRecoveryCodeModel {
  @Field(() => String, { description: 'Mã mười ký tự, dùng một lần. / Ten letters, used once.' })
  code: string;
  @Field(() => InstantScalar, { description: 'Hết hạn lúc. / When it runs out.' })
  expiresAt: Date;
}

@InputType({ description: 'Đăng nhập cán bộ. / Signs one of the staff in.' })
export class SignInStaffInput {
  @Field(() => String, { description: 'Số di động. / Mobile number.' })
  phone: string;
  @Field(() => String, { description: 'Mật khẩu. / Password.' })
  password: string;
  @Field(() => String, { description: 'Sáu số của ứng dụng tạo mã. / Authenticator code.' })
  code: string;
}

@InputType({ description: 'Lập xong đăng nhập cán bộ. / Finishes the set-up.' })
export class FinishStaffSetUpInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Mật khẩu mới, từ 12 ký tự. / New password.' })
  password: string;
  @Field(() => String, { description: 'Sáu số của ứng dụng tạo mã. / Authenticator code.' })
  code: string;
  @Field(() => String, {
    nullable: true,
    description: 'Mã cấp lại do người thứ hai đọc. / Recovery code, where one was given.',
  })
  recoveryCode: string | null;
}

@InputType({ description: 'Đề nghị cấp lại cho đồng nghiệp. / Asks for a colleague’s recovery.' })
export class RequestStaffRecoveryInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Số của đồng nghiệp. / The colleague’s number.' })
  phone: string;
  @Field(() => String, { description: 'Lý do. / Why.' })
  reason: string;
}

@InputType({ description: 'Đồng ý cấp lại. / Agrees to a recovery.' })
export class ApproveStaffRecoveryInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Đề nghị nào. / The recovery.' })
  recoveryId: string;
}
