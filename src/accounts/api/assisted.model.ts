import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { AssistedKind } from '../domain/assisted.js';

/** GraphQL's words for the kinds; a kind left out does not compile. */
const KINDS: Readonly<Record<AssistedKind, { description: string }>> = {
  HARVEST_REPORTED: { description: 'Báo hàng. / Reported a harvest.' },
  CONTAINER_SET: {
    description: 'Ghi một sọt, một thùng được mấy cân. / Said what one container holds.',
  },
  PLAN_SAVED: { description: 'Ghi kế hoạch vụ. / Noted a season plan.' },
  FIELD_EVENT_REPORTED: {
    description: 'Báo thời tiết, sâu bệnh. / Reported an event of the field.',
  },
  LOT_OFFERED: { description: 'Đăng lô. / Offered a lot.' },
  LOT_CHANGED: { description: 'Sửa lô. / Changed a lot.' },
  LOT_PUBLISHED: { description: 'Đưa lô lên bán. / Put a lot on sale.' },
  LOT_PAUSED: { description: 'Tạm dừng bán lô. / Paused a lot.' },
  LOT_RESTRICTED: { description: 'Chọn người được xem lô trước. / Chose who sees a lot first.' },
  LOT_WITHDRAWN: { description: 'Rút lô. / Withdrew a lot.' },
  LOTS_MERGED: { description: 'Gộp hai lô. / Joined two lots.' },
  SELLING_PAUSED: { description: 'Báo nghỉ bán. / Paused selling.' },
  SELLING_RESUMED: { description: 'Báo bán trở lại. / Resumed selling.' },
  CLAIM_DECLARED: { description: 'Khai giấy chứng nhận. / Declared a certificate.' },
  CLAIM_WITHDRAWN: { description: 'Rút giấy chứng nhận. / Withdrew a certificate.' },
  OFFER_ACCEPTED: { description: 'Nhận lời bán. / Accepted an offer.' },
  OFFER_DECLINED: { description: 'Từ chối bán. / Declined an offer.' },
  BACKUP_ACCEPTED: { description: 'Nhận dự phòng. / Agreed to stand by.' },
  BACKUP_DECLINED: { description: 'Từ chối dự phòng. / Declined to stand by.' },
  PRICE_OFFERED: { description: 'Chào giá. / Offered a price.' },
  PRICE_COUNTERED: { description: 'Trả giá lại. / Answered with another price.' },
  PRICE_ACCEPTED: { description: 'Chốt giá. / Settled a price.' },
  PRICE_REJECTED: { description: 'Không bán theo giá chào. / Refused a price.' },
  PRICE_WITHDRAWN: { description: 'Rút lời chào giá. / Took back a price.' },
  CHANGE_PROPOSED: { description: 'Xin đổi đơn. / Asked to change a deal.' },
  CHANGE_AGREED: { description: 'Đồng ý đổi đơn. / Agreed to a change.' },
  CHANGE_REFUSED: { description: 'Không đồng ý đổi đơn. / Refused a change.' },
  CHANGE_WITHDRAWN: { description: 'Thôi xin đổi đơn. / No longer asks for a change.' },
  DEAL_CANCELLED: { description: 'Hủy thỏa thuận. / Cancelled a deal.' },
  BREACH_REPORTED: { description: 'Báo bên mua sai hẹn. / Reported a broken promise.' },
  BREACH_ANSWERED: { description: 'Trả lời việc sai hẹn. / Answered about a broken promise.' },
  BOX_SALE_OPENED: { description: 'Mở đợt bán thùng. / Opened a sale of boxes.' },
  BOX_SALE_CLOSED: { description: 'Đóng đợt bán thùng. / Closed a sale of boxes.' },
  WEIGHT_CONFIRMED: { description: 'Xác nhận phiếu cân. / Confirmed a weigh ticket.' },
  DEPOSIT_CONFIRMED: { description: 'Xác nhận đã nhận cọc. / Confirmed a deposit.' },
  MONEY_CONFIRMED: { description: 'Xác nhận tiền. / Confirmed a payment.' },
  PAYMENT_CONTESTED: { description: 'Báo chưa nhận được tiền. / Said that money did not come.' },
};
const AssistedKindEnum = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, kind]));
registerEnumType(AssistedKindEnum, {
  name: 'AssistedKind',
  description: 'Việc người khác làm thay hộ. / What somebody else did in a household’s name.',
  valuesMap: KINDS,
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
