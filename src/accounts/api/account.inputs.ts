import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { RoleEnum } from './account.model.js';
import type { Role } from '../../platform/access/actor.js';

@InputType({ description: 'Xin mã đăng nhập. / Asks for a sign-in code.' })
export class RequestOtpInput {
  @Field(() => String, { description: 'Số di động như người ta gõ. / Mobile number as typed.' })
  phone: string;
}

@InputType({ description: 'Nhập mã để đăng nhập. / Exchanges the code for a session.' })
export class VerifyOtpInput {
  @Field(() => String, { description: 'Số di động. / Mobile number.' })
  phone: string;
  @Field(() => String, { description: 'Mã sáu chữ số. / The six digits.' })
  code: string;
}

@InputType({ description: 'Đổi vai trò. / Chooses who to act for.' })
export class SwitchPartyInput {
  @Field(() => ID, { description: 'Bên muốn đại diện. / The party.' })
  partyId: string;
  @Field(() => RoleEnum, { description: 'Vai trò. / The role.' })
  role: Role;
  @Field(() => String, {
    nullable: true,
    description: 'Mã bốn số của hồ sơ, khi có. / The number of its profile, when it has one.',
  })
  pin?: string | null;
}

@InputType({ description: 'Khai hộ mới. / A new household.' })
export class CreateHouseholdInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Tên chủ hộ. / Name of the head of household.' })
  name: string;
  @Field(() => ID, { description: 'Xã hoặc thôn. / Commune or hamlet.' })
  unitId: string;
  @Field(() => String, { description: 'Cây chính. / Main crop.' })
  cropCode: string;
  @Field(() => Int, { nullable: true, description: 'Diện tích, m². / Area in square metres.' })
  areaM2: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Đã xem cảnh báo trùng, đúng là hộ khác. / Warned of a namesake; this is another household.',
  })
  isReallyNew: boolean | null;
}
