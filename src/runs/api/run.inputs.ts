import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Id } from '../../kernel/id.js';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { StopOutcomeEnum } from './run.model.js';

@InputType({ isAbstract: true })
abstract class ActInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: Id;
}

@InputType({ isAbstract: true })
abstract class RunActInput extends ActInput {
  @Field(() => ID, { description: 'Chuyến nào. / The run.' })
  runId: string;
}

@InputType({ description: 'Xếp xe cho một đơn đã chốt. / Plans vehicles for a settled order.' })
export class PlanRunInput extends ActInput {
  @Field(() => ID, { description: 'Đơn hàng. / The order.' })
  orderId: string;
  @Field(() => InstantScalar, { description: 'Xe chạy từ lúc. / Vehicles start from.' })
  startsAt: Date;
}

@InputType({ description: 'Lái xe nhận chuyến. / The driver takes the run on.' })
export class AcceptRunInput extends RunActInput {}

@InputType({ description: 'Xuất phát. / Leaves.' })
export class StartRunInput extends RunActInput {}

@InputType({ description: 'Đã giao hàng. / Delivered.' })
export class DeliverRunInput extends RunActInput {}

@InputType({ description: 'Hủy chuyến. / Calls the run off.' })
export class CancelRunInput extends RunActInput {
  @Field(() => String, { description: 'Vì sao. / Why.' })
  reason: string;
}

@InputType({ description: 'Xin giấy cho chuyến. / Asks for the permit of a run.' })
export class ApplyPermitInput extends RunActInput {
  @Field(() => Int, { description: 'Số người trên xe, kể cả lái xe. / People aboard.' })
  persons: number;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Người đi cùng lái xe, nếu là người của nhà xe. / Those with the driver, where they are the transporter’s own.',
  })
  companionIds?: string[] | null;
}

@InputType({ isAbstract: true })
abstract class StopActInput extends ActInput {
  @Field(() => ID, { description: 'Điểm dừng nào. / The stop.' })
  stopId: string;
  @Field(() => InstantScalar, { description: 'Lúc nào, theo máy. / When, by the phone.' })
  at: Date;
}

@InputType({ description: 'Đã đến điểm dừng. / At a stop.' })
export class ArriveStopInput extends StopActInput {}

@InputType({ description: 'Xong một điểm dừng. / Leaves a stop.' })
export class CompleteStopInput extends StopActInput {
  @Field(() => StopOutcomeEnum, { description: 'Kết quả. / Outcome.' })
  outcome: keyof typeof StopOutcomeEnum;
  @Field(() => String, {
    nullable: true,
    description: 'Vấn đề, khi không lấy đủ. / What went wrong, when not all was taken.',
  })
  issue?: string | null;
}
