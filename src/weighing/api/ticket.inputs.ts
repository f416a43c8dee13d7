import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Id } from '../../kernel/id.js';
import { GramsScalar, InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { ConfirmMethod } from '../data/weighing.entities.js';
import { ConfirmMethodEnum } from './ticket.model.js';

const ACT_ID = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@InputType({ description: 'Mở phiếu cân. / Opens the ticket of a deal.' })
export class OpenWeighSessionInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Thỏa thuận được cân. / The deal.' })
  dealId: string;
}

@InputType({ isAbstract: true })
abstract class LoadInput {
  @Field(() => String, { description: 'Loại hàng, có trong thỏa thuận. / Grade, one of the deal.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Cân cả bì. / Gross weight.' })
  grossGrams: number;
  @Field(() => String, { nullable: true, description: 'Loại bì. / Code of the crate type.' })
  crateCode: string | null;
  @Field(() => Int, { description: 'Số bì. / Number of crates.' })
  crates: number;
  @Field(() => GramsScalar, {
    nullable: true,
    description:
      'Bì cân thực tế; bỏ trống thì tính theo loại bì × số bì. / Measured tare; without it, crate type × number.',
  })
  tareGrams: number | null;
}

@InputType({ description: 'Thêm một mã cân. / Adds one load on the scale.' })
export class RecordWeighInput extends LoadInput {
  @Field(() => UuidScalar, {
    description: 'Mã của mã cân, do máy cân tạo. / Id of the row, made by the phone.',
  })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Phiếu cân. / The ticket.' })
  ticketId: string;
  @Field(() => InstantScalar, { description: 'Lúc cân. / When it was weighed.' })
  weighedAt: Date;
}

@InputType({ description: 'Sửa một mã cân trước khi gửi. / Corrects a row before submitting.' })
export class CorrectWeighInput extends LoadInput {
  @Field(() => UuidScalar, {
    description: 'Mã của mã cân mới thay vào. / Id of the row that replaces it.',
  })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Mã cân bị sai. / The row to replace.' })
  rowId: string;
}

@InputType({ description: 'Bỏ một mã cân trước khi gửi. / Removes a row before submitting.' })
export class RemoveWeighInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Mã cân cần bỏ. / The row.' })
  rowId: string;
}

@InputType({ description: 'Cân xong, gửi phiếu cho hộ. / Ends the weighing.' })
export class SubmitWeighTicketInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Phiếu cân. / The ticket.' })
  ticketId: string;
}

@InputType({ description: 'Hộ xác nhận phiếu. / The household confirms.' })
export class ConfirmWeighInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Phiếu cân. / The ticket.' })
  ticketId: string;
  @Field(() => ConfirmMethodEnum, { description: 'Bằng cách nào. / How.' })
  method: ConfirmMethod;
}

@InputType({ description: 'Hộ không đồng ý phiếu. / The household does not agree.' })
export class DisputeWeighInput {
  @Field(() => UuidScalar, { description: ACT_ID })
  clientMutationId: Id;
  @Field(() => ID, { description: 'Phiếu cân. / The ticket.' })
  ticketId: string;
  @Field(() => String, { description: 'Sai ở đâu. / What is wrong.' })
  reason: string;
}
