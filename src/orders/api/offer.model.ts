import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/page.js';
import { GramsScalar, InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import { CancelTermsModel } from './deal.model.js';
import { LINE_STEPS, type AllocationLineState } from '../domain/allocation-line.state.js';

const AllocationStateEnum = Object.fromEntries(
  Object.keys(LINE_STEPS).map((state) => [state, state]),
);
registerEnumType(AllocationStateEnum, {
  name: 'AllocationState',
  description:
    'Lời mời: chờ trả lời, đã nhận, từ chối, hết hạn, đã chốt, đã cân, đã rút. / Where an offer stands.',
  valuesMap: {
    OFFERED: {
      description:
        'Đang chờ hộ trả lời, hàng được giữ. / Waits for the household; its stock is held.',
    },
    ACCEPTED: { description: 'Hộ đã nhận lời. / The household said yes.' },
    DECLINED: { description: 'Hộ từ chối. / The household said no.' },
    EXPIRED: {
      description:
        'Quá giờ trả lời, hàng đã trả lại. / Not answered in time; its stock is free again.',
    },
    COMMITTED: { description: 'Đã chốt thành thỏa thuận. / Part of a deal.' },
    WEIGHED: { description: 'Đã cân. / Weighed.' },
    RELEASED: {
      description: 'Người mua đã rút, hàng đã trả lại. / Taken back; its stock is free again.',
    },
  },
});

@ObjectType('AllocationOffer', {
  description:
    'Lời hỏi mua gửi một hộ: một loại hàng của một lô. / What one household was asked for: one grade of one lot.',
})
export class OfferModel {
  @Field(() => ID, { description: 'Mã lời mời. / Id.' })
  id: string;
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
  @Field(() => String, { description: 'Số đơn. / Order number.' })
  orderNumber: string;
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => GramsScalar, {
    description:
      'Đã hỏi bao nhiêu; nhiều hơn khối lượng là hộ chỉ nhận một phần. / What was asked for; more than the weight when the household agreed to a part.',
  })
  askedGrams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => Int, { description: 'Trả tiền sau số ngày này. / Days from ticket to payment.' })
  paymentDays: number;
  @Field(() => Int, {
    description: 'Cọc, phần vạn tiền hàng; 0 là không cọc. / Deposit in basis points of the goods.',
  })
  depositBp: number;
  @Field(() => CancelTermsModel, { description: 'Bỏ hẹn thì đền. / What giving up costs.' })
  cancelTerms: CancelTermsModel;
  @Field(() => InstantScalar, { description: 'Lúc hỏi. / Asked at.' })
  offeredAt: Date;
  @Field(() => InstantScalar, { description: 'Trả lời trước lúc này. / Answer before this.' })
  expiresAt: Date;
  @Field(() => AllocationStateEnum, { description: 'Đã trả lời chưa. / State.' })
  state: AllocationLineState;
}

export const OfferConnection = connectionOf('AllocationOfferConnection', OfferModel);
