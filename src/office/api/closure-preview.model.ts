import { Field, Int, ObjectType } from '@nestjs/graphql';
import { orRefused } from '../../platform/graphql/refused.js';
import { GramsScalar, InstantScalar } from '../../platform/graphql/scalars.js';
import type { ClosedOrder, ClosedRun, ClosureEffects } from '../data/closures.store.js';

@ObjectType('ClosedOrder', {
  description: 'Đơn có hàng kẹt lại trong xã. / An order with goods that could not leave.',
})
class ClosedOrderModel implements ClosedOrder {
  @Field(() => String, { description: 'Số đơn. / Its number.' })
  number: string;
  @Field(() => GramsScalar, { description: 'Bao nhiêu hàng kẹt. / How much of it.' })
  grams: number;
  @Field(() => InstantScalar, { description: 'Lấy từ lúc nào. / Fetched from.' })
  readyFrom: Date;
}

@ObjectType('ClosedRun', { description: 'Chuyến xe vào xã. / A run that goes there.' })
class ClosedRunModel implements ClosedRun {
  @Field(() => String, { description: 'Số chuyến. / Its number.' })
  number: string;
  @Field(() => String, { description: 'Biển số xe. / Plate.' })
  plate: string;
  @Field(() => InstantScalar, { description: 'Xuất phát. / Starts at.' })
  startsAt: Date;
}

@ObjectType('ClosurePreview', {
  description:
    'Nếu phong tỏa một xã trong giờ đó thì đụng đến gì; chưa ghi gì. / What closing a commune would touch; nothing is written.',
})
class ClosurePreviewModel implements ClosureEffects {
  @Field(() => Int, { description: 'Lô đang bán không lấy ra được. / Open lots.' })
  lots: number;
  @Field(() => GramsScalar, { description: 'Hàng còn trống của các lô đó. / Free of them.' })
  lotGrams: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  households: number;
  @Field(() => Int, { description: 'Lời hỏi mua chưa chốt. / Offers without a deal yet.' })
  offers: number;
  @Field(() => GramsScalar, { description: 'Hàng trong các lời đó. / Their weight.' })
  offerGrams: number;
  @Field(() => Int, { description: 'Thỏa thuận đã chốt. / Committed deals.' })
  deals: number;
  @Field(() => GramsScalar, { description: 'Hàng đã chốt. / Their weight.' })
  dealGrams: number;
  @Field(() => Int, { description: 'Chuyến xe vào xã. / Runs that go there.' })
  runs: number;
  @Field(() => Int, { description: 'Giấy đi đường của các chuyến đó. / Permits of those runs.' })
  permits: number;
  @Field(() => [ClosedOrderModel], {
    description: 'Các đơn, sớm nhất trước, nhiều nhất 50. / Orders, the next first, 50 at most.',
  })
  orders: readonly ClosedOrder[];
  @Field(() => [ClosedRunModel], {
    description: 'Các chuyến, sớm nhất trước, nhiều nhất 50. / Runs, the next first, 50 at most.',
  })
  runsListed: readonly ClosedRun[];
}

export const PreviewClosureResult = orRefused(
  'PreviewClosureResult',
  ClosurePreviewModel,
  'Đã tính xong.',
);
