import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { GramsScalar, InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { DealState } from '../domain/deal.state.js';

const DealStateEnum = {
  COMMITTED: 'COMMITTED',
  WEIGHED: 'WEIGHED',
  PAID: 'PAID',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<DealState, DealState>;
registerEnumType(DealStateEnum, {
  name: 'DealState',
  description: 'Thỏa thuận: đã chốt, đã cân, đã trả tiền, đã hủy. / Where a deal stands.',
  valuesMap: {
    COMMITTED: { description: 'Đã chốt, chờ cân. / Promised; waits for the scale.' },
    WEIGHED: { description: 'Đã cân, chờ trả tiền. / Weighed; waits for the money.' },
    PAID: { description: 'Đã trả đủ tiền. / Paid in full.' },
    CANCELLED: { description: 'Đã hủy. / Called off.' },
  },
});

@ObjectType('DealLine', {
  description:
    'Một loại hàng của thỏa thuận, giá đã chốt. / One grade of a deal at its frozen price.',
})
export class DealLineModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
}

@ObjectType('CancelTerms', {
  description:
    'Bỏ hẹn thì đền bao nhiêu, phần vạn tiền hàng, hai bên như nhau. / What giving up costs either side, in basis points of the goods.',
})
export class CancelTermsModel {
  @Field(() => Int, { description: 'Khi xe đã đi. / Once the vehicle has left.' })
  afterDispatchBp: number;
  @Field(() => Int, { description: 'Khi xe đã đến. / Once it stands at the gate.' })
  atGateBp: number;
}

@ObjectType('Deal', {
  description:
    'Thỏa thuận giữa người mua và một hộ; điều khoản không đổi sau khi chốt. / What one household and one buyer agreed to.',
})
export class DealModel {
  @Field(() => ID, { description: 'Mã thỏa thuận. / Id.' })
  id: string;
  @Field(() => String, { description: 'Số thỏa thuận. / Number.' })
  number: string;
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
  @Field(() => String, { description: 'Số đơn. / Order number.' })
  orderNumber: string;
  @Field(() => DealStateEnum, { description: 'Bước. / State.' })
  state: DealState;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => Int, {
    description: 'Trả tiền sau số ngày này kể từ phiếu cân. / Days from ticket to payment.',
  })
  paymentDays: number;
  @Field(() => VndScalar, { description: 'Tiền cọc; 0 là không cọc. / Deposit; 0 is none.' })
  depositVnd: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Hạn đặt cọc. / The deposit is due by.',
  })
  depositDueAt: Date | null;
  @Field(() => CancelTermsModel, { description: 'Bỏ hẹn thì đền. / What giving up costs.' })
  cancelTerms: CancelTermsModel;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'Quá lúc này mà chưa lấy thì hàng được bán lại. / Not fetched by then, the fruit is free again.',
  })
  releaseBy: Date | null;
  @Field(() => GramsScalar, { description: 'Tổng khối lượng. / Total weight.' })
  totalGrams: number;
  @Field(() => InstantScalar, { description: 'Lúc chốt. / Made at.' })
  createdAt: Date;
}

export const DealConnection = connectionOf('DealConnection', DealModel);
