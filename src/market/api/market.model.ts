import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CropModel, GradeModel } from '../../catalog/index.js';
import type { Day } from '../../kernel/day.js';
import { LotModel } from '../../lots/index.js';
import { AdminUnitModel } from '../../places/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { DayScalar, GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { RelaxationKind } from '../domain/relaxations.js';

@ObjectType('SupplyLine', {
  description:
    'Một xã, một cây, một loại còn bao nhiêu; không nói của hộ nào. / What one commune has of one grade; no household.',
})
export class SupplyRowModel {
  @Field(() => AdminUnitModel, { description: 'Xã. / Commune.' })
  commune: AdminUnitModel;
  @Field(() => CropModel, { description: 'Cây. / Crop.' })
  crop: CropModel;
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Còn trống. / Free to ask for.' })
  freeGrams: number;
  @Field(() => Int, { description: 'Số lô. / Lots.' })
  lots: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá thấp nhất một kg; null là theo giá đơn. / Lowest ask; null takes the order’s.',
  })
  leastVndPerKg: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Giá cao nhất một kg. / Highest ask.' })
  mostVndPerKg: number | null;
}

@ObjectType('SupplyOverview', {
  description: 'Nguồn hàng của một ngày. / The supply of one day.',
})
export class SupplyOverviewModel {
  @Field(() => DayScalar, { description: 'Ngày. / Day.' })
  day: Day;
  @Field(() => GramsScalar, { description: 'Tổng còn trống. / Free in all.' })
  totalGrams: number;
  @Field(() => [SupplyRowModel], {
    description:
      'Theo cây, loại, xã nhiều hàng trước. / By crop and grade, largest communes first.',
  })
  rows: SupplyRowModel[];
}

const RelaxationEnum = {
  OTHER_DAY: 'OTHER_DAY',
  OTHER_GRADE: 'OTHER_GRADE',
  NEIGHBOUR_COMMUNE: 'NEIGHBOUR_COMMUNE',
  LESS_WEIGHT: 'LESS_WEIGHT',
  HIGHER_PRICE: 'HIGHER_PRICE',
} as const;
registerEnumType(RelaxationEnum, {
  name: 'RelaxationKind',
  description: 'Nới điều kiện nào. / Which condition is loosened.',
  valuesMap: {
    OTHER_DAY: { description: 'Ngày khác. / Another day.' },
    OTHER_GRADE: { description: 'Loại kề bên. / The grade beside it.' },
    NEIGHBOUR_COMMUNE: { description: 'Xã lân cận. / Communes nearby.' },
    LESS_WEIGHT: { description: 'Lô nhỏ hơn. / Smaller lots.' },
    HIGHER_PRICE: { description: 'Giá cao hơn. / A higher price.' },
  },
});

@ObjectType('LotAlternative', {
  description:
    'Thứ gần nhất với điều muốn tìm: nới một điều kiện. / What comes nearest to a search: one condition loosened.',
})
export class LotAlternativeModel {
  @Field(() => RelaxationEnum, { description: 'Nới gì. / What is loosened.' })
  kind: RelaxationKind;
  @Field(() => DayScalar, { nullable: true, description: 'Ngày thay. / The day instead.' })
  day: Day | null;
  @Field(() => GradeModel, { nullable: true, description: 'Loại thay. / The grade instead.' })
  grade: GradeModel | null;
  @Field(() => [AdminUnitModel], { description: 'Các xã thay. / The communes instead.' })
  communes: AdminUnitModel[];
  @Field(() => [LotModel], { description: 'Vài lô tìm được. / A few lots of it.' })
  lots: LotModel[];
}

const RankFactorEnum = { near: 'near', fresh: 'fresh', fit: 'fit', kept: 'kept' } as const;
registerEnumType(RankFactorEnum, {
  name: 'RankFactor',
  description:
    'Bốn điều xếp chỗ một lô; không ai mua được chỗ. / The four factors of a place; none can be bought.',
  valuesMap: {
    near: { description: 'Gần nơi giao: nhiều nhất 40 điểm. / Near: 40 points at most.' },
    fresh: { description: 'Mới đăng: nhiều nhất 25. / Listed lately: 25.' },
    fit: { description: 'Vừa ngày cần: nhiều nhất 20. / Fits the day: 20.' },
    kept: { description: 'Giữ lời hẹn: nhiều nhất 15. / Kept promises: 15.' },
  },
});

@ObjectType('RankReason', { description: 'Vì sao lô đứng ở đây. / Why a lot stands here.' })
export class RankReasonModel {
  @Field(() => RankFactorEnum, { description: 'Điều gì. / Which factor.' })
  factor: string;
  @Field(() => Int, { description: 'Số điểm. / Points.' })
  points: number;
  @Field(() => Int, { description: 'Nhiều nhất. / The most it can give.' })
  mostPoints: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'Số để đối chiếu: km, giờ từ lúc đăng, hoặc % giữ lời. / To check by: km, hours since listing, or % kept.',
  })
  figure: number | null;
}

@ObjectType('RankedLot', { description: 'Một lô và chỗ đứng của nó. / A lot and its place.' })
export class RankedLotModel {
  @Field(() => ID, { description: 'Mã lô. / Id of the lot.' })
  id: string;
  @Field(() => LotModel, { description: 'Lô. / The lot.' })
  lot: LotModel;
  @Field(() => Int, { description: 'Tổng điểm. / Points in all.' })
  score: number;
  @Field(() => [RankReasonModel], {
    description: 'Từng điều, nhiều điểm trước. / Factor by factor, weightiest first.',
  })
  reasons: RankReasonModel[];
}

export const RankedLotConnection = connectionOf('RankedLotConnection', RankedLotModel);
