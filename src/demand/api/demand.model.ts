import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CropModel, GradeModel, VarietyModel } from '../../catalog/index.js';
import type { Day } from '../../kernel/day.js';
import { PlaceModel } from '../../places/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';
const ORDER = 'Đơn. / The order.';

@ObjectType('DemandLine', { description: 'Một loại cần mua. / One grade that is wanted.' })
export class DemandLineModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Cần. / Wanted.' })
  wantedGrams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá cao nhất một kg; thương lái khác không thấy. / Most per kilogram; hidden from other traders.',
  })
  maxVndPerKg: number | null;
}

@ObjectType('DemandSaid', {
  description: 'Số kg các hộ nói có, một ngày một loại. / What was said for one day and grade.',
})
export class DemandSaidModel {
  @Field(() => DayScalar, { description: 'Ngày. / Day.' })
  day: Day;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  households: number;
}

@ObjectType('Demand', {
  description:
    'Nhu cầu mua trên bảng, để hộ trả lời. / A need on the board, for growers to answer.',
})
export class DemandModel {
  @Field(() => ID, { description: 'Mã đơn. / Id of the order.' })
  id: string;
  @Field(() => String, { description: 'Số đơn. / Order number.' })
  number: string;
  @Field(() => String, {
    nullable: true,
    description: 'Tên người mua; thương lái khác không thấy. / Buyer; hidden from other traders.',
  })
  buyerName: string | null;
  @Field(() => Boolean, { description: 'Của bên mình. / The own party’s.' })
  isMine: boolean;
  @Field(() => CropModel, { description: 'Cây. / Crop.' })
  crop: CropModel;
  @Field(() => VarietyModel, { nullable: true, description: 'Giống. / Variety.' })
  variety: VarietyModel | null;
  @Field(() => PlaceModel, { nullable: true, description: 'Nơi giao. / Where it goes.' })
  destination: PlaceModel | null;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => [DayScalar], { description: 'Các ngày cần hàng. / The days it spans.' })
  days: Day[];
  @Field(() => [DemandLineModel], { description: 'Các loại. / Grades.' })
  lines: DemandLineModel[];
  @Field(() => String, { description: 'Lời của người mua. / What the buyer says.' })
  note: string;
  @Field(() => GramsScalar, {
    description: 'Còn thiếu, chưa hỏi hộ nào. / Not yet asked of any household.',
  })
  missingGrams: number;
  @Field(() => GramsScalar, { description: 'Các hộ nói có. / Said in all.' })
  saidGrams: number;
  @Field(() => Int, { description: 'Số hộ đã nói. / Households that said something.' })
  households: number;

  // Not shown: what the fields that need a look-up ask by.
  buyerId: string;
}

export const DemandConnection = connectionOf('DemandConnection', DemandModel);

@InputType({
  description: 'Đưa nhu cầu của đơn lên bảng. / Puts the need of an order on the board.',
})
export class PublishDemandInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: ORDER })
  orderId: string;
  @Field(() => String, { nullable: true, description: 'Lời nhắn. / A word about it.' })
  note?: string | null;
}

@InputType({ description: 'Gỡ nhu cầu khỏi bảng. / Takes a need off the board.' })
export class EndDemandInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: ORDER })
  orderId: string;
}

@InputType({ description: '«Tôi có … kg» cho một ngày. / "I have … kg" for one day.' })
export class DayAnswerInput {
  @Field(() => DayScalar, { description: 'Ngày. / Day.' })
  day: Day;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng; 0 là rút lại. / Weight; 0 takes it back.' })
  grams: number;
}

@InputType({ description: 'Trả lời một nhu cầu. / Answers a need.' })
export class AnswerDemandInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: ORDER })
  orderId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ được trả lời giúp. / The household answered for; own by default.',
  })
  householdId?: string | null;
  @Field(() => [DayAnswerInput], { description: 'Mỗi ngày một số. / One number a day.' })
  answers: DayAnswerInput[];
}

export const PublishDemandResult = orRefused('PublishDemandResult', DemandModel, 'Đã lên bảng.');
export const AnswerDemandResult = orRefused('AnswerDemandResult', DemandModel, 'Đã trả lời.');

@ObjectType('DemandEnded', { description: 'Đã gỡ khỏi bảng. / It is off the board.' })
export class DemandEndedModel {
  @Field(() => ID, { description: ORDER })
  orderId: string;
}
export const EndDemandResult = orRefused('EndDemandResult', DemandEndedModel, 'Đã gỡ.');
