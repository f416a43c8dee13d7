import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import type { Channel } from '../domain/route.js';
import type { Topic } from '../domain/topics.js';

export const ChannelEnum = { PUSH: 'PUSH', ZALO: 'ZALO', SMS: 'SMS' } as const;
registerEnumType(ChannelEnum, {
  name: 'MessageChannel',
  description: 'Đường gửi tin ra ngoài ứng dụng. / A way to a person outside the app.',
  valuesMap: {
    PUSH: { description: 'Thông báo trên máy. / A notification of the browser.' },
    ZALO: { description: 'Tin Zalo. / A Zalo message.' },
    SMS: { description: 'Tin nhắn SMS. / A text message.' },
  },
});

const TopicEnum = {
  ORDERS: 'ORDERS',
  LOTS: 'LOTS',
  TICKETS: 'TICKETS',
  MONEY: 'MONEY',
  RUNS: 'RUNS',
  PERMITS: 'PERMITS',
  OTHER: 'OTHER',
} as const satisfies Record<Topic, Topic>;
registerEnumType(TopicEnum, {
  name: 'MessageTopic',
  description: 'Loại tin có thể tắt. / What can be muted.',
  valuesMap: {
    ORDERS: { description: 'Đơn, lời hỏi mua, thỏa thuận. / Orders, offers and deals.' },
    LOTS: { description: 'Lô hàng và báo số. / Lots and forecasts.' },
    TICKETS: { description: 'Phiếu cân. / Weigh tickets.' },
    MONEY: { description: 'Tiền. / Money.' },
    RUNS: { description: 'Chuyến xe. / Runs.' },
    PERMITS: { description: 'Giấy đi đường. / Permits.' },
    OTHER: { description: 'Tin khác. / Anything else.' },
  },
});

@ObjectType('MessageSettings', {
  description: 'Tôi muốn được báo tin thế nào. / How a person wants to be told.',
})
export class MessageSettingsModel {
  @Field(() => ID, { description: 'Người. / The person.' })
  id: string;
  @Field(() => [ChannelEnum], {
    description: 'Đường gửi được dùng, rẻ trước. / Channels that may be used, cheapest first.',
  })
  channels: Channel[];
  @Field(() => String, {
    description: 'Bắt đầu yên lặng, ví dụ 21:00. / Quiet from, clock time in Việt Nam.',
  })
  quietFrom: string;
  @Field(() => String, {
    description:
      'Hết yên lặng; bằng giờ bắt đầu là không có. / Quiet until; the same as the start means none.',
  })
  quietTo: string;
  @Field(() => [TopicEnum], {
    description:
      'Loại tin đã tắt; câu hỏi cần trả lời vẫn gửi. / Muted topics; questions that bind are asked all the same.',
  })
  muted: Topic[];
  @Field(() => String, {
    description: 'Khóa công khai để đăng ký thông báo. / VAPID public key of this server.',
  })
  pushKey: string;
}

@InputType({ description: 'Cách báo tin mới. / How to be told from now on.' })
export class UpdateMessageSettingsInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => [ChannelEnum], { description: 'Đường gửi được dùng. / Channels that may be used.' })
  channels: Channel[];
  @Field(() => String, { description: 'Bắt đầu yên lặng, ví dụ 21:00. / Quiet from.' })
  quietFrom: string;
  @Field(() => String, { description: 'Hết yên lặng, ví dụ 03:00. / Quiet until.' })
  quietTo: string;
  @Field(() => [TopicEnum], { description: 'Loại tin tắt đi. / Topics to mute.' })
  muted: Topic[];
}

@InputType({
  description:
    'Địa chỉ nhận thông báo của một trình duyệt. / Where one browser takes notifications.',
})
export class SubscribePushInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, {
    description: 'Địa chỉ trình duyệt cho. / endpoint of its PushSubscription.',
  })
  endpoint: string;
  @Field(() => String, { description: 'Khóa của trình duyệt. / Its p256dh key, base64url.' })
  p256dh: string;
  @Field(() => String, { description: 'Bí mật của trình duyệt. / Its auth secret, base64url.' })
  auth: string;
}

@InputType({ description: 'Thôi nhận thông báo. / Ends notifications of one browser.' })
export class UnsubscribePushInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Địa chỉ đã đăng ký. / The endpoint that was subscribed.' })
  endpoint: string;
}
