import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { DeductionInput, SideEnum } from '../../orders/index.js';
import {
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { Side } from '../../kernel/side.js';
import type { PricePlace } from '../domain/terms.js';
import { PricePlaceEnum } from './negotiation.model.js';

@InputType({ description: 'Một loại hàng trong đề nghị. / One grade of an offer.' })
export class OfferedLineInput {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    defaultValue: null,
    description:
      'Giá một kg; bỏ trống thì giữ giá đã đặt tay, chưa có thì theo giá của lô. / Price a kilogram; null keeps a price named before, else the asking price.',
  })
  vndPerKg: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: null,
    description: 'Bỏ giá đặt tay, về giá của lô. / Back to the asking price.',
  })
  resetPrice: boolean | null;
}

@InputType({ description: 'Các loại hàng hỏi mua của một lô. / What is wanted of one lot.' })
export class OfferedLotInput {
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => [OfferedLineInput], { description: 'Các loại. / Grades.' })
  lines: OfferedLineInput[];
}

@InputType({
  description:
    'Giá theo mức: từ tổng số kg này của loại hàng thì theo giá này. / From this total of the grade, this price.',
})
class PriceTierInput {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Từ tổng khối lượng. / From this total weight.' })
  fromGrams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
}

@InputType({
  description: 'Điều khoản biên độ giá. / The price-band clause.',
})
class PriceBandInput {
  @Field(() => Int, {
    description: 'Giá chợ lệch quá mức này, phần vạn. / How far the market may move, basis points.',
  })
  moveBp: number;
  @Field(() => Int, {
    description: 'Phần chênh lệch bên mua chịu, phần vạn. / The buyer’s share, basis points.',
  })
  buyerShareBp: number;
}

@InputType({ isAbstract: true })
abstract class TermsInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => [PriceTierInput], {
    nullable: true,
    defaultValue: null,
    description:
      'Giá theo mức tổng của các lô cùng hỏi. / Price tiers over all lots offered at once.',
  })
  tiers: PriceTierInput[] | null;
  @Field(() => PricePlaceEnum, { description: 'Giá tại vườn hay tại điểm cân. / Where it holds.' })
  pricePlace: PricePlace;
  @Field(() => Int, { description: 'Dung sai khối lượng, phần vạn. / Tolerance, basis points.' })
  toleranceBp: number;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => DeductionInput, { description: 'Trừ hao tối đa. / The most taken off.' })
  deduction: DeductionInput;
  @Field(() => VndScalar, { description: 'Tiền cọc. / Deposit.' })
  depositVnd: number;
  @Field(() => Int, { description: 'Trả tiền sau số ngày kể từ phiếu cân. / Days to payment.' })
  paymentDays: number;
  @Field(() => SideEnum, { description: 'Ai chịu công bốc. / Who pays loading.' })
  loadingBy: Side;
  @Field(() => SideEnum, { description: 'Ai chịu cước xe. / Who pays transport.' })
  transportBy: Side;
  @Field(() => SideEnum, { description: 'Ai lo sọt, thùng. / Who brings crates.' })
  cratesBy: Side;
  @Field(() => PriceBandInput, {
    nullable: true,
    defaultValue: null,
    description: 'Biên độ giá, nếu có. / Price-band clause, if any.',
  })
  band: PriceBandInput | null;
  @Field(() => Int, { description: 'Phút chờ trả lời. / Minutes to answer.' })
  answerMinutes: number;
}

@InputType({
  description: 'Đề nghị mua gửi một hay nhiều hộ. / An offer to one or more households.',
})
export class MakeOfferInput extends TermsInput {
  @Field(() => [OfferedLotInput], { description: 'Các lô. / Lots.' })
  lots: OfferedLotInput[];
  @Field(() => Boolean, {
    description: 'Đã thỏa thuận qua điện thoại. / Agreed by telephone; the other side confirms.',
  })
  isPhoneDeal: boolean;
  @Field(() => String, {
    nullable: true,
    defaultValue: null,
    description:
      'Số của thương lái, khi hộ ghi lại thỏa thuận qua điện thoại. / The trader’s number, when a household writes it down.',
  })
  buyerPhone: string | null;
}

@InputType({ description: 'Trả lời bằng đề nghị khác. / Answers with other terms.' })
export class CounterOfferInput extends TermsInput {
  @Field(() => ID, { description: 'Mã cuộc mặc cả. / Negotiation id.' })
  negotiationId: string;
  @Field(() => Int, { description: 'Số thứ tự đề nghị đang trả lời. / The offer being answered.' })
  seq: number;
  @Field(() => [OfferedLineInput], { description: 'Các loại. / Grades.' })
  lines: OfferedLineInput[];
}

@InputType({ description: 'Nhận, từ chối hay rút một đề nghị. / Accepts, rejects or withdraws.' })
export class AnswerNegotiationInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Mã cuộc mặc cả. / Negotiation id.' })
  negotiationId: string;
  @Field(() => Int, {
    description:
      'Số thứ tự đề nghị đang xem; đã có đề nghị mới thì không nhận. / The offer on the screen.',
  })
  seq: number;
}

@InputType({ description: 'Nhắn một câu trong cuộc mặc cả. / Says something.' })
export class SayInNegotiationInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Mã cuộc mặc cả. / Negotiation id.' })
  negotiationId: string;
  @Field(() => String, { description: 'Lời nhắn. / The words.' })
  text: string;
}
