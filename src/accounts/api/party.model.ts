import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { PartyKind } from '../data/account.entities.js';
import type { PartyState } from '../domain/party-life.js';
import { PartyKindEnum, PartyModel } from './account.model.js';

const CLIENT_ID = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';
const REASON = 'Lý do, bên kia sẽ đọc. / The reason; the party reads it.';

const PartyStateEnum = {
  DRAFT: 'DRAFT',
  PENDING_APPROVAL: 'PENDING_APPROVAL',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
} as const;
registerEnumType(PartyStateEnum, {
  name: 'PartyState',
  description: 'Hồ sơ đang ở bước nào. / How a party stands.',
  valuesMap: {
    DRAFT: { description: 'Chưa nộp, hoặc bị trả lại. / Not handed in, or sent back.' },
    PENDING_APPROVAL: { description: 'Chờ duyệt. / Waits for approval.' },
    ACTIVE: { description: 'Đang hoạt động. / May act.' },
    SUSPENDED: { description: 'Tạm dừng; đơn cũ vẫn làm nốt. / Suspended; open deals finish.' },
    CLOSED: { description: 'Đã đóng. / Closed.' },
  },
});

const FirmKindEnum = { TRADER: 'TRADER', TRANSPORTER: 'TRANSPORTER' } as const;
registerEnumType(FirmKindEnum, {
  name: 'FirmKind',
  description: 'Loại cơ sở phải duyệt. / Kinds of firm that need approval.',
  valuesMap: {
    TRADER: { description: 'Thương lái, vựa. / A trader.' },
    TRANSPORTER: { description: 'Nhà xe. / A transporter.' },
  },
});

@ObjectType('PartyFile', {
  description:
    'Hồ sơ một bên; chính bên đó và quản trị xem. / A party as itself and administrators see it.',
})
export class PartyFileModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => PartyKindEnum, { description: 'Loại. / Kind.' })
  kind: PartyKind;
  @Field(() => String, { description: 'Tên. / Name.' })
  name: string;
  @Field(() => PartyStateEnum, { description: 'Tình trạng. / How it stands.' })
  state: PartyState;
  @Field(() => String, { nullable: true, description: 'Lý do trả lại hoặc tạm dừng. / Why.' })
  stateReason: string | null;
  @Field(() => String, { nullable: true, description: 'Mã số thuế hoặc căn cước. / Tax code.' })
  taxCode: string | null;
  @Field(() => String, { nullable: true, description: 'Biển số xe. / Number plate.' })
  plate: string | null;
  @Field(() => ID, { nullable: true, description: 'Xã. / Commune.' })
  communeId: string | null;
  @Field(() => InstantScalar, { description: 'Khai lúc nào. / Registered at.' })
  createdAt: Date;
  @Field(() => ID, { nullable: true, description: 'Đã gộp vào hộ này. / Merged into.' })
  mergedIntoId: string | null;
}

@ObjectType('PartyMember', { description: 'Một người của một bên. / A person of a party.' })
export class PartyMemberModel {
  @Field(() => ID, { description: 'Mã người. / Id.' })
  personId: string;
  @Field(() => String, { description: 'Họ tên. / Name.' })
  name: string;
  @Field(() => String, { description: 'Số điện thoại. / Phone.' })
  phone: string;
}

@ObjectType('LikelySame', {
  description: 'Hai hộ có lẽ là một. / Two households that are probably one.',
})
export class LikelySameModel {
  @Field(() => ID, { description: 'Mã hộ khai sau. / Id of the later one.' })
  id: string;
}

@ObjectType('PartyMerge', { description: 'Một lần gộp hộ. / A merge of two households.' })
export class PartyMergeModel {
  @Field(() => ID, { description: 'Mã lần gộp. / Id.' })
  id: string;
  @Field(() => String, { description: 'Vì sao gộp. / Why.' })
  reason: string;
  @Field(() => InstantScalar, { description: 'Gộp lúc nào. / When.' })
  createdAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Tách lại lúc nào. / Undone at.' })
  undoneAt: Date | null;
  @Field(() => PartyModel, { description: 'Hộ giữ lại. / The household kept.' })
  kept?: PartyModel;
  @Field(() => PartyModel, { description: 'Hộ được gộp vào. / The household merged into it.' })
  merged?: PartyModel;
}

@InputType({ description: 'Hồ sơ thương lái, nhà xe. / Papers of a trader or transporter.' })
export class RegisterTraderInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { nullable: true, description: 'Hồ sơ nháp đang sửa. / The draft to mend.' })
  partyId: string | null;
  @Field(() => FirmKindEnum, { description: 'Loại cơ sở. / Kind of firm.' })
  kind: 'TRADER' | 'TRANSPORTER';
  @Field(() => String, { description: 'Tên cơ sở hoặc tên người. / Name.' })
  name: string;
  @Field(() => ID, { description: 'Xã đặt cơ sở. / Commune.' })
  unitId: string;
  @Field(() => String, { description: 'Mã số thuế hoặc số căn cước. / Tax code.' })
  taxCode: string;
  @Field(() => String, { nullable: true, description: 'Biển số xe chính. / Main number plate.' })
  plate: string | null;
}

@InputType({ description: 'Nộp hồ sơ của mình. / Hands in one’s own papers.' })
export class SubmitForApprovalInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
}

@InputType({ description: 'Duyệt hoặc mở lại một bên. / Approves or reinstates a party.' })
export class PartyStepInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { description: 'Bên nào. / The party.' })
  partyId: string;
}

@InputType({
  description: 'Trả lại hoặc tạm dừng, có lý do. / Rejects or suspends, with a reason.',
})
export class PartyReasonInput extends PartyStepInput {
  @Field(() => String, { description: REASON })
  reason: string;
}

@InputType({ description: 'Gộp hai hộ là một. / Merges two entries of one household.' })
export class MergePartiesInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { description: 'Hộ giữ lại. / The one to keep.' })
  keepId: string;
  @Field(() => ID, { description: 'Hộ gộp vào. / The one merged into it.' })
  mergeId: string;
  @Field(() => String, { description: 'Vì sao là một. / Why they are one.' })
  reason: string;
}

@InputType({ description: 'Tách lại. / Undoes a merge.' })
export class UnmergePartiesInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { description: 'Lần gộp nào. / The merge.' })
  mergeId: string;
}
