import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ActInput } from '../../platform/graphql/act-input.js';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { ConsequenceKind } from '../domain/consequence-texts.js';
import type { Consent, Power } from '../domain/grants.js';

const PowerEnum = {
  SELL_FOR: 'SELL_FOR',
  SEE_LOTS: 'SEE_LOTS',
  RECEIVE_PAYMENT: 'RECEIVE_PAYMENT',
} as const;
registerEnumType(PowerEnum, {
  name: 'Power',
  description: 'Việc nhờ người khác làm thay. / What another party may do for a household.',
  valuesMap: {
    SELL_FOR: {
      description:
        'Bán thay: báo hàng, đăng lô, trả lời đơn, đứng cân. / Reports, offers lots, answers offers, stands at the scale.',
    },
    SEE_LOTS: { description: 'Chỉ xem hàng và đơn. / Sees lots, offers and deals, no more.' },
    RECEIVE_PAYMENT: {
      description: 'Xác nhận tiền thay. / Says that money came, or did not.',
    },
  },
});

const ConsentEnum = {
  OWN_PHONE: 'OWN_PHONE',
  SPOKEN_CODE: 'SPOKEN_CODE',
  SIGNED_PAPER: 'SIGNED_PAPER',
  MEMBERSHIP: 'MEMBERSHIP',
} as const;
registerEnumType(ConsentEnum, {
  name: 'Consent',
  description: 'Lời đồng ý của hộ dựa vào đâu. / On what the household’s word rests.',
  valuesMap: {
    OWN_PHONE: { description: 'Bấm trên máy của hộ. / Given on the household’s own phone.' },
    SPOKEN_CODE: {
      description: 'Hộ đọc mã trong tin nhắn. / The household read out the code it was sent.',
    },
    SIGNED_PAPER: { description: 'Giấy có chữ ký. / A signed paper.' },
    MEMBERSHIP: {
      description: 'Thành viên từ trước khi có ủy quyền. / A member from before grants were kept.',
    },
  },
});

const ConsequenceKindEnum = {
  OFFERS_WITHDRAWN: 'OFFERS_WITHDRAWN',
  LOTS_KEPT: 'LOTS_KEPT',
  DEALS_KEPT: 'DEALS_KEPT',
  PAYMENTS_KEPT: 'PAYMENTS_KEPT',
} as const;
registerEnumType(ConsequenceKindEnum, {
  name: 'ConsequenceKind',
  description: 'Thu hồi thì việc đang dở ra sao. / What revoking does to things under way.',
  valuesMap: {
    OFFERS_WITHDRAWN: {
      description: 'Lời hỏi mua chưa trả lời bị gỡ. / Unanswered offers are withdrawn.',
    },
    LOTS_KEPT: { description: 'Lô vẫn bán. / Lots stay on the market.' },
    DEALS_KEPT: { description: 'Đơn đã chốt giữ nguyên. / Settled deals stay.' },
    PAYMENTS_KEPT: { description: 'Khoản tiền giữ nguyên. / Payments stay.' },
  },
});

@ObjectType('Consequence', {
  description: 'Một hệ quả khi thu hồi. / One consequence of revoking a grant.',
})
export class ConsequenceModel {
  @Field(() => ConsequenceKindEnum, { description: 'Loại hệ quả. / Its kind.' })
  kind: ConsequenceKind;
  @Field(() => Int, { description: 'Bao nhiêu thứ. / How many things.' })
  count: number;
}

@ObjectType('GrantPaper', {
  description: 'Ảnh giấy hộ đã ký. / The photograph of a paper that was signed.',
})
export class GrantPaperModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => Boolean, {
    description: 'Danh sách nhiều hộ cùng ký. / A list that several households signed.',
  })
  isList: boolean;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'Ảnh đã xóa lúc nào, vì có người trên giấy xin xóa tên. / When the picture was erased, because somebody on it was forgotten.',
  })
  erasedAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Đường dẫn ảnh; chỉ cho hộ của giấy riêng và bên đã chụp. / Path of the picture: for the household of a paper of its own, and who photographed it.',
  })
  url: string | null;
}

@ObjectType('GrantAsked', {
  description: 'Đã gửi mã xin phép tới số của hộ. / The household was sent a code to read out.',
})
export class GrantAskedModel {
  @Field(() => ID, { description: 'Hộ được hỏi. / The household.' })
  householdId: string;
  @Field(() => InstantScalar, { description: 'Mã dùng đến lúc. / Until when the code is good.' })
  expiresAt: Date;
}

@ObjectType('Grant', {
  description: 'Một việc hộ nhờ bên khác làm thay. / One thing a household lets another party do.',
})
export class GrantModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => PowerEnum, { description: 'Được làm gì. / What may be done.' })
  power: Power;
  @Field(() => ConsentEnum, { description: 'Dựa vào đâu. / What it rests on.' })
  consent: Consent;
  @Field(() => InstantScalar, { description: 'Từ lúc nào. / Since when.' })
  grantedAt: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Thu hồi lúc nào. / When it was revoked.',
  })
  revokedAt: Date | null;
}

@ObjectType('GrantRevoked', {
  description: 'Đã thu hồi, và những gì đã đổi theo. / Revoked, with what happened.',
})
export class GrantRevokedModel {
  @Field(() => ID, { description: 'Mã việc nhờ. / Id of the grant.' })
  grantId: string;
  @Field(() => [ConsequenceModel], { description: 'Những gì đã xảy ra. / What happened.' })
  consequences: readonly ConsequenceModel[];
}

@InputType({
  description:
    'Xin phép hộ bằng mã gửi tới số của hộ. / Asks a household by a code to its numbers.',
})
export class AskForGrantInput extends ActInput {
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
  @Field(() => PowerEnum, { description: 'Việc xin làm thay. / The power asked for.' })
  power: Power;
}

@InputType({
  description:
    'Ghi lời đồng ý của hộ: mã hộ đọc, hoặc ảnh giấy hộ ký. / Puts consent on record: the code read out, or the paper signed.',
})
export class RecordGrantInput extends ActInput {
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
  @Field(() => PowerEnum, { description: 'Việc hộ cho làm thay. / What may be done.' })
  power: Power;
  @Field(() => String, { nullable: true, description: 'Mã hộ đọc. / The code read out.' })
  code?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Hoặc ảnh giấy có chữ ký. / Or the photo of the signed paper.',
  })
  paperId?: string | null;
}

@InputType({ description: 'Nhờ làm thay một việc. / Lets another party do one thing.' })
export class GrantPartyInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, {
    nullable: true,
    description: 'Hợp tác xã hoặc xã được nhờ. / The cooperative, or the commune’s office.',
  })
  granteeId: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Hoặc số điện thoại của hàng xóm. / Or the phone of a neighbour.',
  })
  granteePhone: string | null;
  @Field(() => PowerEnum, { description: 'Việc nhờ. / The power.' })
  power: Power;
}

@InputType({ description: 'Thu hồi một việc nhờ. / Revokes a grant.' })
export class RevokeGrantInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Việc nhờ nào. / The grant.' })
  grantId: string;
}
