import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar, GramsScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { IntentionState } from '../domain/intention.js';
import { DemandModel } from './demand.model.js';

const StateEnum = {
  NOTED: 'NOTED',
  ASKED: 'ASKED',
  CONFIRMED: 'CONFIRMED',
  DROPPED: 'DROPPED',
  LAPSED: 'LAPSED',
} as const;
registerEnumType(StateEnum, {
  name: 'ForecastIntentionState',
  description: 'Lời dự kiến đang đến đâu. / How a non-binding intention stands.',
  valuesMap: {
    NOTED: { description: 'Dự kiến, không ràng buộc. / Meant; binds nobody.' },
    ASKED: {
      description: 'Hộ đã có lô, hỏi lại người mua. / The lot is there; the buyer is asked.',
    },
    CONFIRMED: { description: 'Đã hỏi mua như thường. / Asked for in an offer.' },
    DROPPED: { description: 'Thôi không lấy. / Not meant any more.' },
    LAPSED: { description: 'Qua ngày, tự hết. / Its day or its order is over.' },
  },
});

@ObjectType('ForecastIntention', {
  description:
    'Dự kiến lấy hàng hộ báo trước: không ràng buộc, không giữ hàng. / A buyer means to take what a household foretold: it binds nobody and sets nothing aside.',
})
export class ForecastIntentionModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => DayScalar, { description: 'Ngày có hàng. / The day.' })
  day: Day;
  @Field(() => GramsScalar, { description: 'Dự kiến lấy. / Meant to be taken.' })
  grams: number;
  @Field(() => StateEnum, { description: 'Đang đến đâu. / How it stands.' })
  state: IntentionState;
  @Field(() => ID, { nullable: true, description: 'Lô đã có. / The lot, once it is there.' })
  lotId: string | null;
  @Field(() => String, { description: 'Người mua. / The buyer.' })
  buyerName: string;

  // Not shown: what the fields that need a look-up ask by.
  cropCode: string;
  communeId: string;
}

@ObjectType('ForetoldDay', {
  description:
    'Các hộ báo trước cho một ngày, chưa đăng lô, chưa ai dự kiến lấy. / Foretold for a day, not on offer and not meant by anybody.',
})
export class ForetoldDayModel {
  @Field(() => DayScalar, { description: 'Ngày. / Day.' })
  day: Day;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  households: number;
}

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@InputType({
  description: 'Dự kiến lấy hàng hộ báo trước. / Means to take what households foretold.',
})
export class IntendForecastInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Đơn đang ở trên bảng. / The order on the board.' })
  orderId: string;
  @Field(() => DayScalar, { description: 'Ngày có hàng. / The day.' })
  day: Day;
  @Field(() => GramsScalar, { description: 'Dự kiến lấy. / How much.' })
  grams: number;
}

@InputType({ description: 'Trả lời một dự kiến. / Decides on an intention.' })
export class DecideIntentionInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Dự kiến. / The intention.' })
  intentionId: string;
}

export const IntendForecastResult = orRefused('IntendForecastResult', DemandModel, 'Đã ghi.');
export const ConfirmIntentionResult = orRefused(
  'ConfirmIntentionResult',
  ForecastIntentionModel,
  'Đã hỏi mua như thường.',
);
export const DropIntentionResult = orRefused(
  'DropIntentionResult',
  ForecastIntentionModel,
  'Đã thôi.',
);
