import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { Day } from '../../kernel/day.js';
import type { Side } from '../../kernel/side.js';
import { SideEnum } from '../../orders/index.js';
import type { PricePlace } from '../domain/terms.js';
import type { ThreadState } from '../domain/thread.js';

export const PricePlaceEnum = {
  GARDEN: 'GARDEN',
  SCALE: 'SCALE',
} as const satisfies Record<PricePlace, PricePlace>;
registerEnumType(PricePlaceEnum, {
  name: 'PricePlace',
  description: 'Giá tính ở đâu. / Where the price holds.',
  valuesMap: {
    GARDEN: { description: 'Tại vườn. / At the garden.' },
    SCALE: { description: 'Tại điểm cân hay kho. / At the scale or store.' },
  },
});

const NegotiationStateEnum = {
  OPEN: 'OPEN',
  COUNTERED: 'COUNTERED',
  ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
} as const satisfies Record<ThreadState, ThreadState>;
registerEnumType(NegotiationStateEnum, {
  name: 'NegotiationState',
  description: 'Cuộc mặc cả đang ở đâu. / Where a negotiation stands.',
  valuesMap: {
    OPEN: { description: 'Mới có một đề nghị, chờ trả lời. / One offer, waiting.' },
    COUNTERED: { description: 'Đã trả giá lại, chờ trả lời. / Countered, waiting.' },
    ACCEPTED: { description: 'Đã chốt thành thỏa thuận. / Became a deal.' },
    REJECTED: { description: 'Bên kia không nhận. / Rejected.' },
    WITHDRAWN: { description: 'Bên đưa ra đã rút. / Taken back.' },
    EXPIRED: { description: 'Quá giờ, coi như không. / Ran out; silence is a no.' },
  },
});

@ObjectType('NegotiatedLine', {
  description: 'Một loại hàng trong đề nghị. / One grade of an offer.',
})
export class NegotiatedLineModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
  @Field(() => Boolean, {
    description: 'Giá do người đặt tay, đổi số kg vẫn giữ. / A price somebody named.',
  })
  isManual: boolean;
}

@ObjectType('PriceTier', { description: 'Giá theo mức tổng. / A price tier.' })
export class PriceTierModel {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Từ tổng khối lượng. / From this total weight.' })
  fromGrams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
}

@ObjectType('PriceBand', { description: 'Điều khoản biên độ giá. / The price-band clause.' })
export class PriceBandModel {
  @Field(() => Int, { description: 'Giá chợ lệch quá mức này, phần vạn. / Band, basis points.' })
  moveBp: number;
  @Field(() => Int, { description: 'Bên mua chịu, phần vạn. / The buyer’s share, basis points.' })
  buyerShareBp: number;
}

@ObjectType('NegotiationOffer', {
  description: 'Một đề nghị; đã gửi thì không đổi. / One offer; it never changes.',
})
export class MadeOfferModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => Int, { description: 'Số thứ tự, từ 1. / Its number, from 1.' })
  seq: number;
  @Field(() => SideEnum, { description: 'Bên đưa ra. / Who made it.' })
  side: Side;
  @Field(() => [PriceTierModel], { description: 'Giá theo mức. / Price tiers.' })
  tiers: PriceTierModel[];
  @Field(() => PricePlaceEnum, { description: 'Giá tính ở đâu. / Where the price holds.' })
  pricePlace: PricePlace;
  @Field(() => Int, { description: 'Dung sai, phần vạn. / Tolerance, basis points.' })
  toleranceBp: number;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => VndScalar, { description: 'Tiền cọc. / Deposit.' })
  depositVnd: number;
  @Field(() => Int, { description: 'Trả tiền sau số ngày. / Days to payment.' })
  paymentDays: number;
  @Field(() => SideEnum, { description: 'Ai chịu công bốc. / Who pays loading.' })
  loadingBy: Side;
  @Field(() => SideEnum, { description: 'Ai chịu cước xe. / Who pays transport.' })
  transportBy: Side;
  @Field(() => SideEnum, { description: 'Ai lo sọt, thùng. / Who brings crates.' })
  cratesBy: Side;
  @Field(() => PriceBandModel, { nullable: true, description: 'Biên độ giá. / Price band.' })
  band: PriceBandModel | null;
  @Field(() => InstantScalar, { description: 'Trả lời trước lúc này. / Answer before this.' })
  expiresAt: Date;
  @Field(() => InstantScalar, { description: 'Lúc đưa ra. / Made at.' })
  createdAt: Date;
}

@ObjectType('NegotiationWords', { description: 'Một lời nhắn. / Something said.' })
export class SaidWordsModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => SideEnum, { description: 'Bên nói. / Who said it.' })
  side: Side;
  @Field(() => String, {
    description:
      'Lời nhắn; trước khi chốt thì che số điện thoại. / The words; numbers are hidden before a deal.',
  })
  text: string;
  @Field(() => InstantScalar, { description: 'Lúc nhắn. / Said at.' })
  createdAt: Date;
}

@ObjectType('NegotiationPrice', {
  description: 'Giá chợ của một loại, sau trừ hao. / What the grade brought at market.',
})
export class NegotiationPriceModel {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => DayScalar, { description: 'Phiên chợ. / Market day.' })
  day: Day;
  @Field(() => VndScalar, { nullable: true, description: 'Thấp nhất. / Low.' })
  lowVnd: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Phần nhiều từ. / Mostly from.' })
  mostlyLowVnd: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Phần nhiều đến. / Mostly to.' })
  mostlyHighVnd: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Cao nhất. / High.' })
  highVnd: number | null;
}

@ObjectType('BuyerRecord', {
  description: 'Người mua này xưa nay thế nào, theo phiếu cân. / What his tickets say of a buyer.',
})
export class BuyerRecordModel {
  @Field(() => Int, {
    description: 'Số phiếu cân đã xác nhận trong 90 ngày. / Tickets in 90 days.',
  })
  tickets: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Trừ hao bình quân, phần vạn; null khi chưa có phiếu. / Average deduction.',
  })
  deductionBp: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Bình quân bao nhiêu ngày thì trả tiền. / Average days to payment.',
  })
  daysToPay: number | null;
}

@ObjectType('Negotiation', {
  description:
    'Cuộc mặc cả giữa một người mua và một hộ về một lô. / One buyer and one household about one lot.',
})
export class NegotiationModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => Boolean, { description: 'Ghi lại thỏa thuận qua điện thoại. / A phone deal.' })
  isPhoneDeal: boolean;
  @Field(() => Int, { description: 'Đề nghị đang chờ trả lời. / The live offer’s number.' })
  liveSeq: number;
  @Field(() => ID, { nullable: true, description: 'Thỏa thuận, khi đã chốt. / Deal id.' })
  dealId: string | null;
  @Field(() => InstantScalar, { description: 'Hết hạn lúc. / Runs out at.' })
  expiresAt: Date;
  @Field(() => InstantScalar, { description: 'Bắt đầu lúc. / Begun at.' })
  createdAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Kết thúc lúc. / Ended at.' })
  closedAt: Date | null;
  @Field(() => NegotiationStateEnum, { description: 'Đang ở đâu. / State.' })
  state: ThreadState;
}

@ObjectType('Negotiations', {
  description: 'Các cuộc mặc cả vừa mở cùng lúc. / What was opened at once.',
})
export class NegotiationsModel {
  @Field(() => [NegotiationModel], { description: 'Mỗi hộ một cuộc. / One a household.' })
  opened: NegotiationModel[];
}

@ObjectType('PriceBandResult', {
  description: 'Biên độ giá tính ra trên phiếu cân. / What the price-band clause comes to.',
})
export class PriceBandResultModel {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => VndScalar, { description: 'Giá chợ lúc chốt. / Reference at the deal.' })
  referenceThenVnd: number;
  @Field(() => VndScalar, { description: 'Giá chợ lúc cân. / Reference at the scale.' })
  referenceNowVnd: number;
  @Field(() => Int, { description: 'Lệch bao nhiêu, phần vạn, có dấu. / Moved, signed.' })
  movedBp: number;
  @Field(() => Boolean, { description: 'Có vượt biên độ không. / Whether it left the band.' })
  isOutside: boolean;
  @Field(() => Int, {
    description:
      'Đồng thêm hay bớt cho mỗi kg, có dấu; 0 khi trong biên độ. / More or less a kilogram.',
  })
  adjustmentVndPerKg: number;
}

export const NegotiationConnection = connectionOf('NegotiationConnection', NegotiationModel);
