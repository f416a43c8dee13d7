import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { GramsScalar, InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import { ORDER_STEPS, type OrderState } from '../domain/order.state.js';
import type { DeductionRule } from '../domain/terms.js';

const OrderStateEnum = Object.fromEntries(Object.keys(ORDER_STEPS).map((state) => [state, state]));
registerEnumType(OrderStateEnum, {
  name: 'OrderState',
  description: 'Bước của đơn: đang gom, đủ hàng, đã chốt, đang lấy… / Where an order stands.',
  valuesMap: {
    DRAFT: { description: 'Đang soạn. / Not asked for yet.' },
    SOURCING: { description: 'Đang gom, chờ các hộ trả lời. / Gathers answers of households.' },
    ALLOCATED: {
      description: 'Đã đủ lời nhận, chờ chốt. / Enough said yes; waits for the commit.',
    },
    COMMITTED: { description: 'Đã chốt, chờ lấy hàng. / Promised for good; waits for pickup.' },
    IN_PICKUP: { description: 'Đang lấy hàng, đang cân. / Being fetched and weighed.' },
    WEIGHED: { description: 'Đã cân xong mọi hộ. / Every household is weighed.' },
    SETTLING: { description: 'Đang trả tiền. / Some households are paid.' },
    COMPLETED: { description: 'Xong, đã trả đủ tiền. / Every household is paid.' },
    CANCELLED: { description: 'Đã hủy. / Called off.' },
    EXPIRED: {
      description: 'Quá giờ lấy hàng mà chưa chốt. / Its pickup time passed before a commit.',
    },
  },
});

export const OrderKindEnum = { BULK: 'BULK', LOT: 'LOT' } as const;
registerEnumType(OrderKindEnum, {
  name: 'OrderKind',
  description:
    'Đơn gom từ nhiều lô, hay mua thẳng một lô. / Gathered from many lots, or one lot bought directly.',
  valuesMap: {
    BULK: { description: 'Đơn gom từ nhiều lô. / Gathered from many lots.' },
    LOT: { description: 'Đặt thẳng một lô. / One lot bought directly.' },
  },
});

export const AllocationPolicyEnum = {
  LOWEST_COST: 'LOWEST_COST',
  FAIR_SHARE: 'FAIR_SHARE',
  PRO_RATA: 'PRO_RATA',
  SOONEST_EXPIRY: 'SOONEST_EXPIRY',
  FEWEST_STOPS: 'FEWEST_STOPS',
  FIRST_COME: 'FIRST_COME',
  MANUAL: 'MANUAL',
} as const satisfies Record<PolicyCode, PolicyCode>;
registerEnumType(AllocationPolicyEnum, {
  name: 'AllocationPolicy',
  description: 'Cách chọn lô. / How lots are chosen.',
  valuesMap: {
    LOWEST_COST: {
      description: 'Rẻ nhất tính đến nơi giao. / Cheapest when transport is counted.',
    },
    FAIR_SHARE: {
      description:
        'Chia đều cho các hộ, hộ ít hàng được lấy hết trước. / The same for each household, as far as it has it.',
    },
    PRO_RATA: {
      description: 'Theo tỷ lệ hàng mỗi hộ chào bán. / In proportion to what each offers.',
    },
    SOONEST_EXPIRY: {
      description: 'Lô sắp hết giờ lấy trước. / What must leave the garden soonest comes first.',
    },
    FEWEST_STOPS: { description: 'Ít điểm dừng xe nhất. / As few pick-up points as will do.' },
    FIRST_COME: { description: 'Ai đăng trước bán trước. / Who published first sells first.' },
    MANUAL: { description: 'Tự chọn từng lô. / Lot by lot, by hand.' },
  },
});

export const DeductionKindEnum = {
  NONE: 'NONE',
  PERCENT: 'PERCENT',
  FIXED_PER_CRATE: 'FIXED_PER_CRATE',
} as const satisfies Record<DeductionRule['kind'], DeductionRule['kind']>;
registerEnumType(DeductionKindEnum, {
  name: 'DeductionKind',
  description: 'Kiểu trừ hao đã thỏa thuận. / How the agreed deduction is reckoned.',
  valuesMap: {
    NONE: { description: 'Không trừ. / Nothing is taken off.' },
    PERCENT: { description: 'Trừ theo phần trăm sau khi trừ bì. / A share of the net weight.' },
    FIXED_PER_CRATE: { description: 'Trừ một số gam mỗi sọt. / So many grams per crate.' },
  },
});

@ObjectType('DeductionTerms', {
  description: 'Trừ hao đã thỏa thuận trước khi cân. / The deduction agreed before weighing.',
})
export class DeductionTermsModel {
  @Field(() => DeductionKindEnum, { description: 'Kiểu trừ. / Kind.' })
  kind: DeductionRule['kind'];
  @Field(() => Int, {
    description:
      'Phần vạn trên khối lượng sau bì; 0 khi không dùng. / Basis points of the net; 0 when unused.',
  })
  basisPoints: number;
  @Field(() => GramsScalar, {
    description: 'Gam mỗi bì; 0 khi không dùng. / Grams per crate; 0 when unused.',
  })
  gramsPerCrate: number;
}

/** A rule as both of its possible figures, the one that does not apply being 0. */
export const deductionTerms = (rule: DeductionRule): DeductionTermsModel => ({
  kind: rule.kind,
  basisPoints: rule.kind === 'PERCENT' ? rule.basisPoints : 0,
  gramsPerCrate: rule.kind === 'FIXED_PER_CRATE' ? rule.grams : 0,
});

@ObjectType('OrderLine', { description: 'Một loại hàng của đơn. / One grade of an order.' })
export class OrderLineModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Khối lượng cần. / Weight wanted.' })
  wantedGrams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá cao nhất một kg; null là thương lượng. / Highest price a kilogram; null leaves it open.',
  })
  maxVndPerKg: number | null;
}

@ObjectType('OrderProgress', {
  description: 'Đơn đã được trả lời đến đâu. / How far an order has been answered.',
})
export class OrderProgressModel {
  @Field(() => Int, { description: 'Số lời mời đã gửi. / Offers made.' })
  offered: number;
  @Field(() => Int, { description: 'Số lời đã nhận. / Accepted.' })
  accepted: number;
  @Field(() => Int, { description: 'Số lời từ chối. / Declined.' })
  declined: number;
  @Field(() => Int, { description: 'Số lời hết hạn. / Expired.' })
  expired: number;
  @Field(() => Int, { description: 'Số lời còn chờ. / Still waiting in time.' })
  waiting: number;
  @Field(() => GramsScalar, { description: 'Khối lượng đã nhận lời. / Weight accepted.' })
  acceptedGrams: number;
  @Field(() => GramsScalar, { description: 'Khối lượng đơn cần. / Weight wanted.' })
  wantedGrams: number;
  @Field(() => Int, { description: 'Số hộ đã hỏi. / Households asked.' })
  households: number;
  @Field(() => String, {
    description: 'Một câu, ví dụ “8/12 hộ đã nhận lời”. / One phrase for the buyer.',
  })
  text: string;
}

@ObjectType('CutOff', {
  description:
    'Giờ thôi gom và lựa chọn đặt trước. / When gathering ends, and the choice made beforehand.',
})
class CutOffModel {
  @Field(() => InstantScalar, { description: 'Thôi gom lúc. / Gathering ends at.' })
  until: Date;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Chưa đủ thì gom tiếp đến lúc này. / With too little, on until here.',
  })
  extendUntil: Date | null;
}

@ObjectType('BulkOrder', { description: 'Đơn mua hàng. / An order for produce.' })
export class OrderModel {
  @Field(() => ID, { description: 'Mã đơn. / Id.' })
  id: string;
  @Field(() => String, {
    description: 'Số đơn để đọc qua điện thoại, ví dụ LN-0825-4K7. / Number to say over the phone.',
  })
  number: string;
  @Field(() => OrderKindEnum, { description: 'Loại đơn. / Kind.' })
  kind: keyof typeof OrderKindEnum;
  @Field(() => OrderStateEnum, { description: 'Bước. / State.' })
  state: OrderState;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => AllocationPolicyEnum, { description: 'Cách chọn lô. / How lots are chosen.' })
  policy: PolicyCode;
  @Field(() => Int, { description: 'Dung sai, phần vạn. / Tolerance in basis points.' })
  toleranceBp: number;
  @Field(() => GramsScalar, {
    description: 'Dưới mức này thì không chốt. / Below this nothing is committed.',
  })
  minGrams: number;
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Mỗi hộ nhiều nhất. / The most taken of one household.',
  })
  householdCapGrams: number | null;
  @Field(() => Int, {
    description: 'Trả tiền sau số ngày này kể từ phiếu cân. / Days from ticket to payment.',
  })
  paymentDays: number;
  @Field(() => Int, {
    description: 'Hộ có số phút này để trả lời. / Minutes a household has to answer.',
  })
  offerTtlMinutes: number;
  @Field(() => CutOffModel, {
    nullable: true,
    description:
      'Giờ thôi gom; null là đến hết giờ lấy hàng. / null: gathering ends with the window.',
  })
  cutOff: CutOffModel | null;
  @Field(() => InstantScalar, { description: 'Lúc đặt. / Placed at.' })
  createdAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc chốt. / Committed at.' })
  committedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Lý do hủy. / Why it was cancelled.' })
  cancelReason: string | null;
}

export const OrderConnection = connectionOf('BulkOrderConnection', OrderModel);

@ObjectType('Coverage', {
  description:
    'Nhiều lô gộp lại đáp ứng được bao nhiêu. / How far many lots together cover a need.',
})
export class CoverageModel {
  @Field(() => Int, { description: 'Số lô. / Lots.' })
  lots: number;
  @Field(() => Int, { description: 'Số xã. / Communes.' })
  communes: number;
  @Field(() => GramsScalar, { description: 'Khối lượng gom được. / Weight found.' })
  coveredGrams: number;
  @Field(() => GramsScalar, { description: 'Khối lượng cần. / Weight wanted.' })
  wantedGrams: number;
  @Field(() => Float, {
    description: 'Phần trăm đáp ứng, tròn xuống. / Percent covered, rounded down.',
  })
  percent: number;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá bình quân một kg tại vườn. / Average price a kilogram at the garden.',
  })
  averageVndPerKg: number | null;
  @Field(() => Int, { description: 'Số chuyến xe. / Truckloads.' })
  truckloads: number;
  @Field(() => String, {
    description: 'Một câu trả lời cho người mua. / One sentence for the buyer.',
  })
  text: string;
}
