import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ActInput } from '../../platform/graphql/act-input.js';
import { InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { PayMethod } from '../data/payable.entity.js';
import type { DepositState } from '../domain/deposit.state.js';
import { PayMethodEnum } from './payable.model.js';

const DepositStateEnum = {
  DECLARED: 'DECLARED',
  CONFIRMED: 'CONFIRMED',
  APPLIED: 'APPLIED',
  REFUNDED: 'REFUNDED',
  FORFEITED: 'FORFEITED',
} as const satisfies Record<DepositState, DepositState>;
registerEnumType(DepositStateEnum, {
  name: 'DepositState',
  description: 'Tiền cọc đang ở đâu. / Where a deposit stands.',
  valuesMap: {
    DECLARED: { description: 'Người mua báo đã đặt cọc. / The buyer says it is paid.' },
    CONFIRMED: { description: 'Hộ đã nhận cọc. / The household has it.' },
    APPLIED: { description: 'Đã trừ vào tiền hàng. / Counted towards the goods.' },
    REFUNDED: { description: 'Trả lại người mua. / Goes back to the buyer.' },
    FORFEITED: { description: 'Hộ được giữ. / Stays with the household.' },
  },
});

@ObjectType('Deposit', { description: 'Tiền cọc của một thỏa thuận. / The deposit of a deal.' })
export class DepositModel {
  @Field(() => VndScalar, { description: 'Số tiền. / Amount.' })
  amountVnd: number;
  @Field(() => DepositStateEnum, { description: 'Đang ở đâu. / State.' })
  state: DepositState;
  @Field(() => PayMethodEnum, { description: 'Trả bằng cách nào. / How it was paid.' })
  method: PayMethod;
  @Field(() => String, { nullable: true, description: 'Số giao dịch. / Reference of the bank.' })
  reference: string | null;
  @Field(() => InstantScalar, { description: 'Lúc người mua báo. / Declared at.' })
  declaredAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc hộ nhận. / Confirmed at.' })
  confirmedAt: Date | null;
  @Field(() => VndScalar, {
    description: 'Phải trả lại người mua; 0 là không. / What goes back to the buyer; 0 is nothing.',
  })
  toReturnVnd: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc người mua báo đã nhận lại. / When the buyer said that it came back.',
  })
  returnedAt: Date | null;
}

@InputType({ description: 'Người mua báo đã đặt cọc. / The buyer says the deposit is paid.' })
export class DeclareDepositInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => PayMethodEnum, { description: 'Trả bằng cách nào. / How it was paid.' })
  method: PayMethod;
  @Field(() => String, { nullable: true, description: 'Số giao dịch. / Reference of the bank.' })
  reference?: string | null;
}

@InputType({
  description: 'Người mua báo đã nhận lại cọc. / The buyer says that it came back.',
})
export class ConfirmDepositRefundInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
}

@InputType({ description: 'Hộ báo đã nhận cọc. / The household says the deposit came.' })
export class ConfirmDepositInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
}
