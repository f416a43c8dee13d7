import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { AdminUnitModel } from '../../places/index.js';
import { GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import { AllocationPolicyEnum } from './order.model.js';

@ObjectType('AllocationPreviewLine', {
  description: 'Một lô sẽ được hỏi. / One lot that would be asked.',
})
export class PreviewLineModel {
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => ID, { description: 'Mã dòng loại của lô. / Id of the lot’s grade line.' })
  lotGradeId: string;
  @Field(() => AdminUnitModel, { description: 'Xã của lô. / Commune of the lot.' })
  commune: AdminUnitModel;
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Khối lượng lấy. / Weight taken.' })
  grams: number;
  @Field(() => VndScalar, { description: 'Giá mua một kg. / Price a kilogram.' })
  vndPerKg: number;
  @Field(() => VndScalar, {
    description:
      'Giá một kg đến nơi, gồm vận chuyển. / Price a kilogram landed, transport included.',
  })
  landedVndPerKg: number;
}

@ObjectType('AllocationShortfall', { description: 'Loại hàng còn thiếu. / A grade still missing.' })
export class ShortfallModel {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Còn thiếu. / Weight missing.' })
  grams: number;
}

@ObjectType('AllocationExcluded', {
  description: 'Lô không được chọn và vì sao. / A lot left out, and why.',
})
export class ExcludedModel {
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Khối lượng còn trống. / Weight free.' })
  grams: number;
  @Field(() => String, { description: 'Mã lý do: WINDOW, PRICE, ZONE… / Code of the reason.' })
  reason: string;
  @Field(() => String, { description: 'Một câu vì sao. / One sentence why.' })
  sentence: string;
}

@ObjectType('AllocationPreview', {
  description:
    'Nếu gửi lời mời lúc này thì hỏi những lô nào; chưa ghi gì. / What offering now would ask for; nothing is written.',
})
export class AllocationPreviewModel {
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
  @Field(() => AllocationPolicyEnum, { description: 'Cách chọn lô. / How lots are chosen.' })
  policy: PolicyCode;
  @Field(() => GramsScalar, { description: 'Phần còn thiếu cần gom. / What is still missing.' })
  wantedGrams: number;
  @Field(() => GramsScalar, { description: 'Khối lượng gom được. / What was found.' })
  plannedGrams: number;
  @Field(() => Float, {
    description: 'Phần trăm đáp ứng, tròn xuống. / Percent covered, rounded down.',
  })
  coveragePercent: number;
  @Field(() => VndScalar, { description: 'Tiền hàng. / Cost of the goods.' })
  goodsVnd: number;
  @Field(() => VndScalar, {
    description: 'Tiền thu gom và vận chuyển, ước tính. / Estimated cost of collecting.',
  })
  transportVnd: number;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá một kg đến nơi. / Landed price a kilogram.',
  })
  landedVndPerKg: number | null;
  @Field(() => Int, { description: 'Số chuyến xe. / Truckloads.' })
  truckloads: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  households: number;
  @Field(() => Int, { description: 'Số xã. / Communes.' })
  communes: number;
  @Field(() => [PreviewLineModel], { description: 'Các lô sẽ hỏi. / Lots that would be asked.' })
  lines: PreviewLineModel[];
  @Field(() => [ShortfallModel], { description: 'Các loại còn thiếu. / Grades still missing.' })
  shortfalls: ShortfallModel[];
  @Field(() => [ExcludedModel], {
    description: 'Các lô không chọn và lý do. / Lots left out, with reasons.',
  })
  excluded: ExcludedModel[];
}

@ObjectType('AllocationExplanation', {
  description: 'Vì sao lô của hộ (không) được chọn. / Why the household was, or was not, chosen.',
})
export class AllocationExplanationModel {
  @Field(() => Boolean, { description: 'Có được chọn không. / Whether it was chosen.' })
  chosen: boolean;
  @Field(() => String, { description: 'Mã lý do. / Code of the reason.' })
  reason: string;
  @Field(() => String, { description: 'Một câu. / One plain sentence.' })
  sentence: string;
}
