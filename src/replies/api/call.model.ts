import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { CallOutcome } from '../data/calls.store.js';

const CallOutcomeEnum = {
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  NO_ANSWER: 'NO_ANSWER',
  WRONG_NUMBER: 'WRONG_NUMBER',
} as const satisfies Record<CallOutcome, CallOutcome>;
registerEnumType(CallOutcomeEnum, {
  name: 'CallOutcome',
  description: 'Kết quả cuộc gọi. / What came of a call.',
  valuesMap: {
    ACCEPTED: { description: 'Hộ nhận bán. / The household says yes.' },
    DECLINED: { description: 'Hộ không bán. / The household says no.' },
    NO_ANSWER: { description: 'Không nghe máy. / Nobody picked up.' },
    WRONG_NUMBER: { description: 'Sai số. / Not the household’s number.' },
  },
});

@ObjectType('HouseholdToCall', {
  description: 'Một hộ chưa trả lời, cần gọi điện. / A household to call about an offer.',
})
export class ToCallModel {
  @Field(() => ID, { description: 'Đơn hỏi mua. / The order that asks.' })
  orderId: string;
  @Field(() => String, { description: 'Số đơn. / Its number.' })
  orderNumber: string;
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
  @Field(() => String, { description: 'Tên hộ. / Its name.' })
  householdName: string;
  @Field(() => [String], { description: 'Số điện thoại của hộ. / Phones of its members, E.164.' })
  phones: readonly string[];
  @Field(() => GramsScalar, { description: 'Khối lượng hỏi mua. / Weight asked for.' })
  grams: number;
  @Field(() => VndScalar, {
    description: 'Giá thấp nhất một ki-lô-gam. / Lowest price a kilogram.',
  })
  vndPerKg: number;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Hỏi lúc. / When it was asked.' })
  offeredAt: Date;
  @Field(() => InstantScalar, { description: 'Hạn trả lời. / Answer before.' })
  expiresAt: Date;
  @Field(() => Boolean, {
    description: 'Đã có tin nào gửi đi chưa. / Whether any message left for it.',
  })
  isTold: boolean;
  @Field(() => CallOutcomeEnum, {
    nullable: true,
    description: 'Kết quả lần gọi gần nhất. / What came of the newest call.',
  })
  lastOutcome: CallOutcome | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lần gọi gần nhất. / The newest call.',
  })
  lastCallAt: Date | null;
  @Field(() => Int, { description: 'Số lần đã gọi. / Calls so far.' })
  calls: number;
}

@InputType({ description: 'Kết quả một cuộc gọi. / What a call brought.' })
export class RecordCallAnswerInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Đơn hỏi mua. / The order that asks.' })
  orderId: string;
  @Field(() => ID, { description: 'Hộ đã gọi. / The household that was called.' })
  householdId: string;
  @Field(() => CallOutcomeEnum, { description: 'Kết quả. / The outcome.' })
  outcome: CallOutcome;
  @Field(() => GramsScalar, {
    nullable: true,
    defaultValue: null,
    description:
      'Hộ chỉ nhận bấy nhiêu; null là nhận cả. / The household agrees to this much only; null is all of it.',
  })
  grams: number | null;
}

@ObjectType('CallRecorded', { description: 'Đã ghi kết quả cuộc gọi. / The call is recorded.' })
export class CallRecordedModel {
  @Field(() => ID, { description: 'Đơn. / The order.' })
  orderId: string;
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
}

@InputType({
  description:
    'Tin nhắn trả lời mà nhà mạng chuyển tới, có chữ ký. / A reply the SMS gateway hands on, signed.',
})
export class InboundSmsInput {
  @Field(() => String, { description: 'Mã tin của nhà mạng. / The gateway’s id of the message.' })
  id: string;
  @Field(() => String, { description: 'Số gửi, dạng +84912345678. / Sender, E.164.' })
  from: string;
  @Field(() => String, { description: 'Nội dung. / The words.' })
  text: string;
  @Field(() => String, { description: 'Giây từ 1970 lúc ký. / Unix seconds when it was signed.' })
  timestamp: string;
  @Field(() => String, {
    description:
      'Chữ ký “v1,” và HMAC-SHA-256 base64 của id.timestamp.{"from":…,"text":…}. / Signature over id, timestamp and the JSON of from and text.',
  })
  signature: string;
}
