import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { ClaimKind } from '../domain/claim.js';
import type { WithdrawCause } from '../domain/lot.state.js';
import { ClaimKindEnum } from './claim.model.js';

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';
const SEEN = 'Số lần sửa mà người dùng đang thấy. / The version the person saw.';

@InputType({ description: 'Một loại trong lô. / One grade line.' })
export class LotGradeInput {
  @Field(() => String, { description: 'Mã loại: DB, L1 … XO. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng đem bán. / Weight offered.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá một kg; bỏ trống là theo giá đơn. / Asking price; none takes the order’s.',
  })
  askVndPerKg?: number | null;
}

@InputType({ description: 'Lô mới. / A new lot.' })
export class CreateLotInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Mã lô do máy khách tạo. / Client-made id of the lot.' })
  lotId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ được đăng giúp. / The household listed for; own by default.',
  })
  householdId?: string | null;
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống. / Variety.' })
  varietyCode?: string | null;
  @Field(() => [LotGradeInput], { description: 'Các loại. / Grade lines.' })
  grades: LotGradeInput[];
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Fetched from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Fetched until.' })
  readyTo: Date;
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Lấy ít nhất; mặc định 0. / Least take; 0 by default.',
  })
  minTakeGrams?: number | null;
  @Field(() => String, { nullable: true, description: 'Lời chỉ đường. / Directions.' })
  pickupNote?: string | null;
  @Field(() => UuidScalar, { nullable: true, description: 'Ảnh đã gửi. / A photo sent before.' })
  photoId?: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Ngày phun thuốc gần nhất. / Last spraying.',
  })
  sprayedOn?: Day | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Số ngày cách ly ghi trên nhãn. / Days to wait, from the label.',
  })
  intervalDays?: number | null;
  @Field(() => Boolean, { description: 'Đưa lên chợ ngay. / Put on the market at once.' })
  publish: boolean;
}

@InputType({ isAbstract: true })
export abstract class LotVersion {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Lô. / The lot.' })
  lotId: string;
  @Field(() => Int, { description: SEEN })
  expectedVersion: number;
}

@InputType({ description: 'Đưa lô nháp lên chợ. / Puts a draft on the market.' })
export class PublishLotInput extends LotVersion {}

@InputType({ description: 'Tạm ngưng bán. / Takes a lot off the market for a while.' })
export class PauseLotInput extends LotVersion {}

@InputType({ description: 'Bán lại lô đang tạm ngưng. / Puts a paused lot back.' })
export class ResumeLotInput extends LotVersion {}

@InputType({
  description: 'Sửa lô; ô bỏ trống giữ nguyên. / Changes a lot; what is left out stays.',
})
export class UpdateLotInput extends LotVersion {
  @Field(() => [LotGradeInput], {
    nullable: true,
    description: 'Toàn bộ các loại sau khi sửa. / All lines from now on.',
  })
  grades?: LotGradeInput[] | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Lấy hàng từ. / Fetched from.' })
  readyFrom?: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lấy hàng đến. / Fetched until.',
  })
  readyTo?: Date | null;
  @Field(() => GramsScalar, { nullable: true, description: 'Lấy ít nhất. / Least take.' })
  minTakeGrams?: number | null;
  @Field(() => String, { nullable: true, description: 'Lời chỉ đường. / Directions.' })
  pickupNote?: string | null;
  @Field(() => UuidScalar, { nullable: true, description: 'Ảnh mới. / A new photo.' })
  photoId?: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Ngày phun thuốc gần nhất; đi cùng số ngày cách ly. / Last spraying, with the days to wait.',
  })
  sprayedOn?: Day | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Số ngày cách ly ghi trên nhãn. / Days to wait, from the label.',
  })
  intervalDays?: number | null;
}

const WithdrawCauseEnum = {
  FORCE_MAJEURE: 'FORCE_MAJEURE',
  SPOILED: 'SPOILED',
  SOLD_ELSEWHERE: 'SOLD_ELSEWHERE',
  MISTAKE: 'MISTAKE',
  OTHER: 'OTHER',
} as const;
registerEnumType(WithdrawCauseEnum, {
  name: 'WithdrawCause',
  description: 'Vì sao rút lô. / Why a lot is taken back.',
  valuesMap: {
    FORCE_MAJEURE: {
      description:
        'Mưa đá, lũ, bệnh tật; xã xác nhận thì không tính lỗi hẹn. / Hail, flood, illness; excused once the commune confirms it.',
    },
    SPOILED: { description: 'Hàng hỏng. / The fruit spoiled.' },
    SOLD_ELSEWHERE: { description: 'Đã bán nơi khác. / Sold elsewhere.' },
    MISTAKE: { description: 'Đăng nhầm. / Listed by mistake.' },
    OTHER: { description: 'Lý do khác. / Something else.' },
  },
});

@InputType({ description: 'Rút lô. / Takes a lot back for good.' })
export class WithdrawLotInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Lô. / The lot.' })
  lotId: string;
  @Field(() => WithdrawCauseEnum, {
    nullable: true,
    description: 'Loại lý do; bỏ trống là lý do khác. / Kind of reason; OTHER by default.',
  })
  cause?: WithdrawCause | null;
  @Field(() => String, {
    description: 'Lý do; bắt buộc khi đã có người đặt. / Why; required while parts are promised.',
  })
  reason: string;
}

@InputType({ description: 'Gộp hai lô của một hộ. / Joins two lots of one household.' })
export class MergeLotsInput extends LotVersion {
  @Field(() => UuidScalar, {
    description:
      'Lô nhận thêm hàng; số lần sửa là của lô này. / The lot that grows; the version is this one’s.',
  })
  intoLotId: string;
}

@InputType({ description: 'Đăng lại một lô cũ. / Lists an earlier lot again.' })
export class RepeatLotInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Lô cũ. / The earlier lot.' })
  lotId: string;
  @Field(() => UuidScalar, {
    description: 'Mã lô mới do máy khách tạo. / Client-made id of the new lot.',
  })
  newLotId: string;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'Lấy hàng từ; bỏ trống là giờ lô cũ, vào sáng hôm sau ngày chợ nhận. / Fetched from; left out, the earlier hours on the day after the market hears of it.',
  })
  readyFrom?: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lấy hàng đến, cũng như vậy. / Fetched until, likewise.',
  })
  readyTo?: Date | null;
}

@InputType('LotFilter', {
  description:
    'Lọc hàng trên chợ; ô bỏ trống không lọc. / Narrows the market; what is left out does not.',
})
export class LotFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chữ gõ: cây, xã, hoặc cả hai. / Typed words: a crop, a commune, or both.',
  })
  text?: string | null;
  @Field(() => String, { nullable: true, description: 'Cây. / Crop.' })
  cropCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Giống. / Variety.' })
  varietyCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Loại. / Grade.' })
  gradeCode?: string | null;
  @Field(() => GramsScalar, { nullable: true, description: 'Còn trống ít nhất. / Free at least.' })
  minGrams?: number | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Lấy được trong ngày. / Can be fetched on this day.',
  })
  day?: Day | null;
  @Field(() => [ID], { nullable: true, description: 'Các xã. / Communes.' })
  communeIds?: string[] | null;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá một kg không quá. / Price a kilogram at most.',
  })
  maxVndPerKg?: number | null;
  @Field(() => ClaimKindEnum, {
    nullable: true,
    description: 'Giấy chứng nhận hoặc mã vùng trồng hộ khai. / A paper the household declares.',
  })
  claim?: ClaimKind | null;
}
