import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { GramsScalar, InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { ConfirmMethod } from '../data/weighing.entities.js';
import type { TicketState } from '../domain/ticket.state.js';

const TicketStateEnum = {
  OPEN: 'OPEN',
  SUBMITTED: 'SUBMITTED',
  CONFIRMED: 'CONFIRMED',
  DISPUTED: 'DISPUTED',
  VOID: 'VOID',
} as const satisfies Record<TicketState, TicketState>;
registerEnumType(TicketStateEnum, {
  name: 'WeighTicketState',
  description: 'Phiếu cân đang ở bước nào. / Where a weigh ticket stands.',
  valuesMap: {
    OPEN: { description: 'Đang cân. / On the scale.' },
    SUBMITTED: { description: 'Đã cân xong, chờ hộ xác nhận. / Waits for the household.' },
    CONFIRMED: { description: 'Hai bên đã xác nhận. / Confirmed by both sides.' },
    DISPUTED: { description: 'Hộ không đồng ý. / The household does not agree.' },
    VOID: { description: 'Đã hủy. / Void.' },
  },
});

export const ConfirmMethodEnum = {
  OWN_PHONE: 'OWN_PHONE',
  PIN: 'PIN',
  WITNESS: 'WITNESS',
} as const satisfies Record<ConfirmMethod, ConfirmMethod>;
registerEnumType(ConfirmMethodEnum, {
  name: 'ConfirmMethod',
  description: 'Hộ xác nhận phiếu bằng cách nào. / How the household confirmed.',
  valuesMap: {
    OWN_PHONE: { description: 'Trên máy của hộ. / On its own phone.' },
    PIN: { description: 'Bằng mã riêng trên máy cân. / With its own code on the scale’s phone.' },
    WITNESS: { description: 'Có hợp tác xã làm chứng. / With its cooperative as witness.' },
  },
});

@ObjectType('WeighRow', { description: 'Một mã cân. / One load on the scale.' })
export class WeighRowModel {
  @Field(() => ID, { description: 'Mã do máy cân tạo. / Id, made by the phone.' })
  id: string;
  @Field(() => Int, { description: 'Số thứ tự trong phiếu. / Number within the ticket.' })
  seq: number;
  @Field(() => GradeModel, { description: 'Loại hàng. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Cân cả bì. / Gross weight.' })
  grossGrams: number;
  @Field(() => String, { nullable: true, description: 'Loại bì. / Code of the crate type.' })
  crateCode: string | null;
  @Field(() => Int, { description: 'Số bì. / Number of crates.' })
  crates: number;
  @Field(() => GramsScalar, { description: 'Trừ bì. / Tare.' })
  tareGrams: number;
  @Field(() => InstantScalar, { description: 'Lúc cân. / When it was weighed.' })
  weighedAt: Date;
  @Field(() => Boolean, {
    description: 'Đã xóa hoặc đã sửa thành mã khác. / Removed, or replaced by a corrected one.',
  })
  isRemoved: boolean;
}

@ObjectType('WeighLine', {
  description: 'Cộng theo loại: cả bì − trừ bì − trừ hao = tính tiền. / Totals of one grade.',
})
export class WeighLineModel {
  @Field(() => GradeModel, { description: 'Loại hàng. / Grade.' })
  grade: GradeModel;
  @Field(() => Int, { description: 'Số bì. / Crates.' })
  crates: number;
  @Field(() => GramsScalar, { description: 'Cân cả bì. / Gross weight.' })
  grossGrams: number;
  @Field(() => GramsScalar, { description: 'Trừ bì. / Tare.' })
  tareGrams: number;
  @Field(() => GramsScalar, {
    description: 'Trừ hao theo thỏa thuận. / Deduction by the rule of the deal, rounding included.',
  })
  deductionGrams: number;
  @Field(() => GramsScalar, { description: 'Cân tính tiền. / Weight that is paid.' })
  payableGrams: number;
  @Field(() => VndScalar, { description: 'Giá một cân. / Price of a kilogram.' })
  vndPerKg: number;
  @Field(() => VndScalar, { description: 'Thành tiền. / Amount.' })
  amountVnd: number;
}

@ObjectType('WeighTicket', {
  description: 'Phiếu cân của một thỏa thuận. / The weigh ticket of a deal.',
})
export class WeighTicketModel {
  @Field(() => ID, { description: 'Mã phiếu. / Id.' })
  id: string;
  @Field(() => String, {
    description: 'Số phiếu, đọc được: PC-1123-0042. / Number, as it is said.',
  })
  number: string;
  @Field(() => TicketStateEnum, { description: 'Đang ở bước nào. / State.' })
  state: TicketState;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc cân xong. / When weighing ended.',
  })
  submittedAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc hộ xác nhận. / When the household confirmed.',
  })
  confirmedAt: Date | null;
  @Field(() => ConfirmMethodEnum, {
    nullable: true,
    description: 'Xác nhận bằng cách nào. / How it was confirmed.',
  })
  confirmMethod: ConfirmMethod | null;
  @Field(() => String, {
    nullable: true,
    description: 'Vì sao hộ không đồng ý. / Why the household does not agree.',
  })
  disputeReason: string | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'Lúc đã hỏi người mua về phần cân hơn thỏa thuận. / When the buyer was asked about what lies above the deal.',
  })
  overAskedAt: Date | null;
}

export const WeighTicketConnection = connectionOf('WeighTicketConnection', WeighTicketModel);
