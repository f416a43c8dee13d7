import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { ClaimKindEnum, type ClaimKind } from '../../lots/index.js';
import { ActInput } from '../../platform/graphql/act-input.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import type { DeductionRule } from '../domain/terms.js';
import { AllocationPolicyEnum, DeductionKindEnum } from './order.model.js';

@InputType({ isAbstract: true })
abstract class OrderActInput extends ActInput {
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
}

@InputType({ description: 'Một loại hàng của đơn. / One grade of an order.' })
export class OrderLineInput {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng cần. / Weight wanted.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    defaultValue: null,
    description: 'Giá cao nhất một kg. / Highest price a kilogram.',
  })
  maxVndPerKg: number | null;
}

@InputType({ description: 'Trừ hao. / The deduction.' })
export class DeductionInput {
  @Field(() => DeductionKindEnum, { description: 'Kiểu trừ. / Kind.' })
  kind: DeductionRule['kind'];
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Phần vạn, khi trừ theo phần trăm. / Basis points, for PERCENT.',
  })
  basisPoints: number | null;
  @Field(() => GramsScalar, {
    nullable: true,
    defaultValue: null,
    description: 'Gam mỗi bì, khi trừ theo bì. / Grams a crate, for FIXED_PER_CRATE.',
  })
  gramsPerCrate: number | null;
}

@InputType({
  description:
    'Giới hạn khi chọn lô; bỏ trống là không giới hạn. / Limits of choosing lots; left out means none.',
})
export class AllocationLimitsInput {
  @Field(() => GramsScalar, {
    nullable: true,
    defaultValue: null,
    description: 'Người mua đưa thùng nặng bấy nhiêu: mỗi dòng chẵn thùng. / Whole crates.',
  })
  crateGrams: number | null;
  @Field(() => GramsScalar, {
    nullable: true,
    defaultValue: null,
    description: 'Mỗi lô lấy ít nhất. / The least of one lot.',
  })
  leastLineGrams: number | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Mỗi hộ nhiều nhất, phần vạn của đơn. / Most of one household, in basis points.',
  })
  householdCapBp: number | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Xe ghé nhiều nhất bấy nhiêu điểm. / Pick-up points at most.',
  })
  mostPickupPoints: number | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Lô xa nơi giao nhiều nhất, mét đường. / Road metres at most.',
  })
  mostRoadMetres: number | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Nhiều nhất bấy nhiêu chuyến xe. / Truckloads at most.',
  })
  mostTruckloads: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: null,
    description: 'Ưu tiên hộ chưa bán được tuần này. / Households without a sale this week first.',
  })
  isUnsoldFirst: boolean | null;
  @Field(() => ClaimKindEnum, {
    nullable: true,
    defaultValue: null,
    description: 'Giấy mà mọi lô phải có. / The paper every lot must have.',
  })
  certificate: ClaimKind | null;
  @Field(() => Int, {
    nullable: true,
    defaultValue: null,
    description: 'Hộ giữ lời ít nhất, phần vạn. / Promises kept at least, in basis points.',
  })
  leastKeptBp: number | null;
}

@InputType({
  description: 'Bỏ hẹn thì đền bao nhiêu. / What giving up costs, in basis points of the goods.',
})
class CancelTermsInput {
  @Field(() => Int, { description: 'Khi xe đã đi. / Once the vehicle has left.' })
  afterDispatchBp: number;
  @Field(() => Int, { description: 'Khi xe đã đến. / Once it stands at the gate.' })
  atGateBp: number;
}

@InputType({
  description:
    'Giờ thôi gom: đủ mức tối thiểu thì tự chốt, chưa đủ thì gia hạn một lần hoặc thôi. / When gathering ends: commits by itself with the minimum, else gathers on once or gives up.',
})
class CutOffInput {
  @Field(() => InstantScalar, { description: 'Thôi gom lúc. / Gathering ends at.' })
  until: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    defaultValue: null,
    description:
      'Chưa đủ thì gom tiếp đến lúc này; null là thôi. / Else on until here; null gives up.',
  })
  extendUntil: Date | null;
}

@InputType({ description: 'Đơn gom từ nhiều lô. / An order to be filled from many lots.' })
export class CreateBulkOrderInput extends ActInput {
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'Giống. / Variety.' })
  varietyCode: string | null;
  @Field(() => [OrderLineInput], { description: 'Các loại hàng. / Grades.' })
  lines: OrderLineInput[];
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => ID, { description: 'Nơi giao. / Where it goes.' })
  destinationId: string;
  @Field(() => AllocationPolicyEnum, { description: 'Cách chọn lô. / How lots are chosen.' })
  policy: PolicyCode;
  @Field(() => Int, { description: 'Dung sai, phần vạn. / Tolerance in basis points.' })
  toleranceBp: number;
  @Field(() => GramsScalar, {
    description: 'Dưới mức này thì không chốt. / Below this nothing is committed.',
  })
  minGrams: number;
  @Field(() => GramsScalar, {
    nullable: true,
    defaultValue: null,
    description: 'Mỗi hộ nhiều nhất. / The most of one household.',
  })
  householdCapGrams: number | null;
  @Field(() => [ID], {
    nullable: true,
    defaultValue: null,
    description: 'Chỉ các xã này. / Only these communes.',
  })
  communeIds: string[] | null;
  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'Chỉ gom từ niêm yết gộp này. / Gathered from the lots of this pooled listing alone.',
  })
  pooledListingId?: string | null;
  @Field(() => AllocationLimitsInput, {
    nullable: true,
    defaultValue: null,
    description: 'Giới hạn khi chọn lô. / Limits of choosing lots.',
  })
  limits: AllocationLimitsInput | null;
  @Field(() => CutOffInput, {
    nullable: true,
    description:
      'Giờ thôi gom; null là đến hết giờ lấy hàng. / When gathering ends; null is with the pick-up window.',
  })
  cutOff?: CutOffInput | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Cọc, phần vạn tiền hàng mỗi hộ. / Deposit, in basis points of the goods.',
  })
  depositBp?: number | null;
  @Field(() => CancelTermsInput, {
    nullable: true,
    description:
      'Bỏ hẹn thì đền; null là không định. / What giving up costs; null agrees on nothing.',
  })
  cancelTerms?: CancelTermsInput | null;
  @Field(() => DeductionInput, { description: 'Trừ hao. / The deduction.' })
  deduction: DeductionInput;
  @Field(() => Int, { description: 'Trả tiền sau số ngày. / Days to payment.' })
  paymentDays: number;
  @Field(() => Int, { description: 'Phút chờ trả lời. / Minutes to answer.' })
  offerTtlMinutes: number;
}

@InputType({ description: 'Một lô tự chọn. / One lot chosen by hand.' })
class ByHandLineInput {
  @Field(() => ID, { description: 'Mã dòng loại của lô. / Id of the lot’s grade line.' })
  lotGradeId: string;
  @Field(() => GramsScalar, { description: 'Khối lượng lấy. / Weight taken.' })
  grams: number;
}

@InputType({
  description:
    'Tự chọn thay cho kế hoạch máy tính; kế hoạch ấy được giữ bên cạnh. / Lots chosen by hand; the computed plan is kept beside.',
})
export class ByHandInput {
  @Field(() => String, { description: 'Vì sao. / Why.' })
  reason: string;
  @Field(() => [ByHandLineInput], { description: 'Các lô. / The lots.' })
  lines: ByHandLineInput[];
}

@InputType({ description: 'Gửi lời mời theo kế hoạch. / Offers the plan to its households.' })
export class OfferAllocationInput extends OrderActInput {
  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description:
      'Dấu của bản xem trước đang thấy; kế hoạch đã khác thì không gửi. / Mark of the preview seen; another plan by now is refused.',
  })
  fingerprint: string | null;
  @Field(() => ByHandInput, {
    nullable: true,
    defaultValue: null,
    description: 'Tự chọn từng lô, kèm lý do. / Lots by hand, with the reason.',
  })
  byHand: ByHandInput | null;
}

@InputType({ description: 'Chốt đơn. / Commits an order.' })
export class CommitAllocationInput extends OrderActInput {}

@InputType({ description: 'Hủy đơn. / Cancels an order.' })
export class CancelOrderInput extends OrderActInput {
  @Field(() => String, {
    description: 'Lý do, các hộ sẽ đọc. / The reason the households will read.',
  })
  reason: string;
}

@InputType({ description: 'Trả lời một lời mời. / Answers an offer.' })
export class RespondAllocationOfferInput extends ActInput {
  @Field(() => ID, { description: 'Mã lời mời. / Offer id.' })
  offerId: string;
  @Field(() => Boolean, { description: 'Nhận bán hay không. / Yes or no.' })
  accept: boolean;
  @Field(() => GramsScalar, {
    nullable: true,
    defaultValue: null,
    description:
      'Chỉ nhận bấy nhiêu; null là nhận cả. / A yes to this much only; null is a yes to all of it.',
  })
  grams: number | null;
}

@InputType({ description: 'Mua thẳng một phần của một lô. / Buys part of one lot directly.' })
export class PlaceLotOrderInput extends ActInput {
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    defaultValue: null,
    description:
      'Giá đã thấy; khác giá lúc này thì không đặt. / The price seen; another one refuses.',
  })
  vndPerKg: number | null;
}

@ArgsType()
export class CoverageArgs {
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => [String], { description: 'Các loại đều nhận. / Any of these grades.' })
  gradeCodes: string[];
  @Field(() => GramsScalar, { description: 'Khối lượng cần. / Weight wanted.' })
  grams: number;
  @Field(() => DayScalar, { description: 'Ngày lấy hàng. / Day of pick-up.' })
  day: Day;
  @Field(() => ID, {
    nullable: true,
    defaultValue: null,
    description: 'Nơi giao. / Where it goes.',
  })
  destinationId: string | null;
}
