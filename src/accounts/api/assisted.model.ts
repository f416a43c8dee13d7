import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { AssistedKind } from '../domain/assisted.js';

const AssistedKindEnum = {
  HARVEST_REPORTED: 'HARVEST_REPORTED',
  LOT_OFFERED: 'LOT_OFFERED',
  OFFER_ACCEPTED: 'OFFER_ACCEPTED',
  OFFER_DECLINED: 'OFFER_DECLINED',
  WEIGHT_CONFIRMED: 'WEIGHT_CONFIRMED',
  MONEY_CONFIRMED: 'MONEY_CONFIRMED',
  CONTAINER_SET: 'CONTAINER_SET',
} as const;
registerEnumType(AssistedKindEnum, {
  name: 'AssistedKind',
  description: 'Việc người khác làm thay hộ. / What somebody else did in a household’s name.',
  valuesMap: {
    HARVEST_REPORTED: { description: 'Báo hàng. / Reported a harvest.' },
    LOT_OFFERED: { description: 'Đăng lô. / Offered a lot.' },
    OFFER_ACCEPTED: { description: 'Nhận lời bán. / Accepted an offer.' },
    OFFER_DECLINED: { description: 'Từ chối bán. / Declined an offer.' },
    WEIGHT_CONFIRMED: { description: 'Xác nhận phiếu cân. / Confirmed a weigh ticket.' },
    MONEY_CONFIRMED: { description: 'Xác nhận tiền. / Confirmed a payment.' },
    CONTAINER_SET: {
      description: 'Ghi một sọt, một thùng được mấy cân. / Said what one container holds.',
    },
  },
});

@ObjectType('AssistedAct', {
  description: 'Một việc làm thay. / One act done in a household’s name by somebody else.',
})
export class AssistedActModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => AssistedKindEnum, { description: 'Việc gì. / What was done.' })
  kind: AssistedKind;
  @Field(() => InstantScalar, { description: 'Lúc nào. / When.' })
  createdAt: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Hộ bỏ được đến lúc nào; null là không bỏ được. / The household may undo until.',
  })
  undoUntil: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Đã bỏ lúc nào. / When undone.' })
  undoneAt: Date | null;
}

@InputType({ description: 'Bỏ một việc làm thay. / Undoes an assisted act.' })
export class UndoAssistedActInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Việc nào. / The act.' })
  actId: string;
}
