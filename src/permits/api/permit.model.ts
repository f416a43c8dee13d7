import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/page.js';
import type { PermitState } from '../domain/permit.state.js';
import type { PermitType } from '../domain/token.js';
import { PermitStateEnum, PermitTypeEnum, ProofKindEnum } from './permit.enums.js';
import { InstantScalar } from '../../platform/graphql/scalars.js';

@ObjectType('PermitReason', { description: 'Một lý do, có câu giải thích. / A reason in words.' })
export class PermitReasonModel {
  @Field(() => String, { description: 'Mã lý do. / Code, from a closed list.' })
  code: string;
  @Field(() => String, { description: 'Một câu cho người đọc. / One sentence.' })
  sentence: string;
}

@ObjectType('PermitRequirement', {
  description: 'Một điều chuyến xe cần có. / Something the trip must have.',
})
export class PermitRequirementModel {
  @Field(() => String, { description: 'Mã: TESTS, PERMIT, GREEN_LANE, DOSSIER, HOURS. / Code.' })
  code: string;
  @Field(() => String, { description: 'Một câu. / One sentence.' })
  sentence: string;
  @Field(() => Boolean, { description: 'Đã có chưa. / Whether the trip has it.' })
  isMet: boolean;
}

@ObjectType('PermitNeed', {
  description:
    'Chuyến này có cần giấy không, còn thiếu gì, theo quy định lúc khởi hành. / What the rules in force at departure ask of a trip.',
})
export class PermitNeedModel {
  @Field(() => Boolean, {
    description: 'Có quy định đòi giấy của xe. / Some rule asks for a permit.',
  })
  needed: boolean;
  @Field(() => [PermitReasonModel], { description: 'Nặng nhất trước. / Worst first.' })
  reasons: PermitReasonModel[];
  @Field(() => [PermitRequirementModel], { description: 'Những điều cần có. / What it must have.' })
  requirements: PermitRequirementModel[];
  @Field(() => [String], { description: 'Các bộ quy định đang áp dụng. / Packs that had a say.' })
  rulePackCodes: string[];
  @Field(() => String, { description: 'Việc nên làm tiếp. / The one next step.' })
  nextStep: string;
}

@ObjectType('HealthProof', {
  description:
    'Kết quả xét nghiệm: chỉ kết quả, cách làm, thời gian. / A test: result, method and times only.',
})
export class HealthProofModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => ProofKindEnum, { description: 'Loại. / Kind.' })
  kind: keyof typeof ProofKindEnum;
  @Field(() => Boolean, { description: 'Âm tính. / Negative.' })
  isNegative: boolean;
  @Field(() => InstantScalar, { description: 'Lúc lấy mẫu. / When the sample was taken.' })
  sampledAt: Date;
  @Field(() => InstantScalar, { description: 'Lúc có kết quả. / When the result was known.' })
  resultAt: Date;
}

@ObjectType('Permit', {
  description: 'Giấy phép vận chuyển của một chuyến. / The transport permit of a run.',
})
export class PermitModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => PermitTypeEnum, { description: 'Loại giấy. / Kind.' })
  type: PermitType;
  @Field(() => PermitStateEnum, {
    description: 'Đang ở bước nào. / State; expiry is by the clock.',
  })
  state: PermitState;
  @Field(() => String, { description: 'Biển số, không dấu chấm. / Plate, as it is signed.' })
  plate: string;
  @Field(() => Int, { description: 'Số người trên xe, kể cả lái xe. / People aboard.' })
  persons: number;
  @Field(() => ID, { description: 'Chuyến xe. / The run.' })
  runId: string;
  @Field(() => InstantScalar, { description: 'Có hiệu lực từ. / Valid from.' })
  validFrom: Date;
  @Field(() => InstantScalar, { description: 'Đến trước lúc này. / Valid until, exclusive.' })
  validTo: Date;
  @Field(() => String, { description: 'Cấp theo quy định nào. / The pack it was asked under.' })
  rulePackCode: string;
  @Field(() => String, {
    nullable: true,
    description: 'Nội dung mã QR; có khi đã cấp. / Text of the QR code, once issued.',
  })
  token: string | null;
  @Field(() => InstantScalar, { description: 'Lúc xin. / When it was asked for.' })
  createdAt: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc bị thu hồi. / When it was revoked.',
  })
  revokedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Vì sao thu hồi. / Why it was revoked.' })
  revokeReason: string | null;
}

export const PermitConnection = connectionOf('PermitConnection', PermitModel);

@ObjectType('CrewMember', { description: 'Một người trên xe. / One person aboard.' })
export class CrewMemberModel {
  @Field(() => ID, { description: 'Mã người. / Id of the person.' })
  personId: string;
  @Field(() => String, { description: 'Họ và tên. / Full name.' })
  name: string;
  @Field(() => [HealthProofModel], { description: 'Mới trước. / Newest first.' })
  proofs: HealthProofModel[];
}
