import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { ClaimKind } from '../domain/claim.js';

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

export const ClaimKindEnum = {
  VIETGAP: 'VIETGAP',
  GLOBALGAP: 'GLOBALGAP',
  ORGANIC: 'ORGANIC',
  GROWING_AREA: 'GROWING_AREA',
} as const;
registerEnumType(ClaimKindEnum, {
  name: 'ClaimKind',
  description: 'Giấy hộ khai cho hàng của mình. / A paper a household declares for its fruit.',
  valuesMap: {
    VIETGAP: { description: 'Giấy VietGAP. / A VietGAP certificate.' },
    GLOBALGAP: { description: 'Giấy GlobalGAP. / A GlobalGAP certificate.' },
    ORGANIC: { description: 'Hữu cơ. / Organic.' },
    GROWING_AREA: { description: 'Mã số vùng trồng. / Growing-area code.' },
  },
});

@ObjectType('Claim', {
  description:
    'Lời khai có ngày của hộ: chứng nhận hoặc mã vùng trồng. / A dated claim: a certificate or a growing-area code.',
})
export class ClaimModel {
  @Field(() => ID, { description: 'Mã lời khai. / Id.' })
  id: string;
  @Field(() => ClaimKindEnum, { description: 'Loại. / Kind.' })
  kind: ClaimKind;
  @Field(() => String, {
    nullable: true,
    description:
      'Số giấy; chỉ ai được biết là hàng của hộ nào mới thấy. / Number of the paper, for those who may know whose goods they are.',
  })
  number: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Cây; bỏ trống là mọi cây của hộ. / Crop; none: all of the household’s.',
  })
  cropCode: string | null;
  @Field(() => DayScalar, { description: 'Có hiệu lực từ. / Valid from.' })
  validFrom: Day;
  @Field(() => DayScalar, { nullable: true, description: 'Đến hết ngày. / Valid to, included.' })
  validTo: Day | null;
  @Field(() => Boolean, { description: 'Có ảnh giấy. / Whether there is a photo of the paper.' })
  hasProof: boolean;
  @Field(() => Boolean, {
    description: 'Cán bộ xã đã xem giấy. / A commune officer has seen the paper.',
  })
  isVouched: boolean;
}

@InputType({ description: 'Lời khai mới. / A new claim.' })
export class DeclareClaimInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Mã do máy khách tạo. / Client-made id of the claim.' })
  claimId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ được khai giúp. / The household spoken for; own by default.',
  })
  householdId?: string | null;
  @Field(() => ClaimKindEnum, { description: 'Loại. / Kind.' })
  kind: ClaimKind;
  @Field(() => String, { description: 'Số giấy. / Number of the paper.' })
  number: string;
  @Field(() => String, {
    nullable: true,
    description: 'Cây; bỏ trống là mọi cây. / Crop; none: all of them.',
  })
  cropCode?: string | null;
  @Field(() => DayScalar, { description: 'Có hiệu lực từ. / Valid from.' })
  validFrom: Day;
  @Field(() => DayScalar, { nullable: true, description: 'Đến hết ngày. / Valid to, included.' })
  validTo?: Day | null;
  @Field(() => UuidScalar, { nullable: true, description: 'Ảnh giấy. / A photo of the paper.' })
  proofId?: string | null;
}

@InputType({ description: 'Rút lời khai. / Takes a claim back.' })
export class WithdrawClaimInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Lời khai. / The claim.' })
  claimId: string;
}

@ObjectType('ClaimWithdrawn', { description: 'Đã rút lời khai. / The claim was taken back.' })
export class ClaimWithdrawnModel {
  @Field(() => ID, { description: 'Lời khai. / The claim.' })
  claimId: string;
}

export const DeclareClaimResult = orRefused('DeclareClaimResult', ClaimModel, 'Đã ghi lời khai.');
export const WithdrawClaimResult = orRefused(
  'WithdrawClaimResult',
  ClaimWithdrawnModel,
  'Đã rút lời khai.',
);
