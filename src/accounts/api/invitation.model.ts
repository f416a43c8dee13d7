import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { InvitationState } from '../domain/invitation.js';

export const InvitationStateEnum = {
  WAITING: 'WAITING',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  LAPSED: 'LAPSED',
} as const satisfies Record<InvitationState, InvitationState>;
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'Lời mời đến đâu. / How an invitation stands.',
  valuesMap: {
    WAITING: { description: 'Chờ hộ trả lời. / Waits for an answer.' },
    ACCEPTED: { description: 'Hộ đã vào hợp tác xã. / The household joined.' },
    DECLINED: { description: 'Hộ không vào. / The household said no.' },
    LAPSED: { description: 'Quá 30 ngày không ai trả lời. / Unanswered for thirty days.' },
  },
});

@ObjectType('Invitation', {
  description: 'Lời hợp tác xã mời một hộ. / A cooperative asks a household to join.',
})
export class InvitationModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => String, { description: 'Số được mời. / The number invited, E.164.' })
  phone: string;
  @Field(() => InstantScalar, { description: 'Mời lúc. / Since when.' })
  createdAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Trả lời lúc. / Answered when.' })
  answeredAt: Date | null;
}

@InputType({ description: 'Mời một hộ. / Invites a household.' })
export class InviteMemberInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Số di động như người ta gõ. / Mobile number as typed.' })
  phone: string;
}

@InputType({ description: 'Trả lời lời mời. / Answers an invitation.' })
export class AnswerInvitationInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Lời mời nào. / Which invitation.' })
  invitationId: string;
  @Field(() => Boolean, { description: 'Vào hay không. / Whether to join.' })
  accept: boolean;
}
