import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CropModel, GradeModel } from '../../catalog/index.js';
import type { Day } from '../../kernel/day.js';
import { OrderLineInput } from '../../orders/index.js';
import { ActInput } from '../../platform/graphql/act-input.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { EmptyReason } from '../domain/empty.js';
import type { OccurrenceState } from '../data/standing.store.js';
import type { Applies } from '../use-cases/change-standing-order.js';

const STANDING = 'Đơn định kỳ. / The standing order.';
const WEEKDAYS = '1 là thứ hai, 7 là chủ nhật. / 1 is Monday, 7 is Sunday.';
const LEAD = 'Mở đơn trước giờ lấy hàng bấy nhiêu giờ. / Hours before pick-up at which it opens.';
const DAY = 'Ngày lấy hàng. / Day of pick-up.';

const StandingStateEnum = { ACTIVE: 'ACTIVE', PAUSED: 'PAUSED' } as const;
registerEnumType(StandingStateEnum, {
  name: 'StandingOrderState',
  description: 'Đơn định kỳ đang chạy hay tạm dừng. / Whether a standing order runs.',
  valuesMap: {
    ACTIVE: { description: 'Đang chạy. / Comes round.' },
    PAUSED: { description: 'Tạm dừng, không mở đơn mới. / Opens nothing new.' },
  },
});

const OccurrenceStateEnum = {
  PLANNED: 'PLANNED',
  SKIPPED: 'SKIPPED',
  EMPTY: 'EMPTY',
  OPENED: 'OPENED',
} as const satisfies Record<OccurrenceState, OccurrenceState>;
registerEnumType(OccurrenceStateEnum, {
  name: 'OccurrenceState',
  description: 'Một lần của đơn định kỳ đến đâu. / Where one occurrence stands.',
  valuesMap: {
    PLANNED: { description: 'Sắp tới. / Still to come.' },
    SKIPPED: { description: 'Bỏ lần này. / Left out.' },
    EMPTY: {
      description:
        'Đến lượt mà không mở được đơn; thử lại đến giờ lấy hàng. / Nothing could be opened; tried until pick-up.',
    },
    OPENED: { description: 'Đã thành đơn. / Has become an order.' },
  },
});

const EmptyReasonEnum = {
  NO_LOT: 'NO_LOT',
  BUYER_NOT_ACTIVE: 'BUYER_NOT_ACTIVE',
  GRADE_GONE: 'GRADE_GONE',
  TERMS: 'TERMS',
} as const satisfies Record<EmptyReason, EmptyReason>;
registerEnumType(EmptyReasonEnum, {
  name: 'EmptyReason',
  description: 'Vì sao không mở được đơn. / Why no order was opened.',
  valuesMap: {
    NO_LOT: { description: 'Chưa có lô nào hợp. / No lot fits.' },
    BUYER_NOT_ACTIVE: { description: 'Bên mua đang bị tạm dừng. / The buyer may not buy now.' },
    GRADE_GONE: { description: 'Có loại không còn dùng. / A grade is no more.' },
    TERMS: { description: 'Có điều khoản không còn dùng được. / A term is no longer taken.' },
  },
});

const AppliesEnum = {
  ONLY_THIS: 'ONLY_THIS',
  FROM_NEXT: 'FROM_NEXT',
} as const satisfies Record<Applies, Applies>;
registerEnumType(AppliesEnum, {
  name: 'StandingChangeApplies',
  description: 'Sửa có hiệu lực cho lần nào. / Which occurrences a change is for.',
  valuesMap: {
    ONLY_THIS: { description: 'Chỉ lần này. / This one time.' },
    FROM_NEXT: { description: 'Từ lần sau. / From the next time on.' },
  },
});

@ObjectType('StandingLine', {
  description: 'Một loại cần mua mỗi lần. / One grade wanted each time.',
})
export class StandingLineModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Không trả quá giá này một kg; null là thương lượng. / Never more a kilogram; null leaves it open.',
  })
  maxVndPerKg: number | null;
}

@ObjectType('Occurrence', { description: 'Một lần của đơn định kỳ. / One time it comes round.' })
export class OccurrenceModel {
  @Field(() => DayScalar, { description: DAY })
  day: Day;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến. / Pick-up until.' })
  readyTo: Date;
  @Field(() => InstantScalar, { description: 'Mở đơn lúc. / Opens at.' })
  opensAt: Date;
  @Field(() => OccurrenceStateEnum, { description: 'Đến đâu. / Where it stands.' })
  state: OccurrenceState;
  @Field(() => EmptyReasonEnum, {
    nullable: true,
    description: 'Vì sao chưa có đơn. / Why there is no order.',
  })
  emptyReason: EmptyReason | null;
  @Field(() => Boolean, {
    description: 'Kg và giá sửa riêng cho lần này. / Its lines are its own.',
  })
  isChanged: boolean;
  @Field(() => [StandingLineModel], { description: 'Các loại của lần này. / Its grades.' })
  lines: StandingLineModel[];
  @Field(() => Boolean, {
    description: 'Đơn của lần này đang gom. / Its order still gathers.',
  })
  isGathering: boolean;

  // Not shown: what the fields that need a look-up ask by.
  orderId: string | null;
}

@ObjectType('StandingOrder', {
  description: 'Đơn mua lặp lại theo ngày trong tuần. / An order that comes round on weekdays.',
})
export class StandingOrderModel {
  @Field(() => Int, {
    description: 'Phiên bản, tăng mỗi lần sửa. / Version, one more with every change.',
  })
  version: number;
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => CropModel, { description: 'Cây. / Crop.' })
  crop: CropModel;
  @Field(() => [Int], { description: WEEKDAYS })
  weekdays: readonly number[];
  @Field(() => Int, { description: LEAD })
  leadHours: number;
  @Field(() => StandingStateEnum, { description: 'Đang chạy hay tạm dừng. / Whether it runs.' })
  state: 'ACTIVE' | 'PAUSED';
  @Field(() => [StandingLineModel], { description: 'Các loại mỗi lần. / Grades each time.' })
  lines: StandingLineModel[];
}

export const StandingOrderConnection = connectionOf('StandingOrderConnection', StandingOrderModel);

@InputType({
  description:
    'Cho một đơn lặp lại theo ngày trong tuần; điều khoản khác như đơn ấy. / Makes an order come round; other terms are that order’s.',
})
export class CreateStandingOrderInput extends ActInput {
  @Field(() => UuidScalar, { description: 'Đơn lấy làm mẫu. / The order it takes its terms of.' })
  orderId: string;
  @Field(() => [Int], { description: WEEKDAYS })
  weekdays: number[];
  @Field(() => Int, { description: LEAD })
  leadHours: number;
  @Field(() => [OrderLineInput], {
    description:
      'Loại, kg, giá không vượt quá; giá mỗi lần tính lại theo ngày mở đơn. / Grades, weights, prices never exceeded; priced anew each time.',
  })
  lines: OrderLineInput[];
}

@InputType({ description: 'Sửa đơn định kỳ. / Changes a standing order.' })
export class ChangeStandingOrderInput extends ActInput {
  @Field(() => UuidScalar, { description: STANDING })
  standingOrderId: string;
  @Field(() => Int, { description: 'Phiên bản đang xem. / The version that was looked at.' })
  expectedVersion: number;
  @Field(() => [Int], {
    nullable: true,
    description: `${WEEKDAYS} null: như cũ. / null: as it is.`,
  })
  weekdays?: number[] | null;
  @Field(() => Int, { nullable: true, description: `${LEAD} null: như cũ. / null: as it is.` })
  leadHours?: number | null;
  @Field(() => [OrderLineInput], {
    description: 'Loại, kg, giá không vượt quá. / Grades, weights, prices never exceeded.',
  })
  lines: OrderLineInput[];
  @Field(() => AppliesEnum, {
    nullable: true,
    description:
      'Chỉ lần này hay từ lần sau; phải chọn khi một lần đang gom. / Must be said while an occurrence gathers.',
  })
  applies?: Applies | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Lần nào, khi chỉ sửa một lần. / Which time, for ONLY_THIS.',
  })
  day?: Day | null;
}

@InputType({ description: 'Một đơn định kỳ. / One standing order.' })
export class StandingOrderActInput extends ActInput {
  @Field(() => UuidScalar, { description: STANDING })
  standingOrderId: string;
}

@InputType({ description: 'Một lần của đơn định kỳ. / One occurrence.' })
export class OccurrenceActInput extends StandingOrderActInput {
  @Field(() => DayScalar, { description: DAY })
  day: Day;
}

const result = (name: string, description: string) =>
  orRefused(name, StandingOrderModel, description);
export const CreateStandingOrderResult = result('CreateStandingOrderResult', 'Đơn định kỳ mới.');
export const ChangeStandingOrderResult = result('ChangeStandingOrderResult', 'Đã sửa.');
export const PauseStandingOrderResult = result('PauseStandingOrderResult', 'Đã tạm dừng.');
export const ResumeStandingOrderResult = result('ResumeStandingOrderResult', 'Chạy tiếp.');
export const SkipOccurrenceResult = result('SkipOccurrenceResult', 'Đã bỏ lần này.');
export const KeepOccurrenceResult = result('KeepOccurrenceResult', 'Đã lấy lại lần này.');
