import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { DayScalar, InstantScalar, UuidScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { Channel } from '../domain/route.js';
import { ChannelEnum } from './settings.model.js';

@ObjectType('MessageSpend', {
  description:
    'Tiền tin nhắn của một nơi trong tháng. / What one payer’s messages cost in a month.',
})
export class MessageSpendModel {
  @Field(() => ID, {
    nullable: true,
    description: 'Hợp tác xã; null là huyện. / The cooperative; null is the district.',
  })
  payerId: string | null;
  @Field(() => String, { nullable: true, description: 'Tên hợp tác xã. / Its name.' })
  payerName: string | null;
  @Field(() => Int, { description: 'Số tin Zalo. / Zalo messages.' })
  zalo: number;
  @Field(() => Int, { description: 'Số tin SMS. / Text messages.' })
  sms: number;
  @Field(() => Int, { description: 'Số mã đăng nhập qua SMS. / Sign-in codes by SMS.' })
  otp: number;
  @Field(() => VndScalar, { description: 'Đã tiêu. / Spent.' })
  spentVnd: number;
  @Field(() => VndScalar, { description: 'Mức trần của tháng. / The month’s cap.' })
  capVnd: number;
  @Field(() => Boolean, { description: 'Đã quá 80 % mức trần. / Past four fifths of the cap.' })
  isNearCap: boolean;
}

@ObjectType('ChannelStats', {
  description: 'Tin đi qua một đường gửi. / What became of the messages of one channel.',
})
export class ChannelStatsModel {
  @Field(() => ChannelEnum, { description: 'Đường gửi. / The channel.' })
  channel: Channel;
  @Field(() => Int, { description: 'Đã thử. / Tried.' })
  tried: number;
  @Field(() => Int, { description: 'Đã đến máy. / Delivered.' })
  delivered: number;
  @Field(() => Int, { description: 'Đã đọc. / Read.' })
  read: number;
  @Field(() => Int, { description: 'Không đi được. / Failed.' })
  failed: number;
}

@ObjectType('MessageStats', {
  description: 'Tin nhắn của một tháng: tiền và kết quả. / Messages of a month: cost and outcome.',
})
export class MessageStatsModel {
  @Field(() => DayScalar, { description: 'Ngày đầu tháng. / First day of the month.' })
  month: Day;
  @Field(() => [MessageSpendModel], {
    description:
      'Huyện trước, rồi hợp tác xã tiêu nhiều. / The district first, then who spent most.',
  })
  payers: MessageSpendModel[];
  @Field(() => [ChannelStatsModel], { description: 'Theo đường gửi. / By channel.' })
  channels: ChannelStatsModel[];
}

@ObjectType('MessageTemplate', {
  description: 'Mẫu tin của một loại việc. / The wording of one kind of message.',
})
export class MessageTemplateModel {
  @Field(() => ID, { description: 'Loại việc. / The kind.' })
  kind: string;
  @Field(() => Int, {
    description: 'Bản số mấy; 0 là bản đầu. / Version; 0 comes with the product.',
  })
  version: number;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc viết. / When it was written.' })
  createdAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Mã mẫu Zalo đã duyệt; chưa có thì không gửi Zalo. / Approved template id; none, no Zalo.',
  })
  zaloTemplateId: string | null;
  @Field(() => String, { description: 'Lời Zalo, có dấu. / Text for Zalo, with marks.' })
  zalo: string;
  @Field(() => String, { description: 'Lời SMS, không dấu. / Text for SMS, without marks.' })
  sms: string;
  @Field(() => [String], { description: 'Các chỗ điền được dùng. / Blanks it may have.' })
  blanks: readonly string[];
  @Field(() => Int, { description: 'Độ dài Zalo nhiều nhất. / Longest Zalo text it can become.' })
  zaloLength: number;
  @Field(() => Int, { description: 'Độ dài SMS nhiều nhất. / Longest SMS it can become.' })
  smsLength: number;
  @Field(() => [ChannelEnum], {
    description: 'Thứ tự đường gửi. / Channels in the order they are tried.',
  })
  channels: readonly Channel[];
  @Field(() => Int, {
    description: 'Chờ bao nhiêu phút rồi sang đường sau. / Minutes before the next channel.',
  })
  patienceMinutes: number;
}

@InputType({ description: 'Bản mới của một mẫu tin. / A new version of a template.' })
export class UpdateTemplateInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Loại việc. / The kind.' })
  kind: string;
  @Field(() => Int, { description: 'Bản đang sửa. / The version that was read.' })
  expectedVersion: number;
  @Field(() => String, {
    nullable: true,
    description: 'Mã mẫu Zalo đã duyệt. / Approved Zalo template id.',
  })
  zaloTemplateId: string | null;
  @Field(() => String, {
    description: 'Lời Zalo, nhiều nhất 400 ký tự. / At most 400 characters filled in.',
  })
  zalo: string;
  @Field(() => String, {
    description: 'Lời SMS không dấu, nhiều nhất 160 ký tự. / At most 160 filled in.',
  })
  sms: string;
}

@InputType({
  description: 'Mức trần tiền tin nhắn một tháng. / What messages may cost in a month.',
})
export class SetMessageCapInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Hợp tác xã; null là huyện. / Null is the district.',
  })
  payerId: string | null;
  @Field(() => VndScalar, { description: 'Mức trần, đồng. / The cap, in đồng.' })
  capVnd: number;
}
