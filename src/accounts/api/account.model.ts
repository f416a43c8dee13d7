import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROLES, type Audience } from '../../platform/access/actor.js';
import { StaffSignInEnum } from './staff.model.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'Vai trò: hộ trồng, hợp tác xã, thương lái, tài xế, chốt, văn phòng… / What a person acts as.',
  valuesMap: {
    GUEST: { description: 'Chưa đăng nhập. / Not signed in.' },
    NEWCOMER: { description: 'Đã đăng nhập, chưa thuộc bên nào. / Signed in, of no party yet.' },
    GROWER: { description: 'Hộ trồng. / A grower, for her household.' },
    COOP_CLERK: { description: 'Người của hợp tác xã. / A clerk of a cooperative.' },
    TRADER: { description: 'Thương lái. / A trader.' },
    DRIVER: { description: 'Tài xế. / A driver of a transporter.' },
    TRANSPORTER: { description: 'Chủ nhà xe. / An owner of vehicles.' },
    CHECKPOINT_OFFICER: { description: 'Cán bộ chốt. / An officer at a checkpoint.' },
    COMMUNE_OFFICER: { description: 'Cán bộ xã. / An officer of communes.' },
    OFFICE_STAFF: { description: 'Cán bộ phòng nông nghiệp. / Staff of the farming office.' },
    ADMIN: { description: 'Quản trị hệ thống. / An administrator of the platform.' },
  },
});

const AudienceEnum = { MARKET: 'MARKET', STAFF: 'STAFF' } as const;
registerEnumType(AudienceEnum, {
  name: 'Audience',
  description: 'Đăng nhập chợ hay đăng nhập cán bộ. / Which sign-in a role belongs to.',
  valuesMap: {
    MARKET: { description: 'Mã gửi về điện thoại. / A code sent to the phone.' },
    STAFF: { description: 'Mật khẩu và mã thứ hai. / A password and a second factor.' },
  },
});

export const PartyKindEnum = {
  HOUSEHOLD: 'HOUSEHOLD',
  COOPERATIVE: 'COOPERATIVE',
  TRADER: 'TRADER',
  TRANSPORTER: 'TRANSPORTER',
  OFFICE: 'OFFICE',
  CHECKPOINT: 'CHECKPOINT',
  PLATFORM: 'PLATFORM',
} as const;
registerEnumType(PartyKindEnum, {
  name: 'PartyKind',
  description: 'Loại bên: hộ, hợp tác xã, thương lái, nhà xe… / What a party is.',
  valuesMap: {
    HOUSEHOLD: { description: 'Hộ trồng. / A household that grows.' },
    COOPERATIVE: { description: 'Hợp tác xã. / A cooperative.' },
    TRADER: { description: 'Thương lái, vựa. / A trading firm.' },
    TRANSPORTER: { description: 'Nhà xe. / A transporter.' },
    OFFICE: {
      description: 'Phòng nông nghiệp, ủy ban xã. / An office of the district or a commune.',
    },
    CHECKPOINT: { description: 'Chốt kiểm soát. / A checkpoint.' },
    PLATFORM: { description: 'Đơn vị vận hành chợ. / Who runs the platform.' },
  },
});

@ObjectType('Person', { description: 'Một người đã đăng nhập. / A signed-in person.' })
export class PersonModel {
  @Field(() => ID, { description: 'Mã người. / Id.' })
  id: string;
  @Field(() => String, { description: 'Họ và tên. / Full name.' })
  name: string;
  @Field(() => String, { description: 'Số điện thoại, chỉ chính chủ thấy. / Own phone number.' })
  phone: string;
}

@ObjectType('Party', {
  description:
    'Một bên tham gia: hộ, hợp tác xã, thương lái, nhà xe, cơ quan. / Whoever trades, carries or governs.',
})
export class PartyModel {
  @Field(() => ID, { description: 'Mã bên. / Id.' })
  id: string;
  @Field(() => PartyKindEnum, { description: 'Loại. / Kind.' })
  kind: keyof typeof PartyKindEnum;
  @Field(() => String, { description: 'Tên. / Name.' })
  name: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Số liên lạc; chỉ có khi hai bên đã chốt với nhau. / Contact number; present only between parties of an accepted deal.',
  })
  phone: string | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Vĩ độ điểm lấy hàng; cùng điều kiện với số liên lạc. / Latitude of the pickup point; as the phone.',
  })
  lat: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Kinh độ điểm lấy hàng. / Longitude of the pickup point.',
  })
  lon: number | null;
}

@ObjectType('Membership', { description: 'Một vai trò của người này. / One role a person holds.' })
export class MembershipModel {
  @Field(() => PartyModel, { description: 'Bên được đại diện. / The party acted for.' })
  party: PartyModel;
  @Field(() => RoleEnum, { description: 'Vai trò. / The role.' })
  role: string;
  @Field(() => AudienceEnum, {
    description: 'Vai trò này đăng nhập bằng cách nào. / The sign-in this role needs.',
  })
  audience: Audience;
  @Field(() => Boolean, {
    description: 'Hồ sơ này có mã bốn số. / Whether its profile is behind a number.',
  })
  hasPin: boolean;
}

@ObjectType('Me', {
  description: 'Người đang đăng nhập và vai trò đang dùng. / Who is signed in, and acting as whom.',
})
export class MeModel {
  @Field(() => PersonModel, { description: 'Người. / The person.' })
  person: PersonModel;
  @Field(() => RoleEnum, { description: 'Vai trò đang dùng. / The role in use.' })
  role: string;
  @Field(() => PartyModel, {
    nullable: true,
    description: 'Bên đang đại diện. / The party acted for.',
  })
  party: PartyModel | null;
  @Field(() => StaffSignInEnum, {
    description: 'Đăng nhập cán bộ của người này. / Her sign-in as staff.',
  })
  staffSignIn: keyof typeof StaffSignInEnum;
  @Field(() => [MembershipModel], {
    description: 'Mọi vai trò có thể đổi sang. / Every role to switch to.',
  })
  memberships: MembershipModel[];
}

@ObjectType('OtpSent', {
  description:
    'Nếu số này đúng, mã sẽ đến. Trả lời như nhau cho mọi số. / The same answer for every number.',
})
export class OtpSentModel {
  @Field(() => Float, { description: 'Mã dùng được trong số phút này. / Minutes the code lives.' })
  minutes: number;
}
