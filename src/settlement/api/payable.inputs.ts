import { Field, ID, InputType } from '@nestjs/graphql';
import type { Id } from '../../kernel/id.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import type { PayMethod } from '../data/payable.entity.js';
import { PayMethodEnum } from './payable.model.js';

const ACT_ID = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@InputType({ description: 'Người mua báo đã trả. / The payer says it is paid.' })
export class DeclarePaidInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => [ID], { description: 'Các khoản, nhiều nhất 200. / Payables, at most 200.' })
  payableIds: string[];
  @Field(() => PayMethodEnum, { description: 'Trả bằng cách nào. / How.' })
  method: PayMethod;
  @Field(() => String, { nullable: true, description: 'Số giao dịch. / Reference of the bank.' })
  reference: string | null;
}

@InputType({ description: 'Người bán xác nhận đã nhận. / The payee received it.' })
export class ConfirmReceivedInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Khoản tiền. / The payable.' })
  payableId: string;
}

@InputType({ description: 'Người bán báo chưa nhận. / The payee says it did not come.' })
export class ContestPaymentInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Khoản tiền. / The payable.' })
  payableId: string;
  @Field(() => String, { description: 'Sai ở đâu. / What is wrong.' })
  reason: string;
}
