import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar, GramsScalar } from '../../platform/graphql/scalars.js';

@ObjectType('CommuneFairness', {
  description:
    'Trong tháng, các hộ của một xã bán được đều đến đâu. / How evenly the households of a commune sold in a month.',
})
export class CommuneFairnessModel {
  @Field(() => Int, { description: 'Số hộ đăng bán. / Households that offered.' })
  households: number;
  @Field(() => Int, { description: 'Trong đó số hộ bán được. / Of these, those that sold.' })
  sellers: number;
  @Field(() => GramsScalar, { description: 'Đã đăng bán. / Offered.' })
  offeredGrams: number;
  @Field(() => GramsScalar, { description: 'Đã chốt bán. / Promised in deals.' })
  takenGrams: number;
  @Field(() => Float, {
    description:
      'Chỉ số Gini của kg bán trên kg chào; 0 là mọi hộ bán được cùng một phần. / Gini of kilograms taken against offered; 0 when all sold the same part.',
  })
  gini: number;
}

@ObjectType('BuyerConduct', {
  description:
    'Trong tháng, một người mua cân và trả ra sao; từ 20 phiếu trở lên. / How one buyer weighed and paid in a month; from twenty tickets on.',
})
export class BuyerConductModel {
  @Field(() => ID, { description: 'Người mua. / The buyer.' })
  buyerId: string;
  @Field(() => String, { description: 'Tên người mua. / Its name.' })
  name: string;
  @Field(() => Int, { description: 'Số phiếu cân đã chốt. / Confirmed tickets.' })
  tickets: number;
  @Field(() => Float, {
    description:
      'Phần trăm trừ trên số cân, bình quân theo kg. / Percent taken off what was on the scale, by weight.',
  })
  deductionPercent: number;
  @Field(() => Int, { description: 'Số phiếu hộ không đồng ý. / Tickets a household disputed.' })
  disputed: number;
  @Field(() => Int, {
    description:
      'Số phiếu trả sau ngày hẹn, hoặc quá hẹn chưa trả. / Tickets paid after their day, or not though it is over.',
  })
  late: number;
}

@ObjectType('HandChoice', {
  description:
    'Một lần tự chọn lô thay cho máy. / Lots that somebody chose by hand in place of the computed plan.',
})
export class HandChoiceModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => DayScalar, { description: 'Ngày chọn. / The day.' })
  day: string;
  @Field(() => String, { description: 'Số đơn. / Number of the order.' })
  orderNumber: string;
  @Field(() => String, {
    description:
      'Ai chọn: người mua, hoặc hợp tác xã nhận một phần đơn. / Who chose: the buyer, or a cooperative that took a part.',
  })
  chosenBy: string;
  @Field(() => String, { description: 'Lý do đã ghi. / The reason that was written down.' })
  reason: string;
  @Field(() => Float, { description: 'Chỉ số Gini của bản tự chọn. / Gini of the choice.' })
  gini: number;
  @Field(() => Float, { description: 'Chỉ số Gini nếu theo máy. / Gini of the computed plan.' })
  computedGini: number;
}

@ObjectType('FairnessReport', {
  description: 'Báo cáo công bằng của một tháng. / The fairness report of a month.',
})
export class FairnessReportModel {
  @Field(() => DayScalar, { description: 'Ngày đầu tháng. / First day of the month.' })
  firstDay: string;
  @Field(() => DayScalar, { description: 'Ngày cuối tháng. / Last day of the month.' })
  lastDay: string;
}
