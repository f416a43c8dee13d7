import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { VerdictColourEnum } from './permit.enums.js';
import { InstantScalar } from '../../platform/graphql/scalars.js';

@ObjectType('RulePack', {
  description: 'Một bộ quy định có ngày hiệu lực. / One decree as data, with its dates.',
})
export class RulePackModel {
  @Field(() => String, { description: 'Mã. / Code.' })
  code: string;
  @Field(() => Int, { description: 'Bản thứ mấy. / Version.' })
  version: number;
  @Field(() => String, { description: 'Tên văn bản. / The document.' })
  nameVi: string;
  @Field(() => InstantScalar, { description: 'Hiệu lực từ. / In force from.' })
  effectiveFrom: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Hết hiệu lực lúc. / In force until, exclusive.',
  })
  effectiveTo: Date | null;
}

@ObjectType('PermitKey', {
  description: 'Khóa công khai để kiểm tra chữ ký. / A public key that permits are checked with.',
})
export class PermitKeyModel {
  @Field(() => String, { description: 'Tên khóa trong giấy. / Name of the key in a permit.' })
  kid: string;
  @Field(() => String, { description: 'Khóa dạng JWK, chữ JSON. / JWK as JSON text.' })
  jwk: string;
  @Field(() => InstantScalar, { description: 'Ký từ lúc. / Signs from.' })
  validFrom: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Ký đến lúc. / Signs until.' })
  validTo: Date | null;
  @Field(() => Boolean, { description: 'Khóa bị hủy. / Nothing it signed counts.' })
  isRevoked: boolean;
}

@ObjectType('CheckpointBundle', {
  description: 'Mọi thứ chốt cần để kiểm tra khi mất mạng. / All a post needs without signal.',
})
export class CheckpointBundleModel {
  @Field(() => String, {
    description:
      'JSON {rootKey, signed}: khóa gốc và danh sách khóa đã ký (LNK1). / JSON: the root key and the signed trust bundle.',
  })
  keys: string;
  @Field(() => String, { description: 'Danh sách thu hồi, đã ký (LNS1). / Status list, signed.' })
  revocations: string;
  @Field(() => String, { description: 'Bộ quy định, chữ JSON. / Rules as JSON text.' })
  ruleSet: string;
  @Field(() => InstantScalar, { description: 'Lúc máy chủ trả. / Server time of the answer.' })
  issuedAt: Date;
}

@ObjectType('PermitVerdict', {
  description: 'Kết quả kiểm tra với dữ liệu mới nhất. / A check with the newest data.',
})
export class PermitVerdictModel {
  @Field(() => VerdictColourEnum, { description: 'Xanh, vàng hoặc đỏ. / Colour.' })
  verdict: keyof typeof VerdictColourEnum;
  @Field(() => String, { description: 'Mã lý do. / Code of the reason.' })
  reason: string;
  @Field(() => String, { nullable: true, description: 'Biển số trong giấy. / Plate it names.' })
  plate: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Hết hạn lúc. / Its end.' })
  validTo: Date | null;
  @Field(() => String, { nullable: true, description: 'Mã ngắn. / Short code.' })
  permitCode: string | null;
}

@ObjectType('RejectedScan', {
  description: 'Lượt quét không ghi được và vì sao. / A scan that was not kept, and why.',
})
export class RejectedScanModel {
  @Field(() => ID, { description: 'Mã lượt quét. / Id of the scan.' })
  id: string;
  @Field(() => String, { description: 'Mã lý do. / Code of the reason.' })
  code: string;
  @Field(() => String, { description: 'Một câu. / One sentence.' })
  sentence: string;
}

@ObjectType('ScansRecorded', {
  description: 'Kết quả gửi các lượt quét. / What became of a batch.',
})
export class ScansRecordedModel {
  @Field(() => Int, { description: 'Số lượt mới ghi. / Newly kept.' })
  accepted: number;
  @Field(() => Int, { description: 'Số lượt đã có từ trước. / Known before.' })
  duplicates: number;
  @Field(() => [RejectedScanModel], { description: 'Các lượt không ghi được. / Not kept.' })
  rejected: RejectedScanModel[];
}

@ObjectType('ShiftReport', {
  description: 'Số lượt kiểm tra trong ngày của một chốt. / A post’s checks of the day.',
})
export class ShiftReportModel {
  @Field(() => Int, { description: 'Số lượt xanh. / Greens.' })
  green: number;
  @Field(() => Int, { description: 'Số lượt vàng. / Ambers.' })
  amber: number;
  @Field(() => Int, { description: 'Số lượt đỏ. / Reds.' })
  red: number;
  @Field(() => Int, { description: 'Tổng số lượt. / All.' })
  total: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Số giây trung bình một xe. / Mean seconds for a vehicle; null while untimed.',
  })
  meanHandlingSeconds: number | null;
}
