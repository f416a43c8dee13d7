import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Id } from '../../kernel/id.js';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { ProofKindEnum, ScanDecisionEnum, VerdictColourEnum } from './permit.enums.js';

const ACT_ID = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@InputType({ isAbstract: true })
abstract class ActInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
}

@InputType({ isAbstract: true })
abstract class PermitActInput extends ActInput {
  @Field(() => ID, { description: 'Giấy nào. / The permit.' })
  permitId: string;
}

@InputType({ description: 'Nhận hồ sơ để xem. / Takes a file in hand.' })
export class ClaimPermitInput extends PermitActInput {}

@InputType({ description: 'Cấp giấy. / Issues it.' })
export class IssuePermitInput extends PermitActInput {}

@InputType({ description: 'Không cấp. / Does not issue it.' })
export class RejectPermitInput extends PermitActInput {
  @Field(() => String, { description: 'Vì sao. / Why.' })
  reason: string;
}

@InputType({ description: 'Thu hồi giấy đã cấp. / Takes an issued permit back.' })
export class RevokePermitInput extends PermitActInput {
  @Field(() => String, { description: 'Vì sao. / Why.' })
  reason: string;
}

@InputType({ description: 'Ghi kết quả xét nghiệm. / Records a test.' })
export class RecordHealthProofInput extends ActInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Của ai; bỏ trống là của mình. / Whose; one’s own when left out.',
  })
  personId?: string | null;
  @Field(() => ProofKindEnum, { description: 'Loại. / Kind.' })
  kind: keyof typeof ProofKindEnum;
  @Field(() => Boolean, { description: 'Âm tính. / Negative.' })
  isNegative: boolean;
  @Field(() => InstantScalar, { description: 'Lúc lấy mẫu. / When the sample was taken.' })
  sampledAt: Date;
  @Field(() => InstantScalar, { description: 'Lúc có kết quả. / When the result was known.' })
  resultAt: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Mã mẫu gộp, nếu làm gộp. / Name of the pool, when pooled.',
  })
  poolId?: string | null;
}

@InputType({ description: 'Bắt đầu ca trực. / Begins a shift.' })
export class StartShiftInput extends ActInput {
  @Field(() => ID, { description: 'Chốt. / The post.' })
  checkpointId: string;
}

@InputType({ description: 'Một lượt quét. / One scan.' })
export class ScanInput {
  @Field(() => UuidScalar, { description: 'Mã do máy quét tạo. / Id, made by the phone.' })
  id: Id;
  @Field(() => String, { nullable: true, description: 'Nội dung mã QR. / What the camera read.' })
  tokenText?: string | null;
  @Field(() => String, { nullable: true, description: 'Mã ngắn gõ tay. / The code as typed.' })
  permitCode?: string | null;
  @Field(() => ID, { description: 'Chốt. / The post.' })
  checkpointId: string;
  @Field(() => VerdictColourEnum, { description: 'Máy báo màu gì. / The phone’s verdict.' })
  verdict: keyof typeof VerdictColourEnum;
  @Field(() => String, { description: 'Mã lý do của máy. / The phone’s reason.' })
  reason: string;
  @Field(() => ScanDecisionEnum, { description: 'Cán bộ quyết định. / What the officer decided.' })
  decision: keyof typeof ScanDecisionEnum;
  @Field(() => String, {
    nullable: true,
    description: 'Vì sao quyết định khác máy. / Why against the verdict.',
  })
  decisionReason?: string | null;
  @Field(() => Int, {
    description: 'Dữ liệu của máy cũ bao nhiêu giây. / Age of the phone’s data.',
  })
  dataAgeSeconds: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Xe dừng ở chốt bao nhiêu giây. / Seconds the vehicle was held up.',
  })
  handlingSeconds?: number | null;
  @Field(() => InstantScalar, { description: 'Lúc quét, theo máy. / By the phone’s clock.' })
  scannedAt: Date;
}

@InputType({ description: 'Gửi các lượt quét. / Sends scans.' })
export class RecordScanInput extends ActInput {
  @Field(() => [ScanInput], { description: 'Nhiều nhất 200 lượt. / At most 200.' })
  scans: ScanInput[];
}

@InputType({ description: 'Chấm dứt một bộ quy định. / Ends a rule pack.' })
export class EndRulePackInput extends ActInput {
  @Field(() => String, { description: 'Mã bộ quy định. / Its code.' })
  code: string;
}
