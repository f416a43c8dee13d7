import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Side } from '../../kernel/side.js';
import { ForceMajeureEnum, type ForceMajeure } from '../../lots/index.js';
import { SideEnum } from '../../orders/index.js';
import { ActInput } from '../../platform/graphql/act-input.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { Cause } from '../domain/causes.js';
import type { Stage } from '../domain/consequences.js';

export const CauseEnum = {
  PRICE_CHANGED: 'PRICE_CHANGED',
  SOLD_ELSEWHERE: 'SOLD_ELSEWHERE',
  NOT_RIPE: 'NOT_RIPE',
  NO_VEHICLE: 'NO_VEHICLE',
  NO_MARKET: 'NO_MARKET',
  OTHER: 'OTHER',
  ZONE_CLOSED: 'ZONE_CLOSED',
  STORM: 'STORM',
  ROAD_CUT: 'ROAD_CUT',
  NO_PICKUP: 'NO_PICKUP',
  PRICE_CUT_AT_GATE: 'PRICE_CUT_AT_GATE',
  DEPOSIT_UNPAID: 'DEPOSIT_UNPAID',
  NOT_READY: 'NOT_READY',
} as const satisfies Record<Cause, Cause>;
registerEnumType(CauseEnum, {
  name: 'EndingCause',
  description: 'Vì sao thỏa thuận dừng trước khi cân. / Why a deal ended without being weighed.',
  valuesMap: {
    PRICE_CHANGED: { description: 'Giá đã đổi. / The price has changed.' },
    SOLD_ELSEWHERE: { description: 'Hộ bán cho người khác. / Sold elsewhere.' },
    NOT_RIPE: { description: 'Chưa chín kịp. / Not ripe in time.' },
    NO_VEHICLE: { description: 'Không có xe. / No vehicle.' },
    NO_MARKET: { description: 'Không có nơi tiêu thụ. / No market for it.' },
    OTHER: { description: 'Lý do khác, có ghi. / Another reason, written down.' },
    ZONE_CLOSED: { description: 'Vùng bị phong tỏa. / The zone is closed.' },
    STORM: { description: 'Mưa bão. / A storm.' },
    ROAD_CUT: { description: 'Đường bị cắt. / The road is cut.' },
    NO_PICKUP: { description: 'Người mua không đến lấy. / The buyer did not come.' },
    PRICE_CUT_AT_GATE: { description: 'Ép giá tại vườn. / Price cut at the gate.' },
    DEPOSIT_UNPAID: { description: 'Không đặt cọc. / The deposit was not paid.' },
    NOT_READY: { description: 'Xe đến mà không có hàng. / Nothing ready when fetched.' },
  },
});

const StageEnum = {
  BEFORE_DISPATCH: 'BEFORE_DISPATCH',
  AFTER_DISPATCH: 'AFTER_DISPATCH',
  AT_GATE: 'AT_GATE',
} as const satisfies Record<Stage, Stage>;
registerEnumType(StageEnum, {
  name: 'EndingStage',
  description: 'Xe đang ở đâu lúc dừng. / How far the vehicle was.',
  valuesMap: {
    BEFORE_DISPATCH: { description: 'Xe chưa đi. / It had not left.' },
    AFTER_DISPATCH: { description: 'Xe đã đi. / It was on its way.' },
    AT_GATE: { description: 'Xe đã đến. / It stood at the gate.' },
  },
});

@ObjectType({ isAbstract: true })
abstract class ConsequencesModel {
  @Field(() => StageEnum, { description: 'Xe đang ở đâu. / How far the vehicle is.' })
  stage: Stage;
  @Field(() => VndScalar, { description: 'Tiền đền. / Damages.' })
  damagesVnd: number;
  @Field(() => VndScalar, {
    description: 'Phần đền lấy từ cọc hộ đang giữ. / Of them, kept of the deposit.',
  })
  fromDepositVnd: number;
  @Field(() => VndScalar, { description: 'Cọc phải trả lại người mua. / Deposit that goes back.' })
  depositReturnedVnd: number;
  @Field(() => VndScalar, { description: 'Còn phải trả thêm. / Still to be paid.' })
  toPayVnd: number;
  @Field(() => SideEnum, {
    nullable: true,
    description: 'Ai trả; null là không ai. / Who pays it; null is nobody.',
  })
  payer: Side | null;
}

@ObjectType('CancellationPreview', {
  description: 'Nếu bỏ hẹn lúc này thì sao; chưa ghi gì. / What giving up now would bring about.',
})
export class CancellationPreviewModel extends ConsequencesModel {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => VndScalar, { description: 'Tiền hàng của thỏa thuận. / Its goods.' })
  goodsVnd: number;
  @Field(() => String, {
    nullable: true,
    description: 'Chuyến xe bị bỏ điểm. / The run concerned.',
  })
  runNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Biển số xe. / Its plate.' })
  plate: string | null;
  @Field(() => Boolean, {
    description: 'Bất khả kháng, văn phòng xét trước khi đền. / The office judges first.',
  })
  isForceMajeure: boolean;
}

@ObjectType('DealEnding', {
  description:
    'Thỏa thuận dừng trước khi cân: ai, vì sao, hậu quả. / How a deal ended without being weighed.',
})
export class EndingModel extends ConsequencesModel {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => CauseEnum, { description: 'Vì sao. / Why.' })
  cause: Cause;
  @Field(() => SideEnum, { description: 'Bên bỏ hẹn. / The side at fault.' })
  atFault: Side;
  @Field(() => SideEnum, {
    nullable: true,
    description: 'Ai báo; null là hết giờ. / Who said so; null is the clock.',
  })
  saidBy: Side | null;
  @Field(() => String, { nullable: true, description: 'Lời người báo. / What was said.' })
  note: string | null;
  @Field(() => InstantScalar, { description: 'Lúc dừng. / When.' })
  endedAt: Date;
  @Field(() => InstantScalar, {
    description: 'Bên kia trả lời được đến lúc này. / The side at fault may reply until.',
  })
  replyUntil: Date;
  @Field(() => String, { nullable: true, description: 'Lời trả lời. / The reply.' })
  reply: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc trả lời. / Replied at.' })
  repliedAt: Date | null;
  @Field(() => ForceMajeureEnum, { nullable: true, description: 'Bất khả kháng. / Force majeure.' })
  forceMajeure: ForceMajeure | null;
  @Field(() => String, { nullable: true, description: 'Lời văn phòng. / What the office says.' })
  decisionNote: string | null;
}
export const EndingConnection = connectionOf('DealEndingConnection', EndingModel);

@ObjectType('ReliabilityRecord', {
  description: 'Một năm qua giữ hẹn thế nào, đếm từ việc thật. / How deals were kept in a year.',
})
export class ReliabilityModel {
  @Field(() => ID, { description: 'Bên. / The party.' })
  partyId: string;
  @Field(() => Int, { description: 'Số thỏa thuận. / Deals made.' })
  deals: number;
  @Field(() => Int, { description: 'Đã cân. / Kept: weighed.' })
  kept: number;
  @Field(() => Int, { description: 'Bỏ hẹn do mình. / Broken through its own fault.' })
  broken: number;
  @Field(() => Int, { description: 'Bất khả kháng được xác nhận. / Excused.' })
  excused: number;
  @Field(() => Int, { description: 'Văn phòng đang xét. / Being judged by the office.' })
  underReview: number;
}

@InputType({ description: 'Bỏ hẹn một thỏa thuận chưa cân. / Gives a deal up.' })
export class CancelDealInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => CauseEnum, { description: 'Vì sao. / Why.' })
  cause: Cause;
  @Field(() => String, { nullable: true, defaultValue: null, description: 'Nói rõ. / More of it.' })
  note: string | null;
  @Field(() => VndScalar, {
    description: 'Tiền đền đã thấy; khác đi thì không bỏ. / Damages seen; others refuse.',
  })
  damagesVnd: number;
  @Field(() => VndScalar, { description: 'Tiền trả thêm đã thấy. / Sum to pay seen.' })
  toPayVnd: number;
}

@InputType({ description: 'Báo bên kia bỏ hẹn. / Says that the other side broke a deal.' })
export class ReportBreachInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => CauseEnum, { description: 'Bên kia đã làm gì. / What it did.' })
  cause: Cause;
  @Field(() => String, { description: 'Chuyện xảy ra thế nào. / What happened.' })
  note: string;
}

@InputType({ description: 'Trả lời khi bị báo bỏ hẹn. / Replies to being said at fault.' })
export class ReplyToBreachInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => String, { description: 'Lời trả lời, không sửa được. / The reply; it stays.' })
  text: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Xin xét bất khả kháng. / Asks the office to see force majeure.',
  })
  isForceMajeure?: boolean | null;
}

@InputType({ description: 'Văn phòng xét bất khả kháng. / The office judges force majeure.' })
export class DecideForceMajeureInput extends ActInput {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => Boolean, { description: 'Có công nhận không. / Whether it is.' })
  isConfirmed: boolean;
  @Field(() => String, { description: 'Vì sao. / Why.' })
  note: string;
}
