import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { PayMethod } from '../data/payable.entity.js';
import type { PartKind } from '../data/parts.store.js';
import type { PayableState } from '../domain/payable.state.js';

const PayableStateEnum = {
  DUE: 'DUE',
  DECLARED_PAID: 'DECLARED_PAID',
  CONFIRMED: 'CONFIRMED',
  CONTESTED: 'CONTESTED',
} as const satisfies Record<PayableState, PayableState>;
registerEnumType(PayableStateEnum, {
  name: 'PayableState',
  description: 'Khoản tiền đang ở bước nào. / Where a payable stands.',
  valuesMap: {
    DUE: { description: 'Chưa trả. / Not paid yet.' },
    DECLARED_PAID: {
      description:
        'Người mua báo đã trả, chờ người bán. / Declared paid; the payee has not answered.',
    },
    CONFIRMED: { description: 'Người bán đã nhận. / Received.' },
    CONTESTED: { description: 'Người bán báo chưa nhận. / The payee says it did not come.' },
  },
});

export const PayMethodEnum = {
  CASH: 'CASH',
  VIETQR: 'VIETQR',
  TRANSFER: 'TRANSFER',
} as const satisfies Record<PayMethod, PayMethod>;
registerEnumType(PayMethodEnum, {
  name: 'PayMethod',
  description: 'Trả bằng cách nào. / How it was paid.',
  valuesMap: {
    CASH: { description: 'Tiền mặt, tròn nghìn. / Cash, in whole thousands.' },
    VIETQR: { description: 'Quét mã VietQR. / VietQR.' },
    TRANSFER: { description: 'Chuyển khoản. / Bank transfer.' },
  },
});

const PartKindEnum = {
  GOODS: 'GOODS',
  PRICE_BAND: 'PRICE_BAND',
  DEPOSIT: 'DEPOSIT',
} as const satisfies Record<PartKind, PartKind>;
registerEnumType(PartKindEnum, {
  name: 'PayablePartKind',
  description: 'Khoản cộng hay trừ trong tiền phải trả. / What a part of a sum owed is for.',
  valuesMap: {
    GOODS: { description: 'Tiền hàng theo phiếu cân. / Goods, as weighed.' },
    PRICE_BAND: {
      description: 'Giá chợ vượt biên độ, hai bên cùng chịu. / The market left the price band.',
    },
    DEPOSIT: { description: 'Trừ tiền cọc đã nhận. / The deposit, taken off.' },
  },
});

@ObjectType('PayablePart', {
  description:
    'Một dòng cách tính tiền phải trả; cộng lại bằng số tiền. / One row of how a sum is reckoned; all add up to it.',
})
export class PayablePartModel {
  @Field(() => PartKindEnum, { description: 'Khoản gì. / What it is for.' })
  kind: PartKind;
  @Field(() => GradeModel, { nullable: true, description: 'Loại; null là cả phiếu. / Grade.' })
  grade: GradeModel | null;
  @Field(() => GramsScalar, { nullable: true, description: 'Cân tính tiền. / Weight.' })
  grams: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Mỗi kg, có dấu. / A kilogram, signed.' })
  vndPerKg: number | null;
  @Field(() => VndScalar, { description: 'Thành tiền, có dấu. / Amount, signed.' })
  amountVnd: number;
}

@ObjectType('Payable', {
  description: 'Tiền phải trả của một phiếu cân. / What one confirmed weigh ticket owes.',
})
export class PayableModel {
  @Field(() => ID, { description: 'Mã khoản tiền. / Id.' })
  id: string;
  @Field(() => VndScalar, {
    description:
      'Số tiền: hàng theo phiếu cân, khoản đã thỏa thuận, trừ cọc. / The goods as weighed, what was agreed on, less the deposit.',
  })
  amountVnd: number;
  @Field(() => PayableStateEnum, { description: 'Đang ở bước nào. / State.' })
  state: PayableState;
  @Field(() => DayScalar, { description: 'Ngày hẹn trả. / Day it is due.' })
  dueOn: string;
  @Field(() => PayMethodEnum, {
    nullable: true,
    description: 'Trả bằng cách nào. / How it was paid.',
  })
  method: PayMethod | null;
  @Field(() => String, { nullable: true, description: 'Số giao dịch. / Reference of the bank.' })
  reference: string | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc người mua báo đã trả. / When it was declared paid.',
  })
  declaredAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc người bán xác nhận. / When the payee confirmed.',
  })
  confirmedAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Vì sao người bán chưa nhận. / What the payee says is wrong.',
  })
  contestReason: string | null;
}

export const PayableConnection = connectionOf('PayableConnection', PayableModel);

@ObjectType('PayablesDeclared', {
  description: 'Các khoản vừa báo đã trả. / The payables that were declared paid.',
})
export class PayablesDeclaredModel {
  @Field(() => [PayableModel], {
    description: 'Theo thứ tự đã gửi. / In the order they were sent.',
  })
  payables: PayableModel[];
}

@ObjectType('Settlement', {
  description:
    'Tiền của một đơn, phần mình được xem. / The money of an order, as far as it is yours.',
})
export class SettlementModel {
  @Field(() => ID, { description: 'Đơn gom. / The order.' })
  orderId: string;
  @Field(() => [PayableModel], { description: 'Từng phiếu cân. / One per weigh ticket.' })
  payables: PayableModel[];
  @Field(() => VndScalar, { description: 'Tổng phải trả. / Total of all tickets.' })
  totalVnd: number;
  @Field(() => VndScalar, {
    description: 'Đã trả, kể cả chưa ai xác nhận. / Paid by the buyer’s word, confirmed or not.',
  })
  paidVnd: number;
  @Field(() => VndScalar, { description: 'Người bán đã nhận. / Received by the payees’ word.' })
  confirmedVnd: number;
  @Field(() => VndScalar, { description: 'Còn nợ. / Not paid yet.' })
  owedVnd: number;
}
