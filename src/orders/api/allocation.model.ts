import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GradeModel } from '../../catalog/index.js';
import { AdminUnitModel } from '../../places/index.js';
import { GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import type { NearestAnswer } from '../domain/nearest.js';
import type { Preview } from '../use-cases/preview-allocation.js';
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

@ObjectType('AllocationGrade', {
  description: 'Một loại mà kế hoạch tìm. / One grade a plan looks for.',
})
export class PreviewGradeModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Cần tìm. / Weight looked for.' })
  wantedGrams: number;
  @Field(() => GramsScalar, { description: 'Nhiều nhất, kể cả dung sai. / The most it may take.' })
  mostGrams: number;
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

const NearestKindEnum = {
  TAKE_LESS: 'TAKE_LESS',
  NEXT_DAY: 'NEXT_DAY',
  HIGHER_PRICE: 'HIGHER_PRICE',
  OTHER_GRADE: 'OTHER_GRADE',
  ANY_COMMUNE: 'ANY_COMMUNE',
} as const satisfies Record<NearestAnswer['kind'], NearestAnswer['kind']>;
registerEnumType(NearestKindEnum, {
  name: 'NearestAnswerKind',
  description: 'Đổi điều gì thì có hàng. / What would have to change.',
  valuesMap: {
    TAKE_LESS: { description: 'Lấy ít hơn. / Less of it.' },
    NEXT_DAY: { description: 'Lấy hôm sau. / The next day.' },
    HIGHER_PRICE: { description: 'Trả giá cao hơn. / A higher price.' },
    OTHER_GRADE: { description: 'Lấy thêm loại khác. / Another grade as well.' },
    ANY_COMMUNE: { description: 'Lấy ở mọi xã. / Lots of any commune.' },
  },
});

@ObjectType('NearestAnswer', {
  description:
    'Cách gần nhất với điều đang cần khi hàng không đủ. / What comes nearest when there is not enough.',
})
export class NearestAnswerModel {
  @Field(() => NearestKindEnum, { description: 'Đổi điều gì. / What would change.' })
  kind: NearestAnswer['kind'];
  @Field(() => GramsScalar, { description: 'Khi đó gom được tất cả. / What could then be had.' })
  grams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá một kg cần trả. / The price needed.',
  })
  vndPerKg: number | null;
  @Field(() => GradeModel, { nullable: true, description: 'Loại lấy thêm. / The other grade.' })
  grade: GradeModel | null;
  @Field(() => String, { description: 'Một câu. / One sentence.' })
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
  @Field(() => Float, {
    description:
      'Lệch giữa các hộ (Gini): 0 là hộ nào cũng bán được cùng một phần hàng chào. / How unevenly it takes (Gini); 0 when all sell the same part.',
  })
  gini: number;
  @Field(() => [PreviewGradeModel], {
    description: 'Các loại còn thiếu. / Grades still to be had.',
  })
  grades: PreviewGradeModel[];
  @Field(() => [PreviewLineModel], { description: 'Các lô sẽ hỏi. / Lots that would be asked.' })
  lines: PreviewLineModel[];
  @Field(() => [ShortfallModel], { description: 'Các loại còn thiếu. / Grades still missing.' })
  shortfalls: ShortfallModel[];
  @Field(() => [ExcludedModel], {
    description: 'Các lô không chọn và lý do. / Lots left out, with reasons.',
  })
  excluded: ExcludedModel[];
  @Field(() => String, {
    description:
      'Dấu của kế hoạch này, gửi kèm khi đặt để không đặt theo kế hoạch cũ. / Mark of this plan; sent along when offering, so that no stale plan is offered.',
  })
  fingerprint: string;
  @Field(() => Float, {
    nullable: true,
    description:
      'Không cách chọn nào rẻ hơn quá bấy nhiêu phần trăm; null khi cách chọn không tìm rẻ nhất. / No plan is cheaper by more than this many percent; null where the policy does not seek the cheapest.',
  })
  gapPercent: number | null;
  @Field(() => [NearestAnswerModel], {
    description: 'Khi thiếu hàng: cách gần nhất. / When something is missing: what comes nearest.',
  })
  nearest: NearestAnswerModel[];

  // Not shown: what the shares are read from.
  preview: Preview;
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
  @Field(() => AllocationPolicyEnum, { description: 'Cách chọn lô của đơn. / The order’s policy.' })
  policy: PolicyCode;
  @Field(() => String, { description: 'Đơn chọn thế nào, một câu. / How the order chose.' })
  policySentence: string;
  @Field(() => [String], {
    description: 'Giới hạn của đơn, mỗi cái một câu. / The order’s limits, a sentence each.',
  })
  limits: string[];
  @Field(() => GramsScalar, { description: 'Đã hỏi lấy của hộ. / What was asked of it.' })
  askedGrams: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Lô tự chọn: lý do người chọn đã ghi. / Of lots chosen by hand: why, as whoever chose wrote it.',
  })
  byHandReason: string | null;
  @Field(() => GramsScalar, {
    nullable: true,
    description:
      'Lô tự chọn: cách máy chia lấy bao nhiêu ở đây. / Of lots chosen by hand: what the computed plan took here.',
  })
  computedGrams: number | null;
}
