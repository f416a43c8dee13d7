import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { NoticeKind } from '../domain/notice-kinds.js';

@ObjectType('Notice', { description: 'Một tin báo cho người này. / One message to this person.' })
export class NoticeModel {
  @Field(() => ID, { description: 'Mã tin. / Id.' })
  id: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'Tin gửi cho bên nào mà người này đại diện; null: cho chính người này. / The party it concerns; null: the person herself.',
  })
  partyId: string | null;
  @Field(() => String, { description: 'Loại tin, ví dụ ORDER_OFFERED. / Kind of message.' })
  kind: NoticeKind;
  @Field(() => InstantScalar, { description: 'Lúc báo. / When it was sent.' })
  createdAt: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc đọc; null khi chưa. / When it was read.',
  })
  readAt: Date | null;
  @Field(() => String, {
    description: 'Trang mở ra khi bấm vào. / Page of the app that answers it.',
  })
  path: string;
}

@ObjectType('NoticesRead', { description: 'Số tin vừa đánh dấu đã đọc. / How many became read.' })
export class NoticesReadModel {
  @Field(() => Int, { description: 'Số tin. / Count.' })
  count: number;
}

@InputType({ description: 'Đánh dấu đã đọc. / Marks messages as read.' })
export class ReadNoticesInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => [UuidScalar], { description: 'Các tin. / The messages.' })
  ids: string[];
}
