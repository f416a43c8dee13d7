import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { HeldKind } from '../data/held-changes.store.js';

const HeldKindEnum = {
  PHONE: 'PHONE',
  PAYOUT: 'PAYOUT',
  PERSON_ADDED: 'PERSON_ADDED',
  PERSON_REMOVED: 'PERSON_REMOVED',
} as const satisfies Record<HeldKind, HeldKind>;
registerEnumType(HeldKindEnum, {
  name: 'HeldChangeKind',
  description: 'Đổi gì. / What is changed.',
  valuesMap: {
    PHONE: { description: 'Số điện thoại đăng nhập. / The number one signs in with.' },
    PAYOUT: { description: 'Tài khoản nhận tiền của bên. / Where the party’s money goes.' },
    PERSON_ADDED: {
      description: 'Thêm một số cho bên này. / One more number speaks for the party.',
    },
    PERSON_REMOVED: { description: 'Bớt một số của bên này. / A number speaks for it no more.' },
  },
});

@ObjectType('HeldChange', {
  description:
    'Một thay đổi đang chờ 24 giờ, còn hủy được. / A change that waits a day and can be stopped.',
})
export class HeldChangeModel {
  @Field(() => ID, { description: 'Mã thay đổi. / Id.' })
  id: string;
  @Field(() => HeldKindEnum, { description: 'Đổi gì. / What is changed.' })
  kind: HeldKind;
  @Field(() => String, {
    description:
      'Số mới, hoặc số được bớt, che bớt: 09…678. / The new value or who leaves, masked.',
  })
  masked: string;
  @Field(() => InstantScalar, { description: 'Lúc yêu cầu. / When it was asked for.' })
  requestedAt: Date;
  @Field(() => InstantScalar, { description: 'Có hiệu lực từ. / In force from.' })
  effectiveAt: Date;
}

@ObjectType('HeldChanges', { description: 'Các thay đổi đang chờ. / All that waits.' })
export class HeldChangesModel {
  @Field(() => [HeldChangeModel], { description: 'Đang chờ. / What waits.' })
  waiting: HeldChangeModel[];
}

@InputType({ description: 'Đổi số điện thoại đăng nhập. / Another number to sign in with.' })
export class ChangePhoneInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Số mới. / The new number.' })
  newPhone: string;
  @Field(() => String, {
    description: 'Mã gửi tới số mới (requestOtp). / The code sent to the new number.',
  })
  code: string;
}

@InputType({ description: 'Đổi tài khoản nhận tiền. / Another account for money.' })
export class ChangePayoutAccountInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Mã ngân hàng 6 số (BIN). / The bank’s six digits.' })
  bankBin: string;
  @Field(() => String, { description: 'Số tài khoản. / Account number.' })
  bankAccount: string;
}

@InputType({ description: 'Hủy một thay đổi đang chờ. / Stops a change that waits.' })
export class CancelHeldChangeInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Thay đổi nào. / Which change.' })
  changeId: string;
}
