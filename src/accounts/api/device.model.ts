import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';

@ObjectType('Device', {
  description: 'Một máy đang đăng nhập bằng người này. / One device signed in as this person.',
})
export class DeviceModel {
  @Field(() => ID, { description: 'Mã lần đăng nhập. / Id of the sign-in.' })
  id: string;
  @Field(() => String, {
    nullable: true,
    description: 'Tên đoán được, ví dụ Chrome · Android. / What it calls itself, when known.',
  })
  name: string | null;
  @Field(() => InstantScalar, { description: 'Đăng nhập từ lúc. / Signed in since.' })
  signedInAt: Date;
  @Field(() => InstantScalar, { description: 'Dùng lần cuối. / Last used, to the hour.' })
  lastSeenAt: Date;
  @Field(() => Boolean, { description: 'Có phải máy đang cầm. / Whether it is the one in hand.' })
  isThis: boolean;
}

@ObjectType('DevicesSignedOut', { description: 'Đã đăng xuất. / Signed out.' })
export class DevicesSignedOutModel {
  @Field(() => Int, { description: 'Bao nhiêu máy. / How many devices.' })
  count: number;
}

@InputType({ description: 'Đăng xuất một máy khác. / Signs one device out.' })
export class SignOutDeviceInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Máy nào. / The device.' })
  deviceId: string;
}

@InputType({ description: 'Đăng xuất mọi máy khác. / Signs every other device out.' })
export class SignOutOtherDevicesInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
}
