import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import type { LookPurpose, StatedPurpose } from '../domain/look-purpose.js';

const STATED = {
  HELP_CALL: { description: 'Gọi lại theo lời nhờ. / Calls back because she was asked to.' },
  PAPERS: { description: 'Xét hồ sơ, khai trùng. / Papers, double entries.' },
  DISPUTE: { description: 'Gỡ vướng mắc đơn, cân, tiền. / A dispute about a deal.' },
  COUNTER: { description: 'Chính người đó đến nhờ. / The person herself asks, at the counter.' },
  URGENT: { description: 'Việc khẩn: dịch bệnh, an toàn. / Epidemic or safety.' },
};

const StatedPurposeEnum = {
  HELP_CALL: 'HELP_CALL',
  PAPERS: 'PAPERS',
  DISPUTE: 'DISPUTE',
  COUNTER: 'COUNTER',
  URGENT: 'URGENT',
} as const satisfies Record<StatedPurpose, StatedPurpose>;
registerEnumType(StatedPurposeEnum, {
  name: 'StatedPurpose',
  description:
    'Cán bộ xem số, giấy tờ của người khác để làm gì. / Why the staff looks at what reaches a person.',
  valuesMap: STATED,
});

export const LookPurposeEnum = {
  ...StatedPurposeEnum,
  TRADE: 'TRADE',
  OFFER_CALL: 'OFFER_CALL',
  PERMIT: 'PERMIT',
} as const satisfies Record<LookPurpose, LookPurpose>;
registerEnumType(LookPurposeEnum, {
  name: 'LookPurpose',
  description: 'Một lần xem số là để làm gì. / What a look at a number was for.',
  valuesMap: {
    ...STATED,
    TRADE: {
      description:
        'Bên mua bán, lái xe, hoặc bên mình nhờ. / A side of the deal, its driver, or whom one trusts.',
    },
    OFFER_CALL: { description: 'Gọi hỏi về lời hỏi mua. / To call about an offer.' },
    PERMIT: { description: 'Duyệt giấy đi đường mình xin. / To judge a permit she asked for.' },
  },
});

@InputType({ description: 'Vì sao xem. / Why one looks.' })
export class OpenPersonalDataInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Xem của bên nào. / Whose.' })
  partyId: string;
  @Field(() => StatedPurposeEnum, { description: 'Để làm gì; bên đó đọc được. / What for.' })
  purpose: StatedPurpose;
  @Field(() => String, {
    nullable: true,
    description:
      'Số đơn, số phiếu, số công văn, nhiều nhất 40 chữ. / Number of the paper, at most 40 characters.',
  })
  caseRef: string | null;
}

@ObjectType('PersonalDataOpened', {
  description:
    'Xem được đến hết lần đăng nhập này; mỗi lần xem đều ghi lại. / Open until this sign-in ends; each look is kept.',
})
export class PersonalDataOpenedModel {
  @Field(() => ID, { description: 'Bên nào. / Whose.' })
  partyId: string;
}
