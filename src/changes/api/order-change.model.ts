import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Side } from '../../kernel/side.js';
import { GradeModel } from '../../catalog/index.js';
import { SideEnum } from '../../orders/index.js';
import { ActInput } from '../../platform/graphql/act-input.js';
import { GramsScalar, InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { RideOutlook } from '../../runs/index.js';
import type { ChangeState } from '../domain/order-change.js';

const ChangeStateEnum = {
  OPEN: 'OPEN',
  APPLIED: 'APPLIED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  STALE: 'STALE',
} as const satisfies Record<ChangeState, ChangeState>;
registerEnumType(ChangeStateEnum, {
  name: 'OrderChangeState',
  description: 'Đề nghị đổi đang ở đâu. / Where a change stands.',
  valuesMap: {
    OPEN: { description: 'Chờ bên kia trả lời. / Waits for the other side.' },
    APPLIED: { description: 'Đã đổi. / Agreed to and carried out.' },
    REFUSED: { description: 'Bên kia không đồng ý. / The other side said no.' },
    WITHDRAWN: { description: 'Đã rút. / Taken back.' },
    EXPIRED: { description: 'Hết giờ trả lời. / Nobody answered in time.' },
    STALE: { description: 'Thỏa thuận đã khác. / A deal of it has moved on.' },
  },
});

const RunPermitEnum = { NONE: 'NONE', HOLDS: 'HOLDS', RENEW: 'RENEW' } as const satisfies Record<
  RideOutlook['permit'],
  RideOutlook['permit']
>;
registerEnumType(RunPermitEnum, {
  name: 'ChangedRunPermit',
  description: 'Giấy đi đường của chuyến sau khi đổi. / The permit of a run after the change.',
  valuesMap: {
    NONE: { description: 'Chưa xin giấy. / None was asked for.' },
    HOLDS: { description: 'Giấy vẫn dùng được. / It still covers the load.' },
    RENEW: { description: 'Phải xin lại giấy. / It must be asked for anew.' },
  },
});

@ObjectType('ChangedGrade', {
  description: 'Một loại hàng, trước và sau; giá giữ nguyên. / One grade before and after.',
})
export class ChangedGradeModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => VndScalar, { description: 'Giá một kg, không đổi. / Price a kilogram; it stays.' })
  vndPerKg: number;
  @Field(() => GramsScalar, { description: 'Trước. / Before.' })
  gramsBefore: number;
  @Field(() => GramsScalar, { description: 'Sau. / After.' })
  grams: number;
}

@ObjectType('OrderChangePart', {
  description: 'Một thỏa thuận, trước và sau khi đổi. / One deal before and after the change.',
})
export class ChangePartModel {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => String, { description: 'Số thỏa thuận. / Its number.' })
  dealNumber: string;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ, trước. / Pick-up from, before.' })
  readyFromBefore: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến, trước. / Pick-up until, before.' })
  readyToBefore: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ, sau. / Pick-up from, after.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến, sau. / Pick-up until, after.' })
  readyTo: Date;
  @Field(() => VndScalar, { description: 'Tiền hàng trước. / Goods before.' })
  goodsVndBefore: number;
  @Field(() => VndScalar, { description: 'Tiền hàng sau. / Goods after.' })
  goodsVnd: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Bên được hỏi đồng ý lúc. / When the side that was asked agreed.',
  })
  acceptedAt: Date | null;
}

@ObjectType('ChangedRide', {
  description: 'Một chuyến xe phải theo. / A run that follows the change.',
})
export class ChangedRideModel {
  @Field(() => String, { description: 'Số chuyến. / Number of the run.' })
  runNumber: string;
  @Field(() => String, { description: 'Biển số. / Plate.' })
  plate: string;
  @Field(() => [String], {
    description: 'Thỏa thuận xe không ghé nữa, phải lập chuyến lại. / Deals it comes for no more.',
  })
  leftOut: readonly string[];
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Tải trước; chỉ người mua thấy. / Load before; the buyer’s to see.',
  })
  loadBefore: number | null;
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Tải sau; chỉ người mua thấy. / Load after; the buyer’s to see.',
  })
  loadAfter: number | null;
  @Field(() => RunPermitEnum, {
    nullable: true,
    description: 'Giấy đi đường; chỉ người mua thấy. / The permit; the buyer’s to see.',
  })
  permit: RideOutlook['permit'] | null;
}

@ObjectType('OrderChangePreview', {
  description:
    'Đổi thế này thì kg, tiền, xe và giấy ra sao; chưa ghi gì. / What a change would bring about.',
})
export class ChangePreviewModel {
  @Field(() => [ChangePartModel], { description: 'Các thỏa thuận. / Its deals.' })
  parts: readonly ChangePartModel[];
  @Field(() => GramsScalar, { description: 'Tổng kg trước. / Kilograms before.' })
  gramsBefore: number;
  @Field(() => GramsScalar, { description: 'Tổng kg sau. / Kilograms after.' })
  grams: number;
  @Field(() => VndScalar, { description: 'Tiền hàng trước. / Goods before.' })
  goodsVndBefore: number;
  @Field(() => VndScalar, { description: 'Tiền hàng sau. / Goods after.' })
  goodsVnd: number;
  @Field(() => [ChangedRideModel], { description: 'Các chuyến xe phải theo. / Runs that follow.' })
  rides: readonly ChangedRideModel[];
  @Field(() => String, {
    description:
      'Dấu của điều đã xem; gửi lại khi quyết định. / Tells what was shown; sent back when deciding.',
  })
  seen: string;
}

@ObjectType('OrderChange', {
  description:
    'Sau khi chốt, một bên xin đổi kg hoặc giờ lấy; bên kia đồng ý mới đổi. / A change one side asks for after the commit.',
})
export class OrderChangeModel {
  @Field(() => ID, { description: 'Mã đề nghị. / Id.' })
  id: string;
  @Field(() => ID, { description: 'Đơn. / The order.' })
  orderId: string;
  @Field(() => SideEnum, { description: 'Bên xin đổi. / The side that proposed it.' })
  proposedBy: Side;
  @Field(() => String, { nullable: true, description: 'Lời nhắn. / What was said.' })
  note: string | null;
  @Field(() => ChangeStateEnum, { description: 'Bước. / State.' })
  state: ChangeState;
  @Field(() => InstantScalar, { description: 'Lúc xin. / When.' })
  proposedAt: Date;
  @Field(() => InstantScalar, { description: 'Trả lời trước. / To be answered before.' })
  expiresAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc khép lại. / Closed at.' })
  closedAt: Date | null;
  @Field(() => [ChangePartModel], {
    description: 'Các thỏa thuận; hộ chỉ thấy của mình. / Its deals; a household sees its own.',
  })
  parts: readonly ChangePartModel[];
}

@InputType({ description: 'Số kg mới của một loại. / New kilograms of one grade.' })
export class ChangedGradeInput {
  @Field(() => String, { description: 'Mã loại. / Code of the grade.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng mới. / The new weight.' })
  grams: number;
}

@InputType({ description: 'Một thỏa thuận cần đổi. / One deal to change.' })
export class ChangedDealInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => [ChangedGradeInput], {
    nullable: true,
    defaultValue: null,
    description: 'Loại không nêu thì giữ nguyên. / Grades not named stay.',
  })
  grades: ChangedGradeInput[] | null;
}

@InputType({ description: 'Giờ lấy mới. / New pick-up hours.' })
export class ChangedHoursInput {
  @Field(() => InstantScalar, { description: 'Từ. / From.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Đến. / Until.' })
  readyTo: Date;
}

@InputType({ description: 'Muốn đổi gì; chưa gửi. / What one would change.' })
export class OrderChangeWishInput {
  @Field(() => ID, { description: 'Đơn. / The order.' })
  orderId: string;
  @Field(() => [ChangedDealInput], { description: 'Các thỏa thuận. / The deals.' })
  deals: ChangedDealInput[];
  @Field(() => ChangedHoursInput, {
    nullable: true,
    defaultValue: null,
    description: 'Giờ mới cho tất cả; null là giữ nguyên. / New hours for all; null keeps them.',
  })
  hours: ChangedHoursInput | null;
}

@InputType({ description: 'Xin đổi. / Asks the other side for a change.' })
export class ProposeOrderChangeInput extends ActInput {
  @Field(() => ID, { description: 'Đơn. / The order.' })
  orderId: string;
  @Field(() => [ChangedDealInput], { description: 'Các thỏa thuận. / The deals.' })
  deals: ChangedDealInput[];
  @Field(() => ChangedHoursInput, {
    nullable: true,
    defaultValue: null,
    description: 'Giờ mới cho tất cả; null là giữ nguyên. / New hours for all; null keeps them.',
  })
  hours: ChangedHoursInput | null;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'Lời nhắn. / A word.' })
  note: string | null;
  @Field(() => String, { description: 'Dấu của điều đã xem trước. / What the preview showed.' })
  seen: string;
}

@InputType({ description: 'Trả lời một đề nghị đổi. / Answers a change.' })
export class ConfirmOrderChangeInput extends ActInput {
  @Field(() => ID, { description: 'Đề nghị. / The change.' })
  changeId: string;
  @Field(() => Boolean, { description: 'Có đồng ý không. / Yes or no.' })
  accept: boolean;
  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description: 'Dấu của điều đã xem; cần khi đồng ý. / What was shown; a yes needs it.',
  })
  seen: string | null;
}

@InputType({ description: 'Rút đề nghị đổi của bên mình. / Takes one’s own change back.' })
export class WithdrawOrderChangeInput extends ActInput {
  @Field(() => ID, { description: 'Đề nghị. / The change.' })
  changeId: string;
}
