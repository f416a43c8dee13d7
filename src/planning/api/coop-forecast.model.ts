import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { DayScalar, GramsScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import { Refused } from '../../platform/graphql/refused.js';
import type { DaySupply, MarkKind } from '../domain/forecast.js';
import type { BulkOutcome } from '../use-cases/commune-bulk-forecast.js';

const MarkEnum = { REPORTED: 'REPORTED', CARRIED: 'CARRIED', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(MarkEnum, {
  name: 'ForecastMark',
  description: 'Đã báo, lấy số trước, hay chưa biết. / What is known of a household for a day.',
  valuesMap: {
    REPORTED: { description: 'Đã báo cho chính ngày đó; 0 cũng là báo. / Said for that very day.' },
    CARRIED: { description: 'Lấy số báo ba ngày trước. / Said for one of the three days before.' },
    UNKNOWN: { description: 'Chưa báo; không phải 0. / Nobody said anything; not zero.' },
  },
});

@ObjectType('SupplyPart', { description: 'Một phần của sản lượng ngày. / One part of a day.' })
class SupplyPartModel {
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  households: number;
}

@ObjectType('DaySupply', {
  description:
    'Ba phần, không bao giờ cộng lẫn. / Three parts of a day, which are never added up unseen.',
})
class DaySupplyModel {
  @Field(() => SupplyPartModel, { description: 'Đã báo. / Reported.' })
  reported: SupplyPartModel;
  @Field(() => SupplyPartModel, { description: 'Lấy số trước. / Carried forward.' })
  carried: SupplyPartModel;
  @Field(() => SupplyPartModel, {
    description: 'Chưa báo; số là ước theo kế hoạch. / Unknown; the weight is the plan’s guess.',
  })
  unknown: SupplyPartModel;
}

@ObjectType('CoopForecastCrop', { description: 'Một cây trong ngày. / One crop of the day.' })
export class CoopForecastCropModel {
  @Field(() => String, { description: 'Mã cây. / Crop code.' })
  cropCode: string;
  @Field(() => DaySupplyModel, { description: 'Ba phần. / The three parts.' })
  supply: DaySupply;
  @Field(() => Int, {
    description: 'Số báo vượt mức đất, chờ xác nhận. / Numbers beyond the land, waiting for a yes.',
  })
  held: number;
}

@ObjectType('CoopForecastRow', { description: 'Một hộ, một cây. / One household and crop.' })
export class CoopForecastRowModel {
  @Field(() => ID, { description: 'Mã hộ. / Household id.' })
  householdId: string;
  @Field(() => String, { description: 'Tên hộ. / Name of the household.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Thôn. / Hamlet.' })
  hamlet: string | null;
  @Field(() => String, { description: 'Mã cây. / Crop code.' })
  cropCode: string;
  @Field(() => MarkEnum, { description: 'Biết đến đâu. / What is known.' })
  mark: MarkKind;
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Số báo, số trước, hoặc ước theo kế hoạch. / Said, carried, or the plan’s guess.',
  })
  grams: number | null;
  @Field(() => DayScalar, { nullable: true, description: 'Số của ngày nào. / The day it was for.' })
  saidFor: Day | null;
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Số vượt mức đất, chờ xác nhận. / A number beyond the land, waiting for a yes.',
  })
  heldGrams: number | null;
  @Field(() => Boolean, {
    description: 'Hộ cho bên mình bán thay. / The household lets the asking party sell for it.',
  })
  isEntrusted: boolean;
}

@ObjectType('CoopForecast', {
  description:
    'Tổng hợp ngày của các hộ mình phụ trách. / The day of the households one answers for.',
})
export class CoopForecastModel {
  @Field(() => DayScalar, { description: 'Ngày. / The day.' })
  day: Day;
  @Field(() => [CoopForecastCropModel], { description: 'Theo cây. / By crop.' })
  crops: CoopForecastCropModel[];
  @Field(() => [CoopForecastRowModel], {
    description: 'Theo hộ và cây, xếp theo tên. / By household and crop, in order of names.',
  })
  rows: CoopForecastRowModel[];
}

@InputType({ description: 'Một dòng của danh sách. / One row of a list.' })
export class BulkForecastRowInput {
  @Field(() => UuidScalar, { description: 'Hộ. / The household.' })
  householdId: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Đúng là nhiều thế. / So much is true, though it is beyond the land.',
  })
  isSure?: boolean | null;
}

@InputType({ description: 'Danh sách số báo của một ngày, một cây. / A list of a day and crop.' })
export class BulkForecastInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => DayScalar, { description: 'Ngày có hàng. / The day.' })
  day: Day;
  @Field(() => [BulkForecastRowInput], { description: 'Nhiều nhất 200 dòng. / At most 200 rows.' })
  rows: BulkForecastRowInput[];
}

const BulkStatusEnum = { WRITTEN: 'WRITTEN', SAME: 'SAME', REFUSED: 'REFUSED' } as const;
registerEnumType(BulkStatusEnum, {
  name: 'BulkForecastStatus',
  description: 'Dòng đã ghi, trùng số cũ, hay bị từ chối. / What became of a row.',
  valuesMap: {
    WRITTEN: { description: 'Đã ghi. / Written.' },
    SAME: { description: 'Đúng số đã có, không ghi thêm. / The same number is already there.' },
    REFUSED: { description: 'Không ghi được; dòng khác vẫn ghi. / Refused; the others stand.' },
  },
});

@ObjectType('BulkForecastRow', { description: 'Một dòng sau khi ghi. / A row after writing.' })
export class BulkForecastRowModel {
  @Field(() => ID, { description: 'Mã hộ. / Household id.' })
  householdId: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => BulkStatusEnum, { description: 'Kết quả. / Outcome.' })
  status: BulkOutcome['status'];
  @Field(() => Refused, { nullable: true, description: 'Vì sao không ghi. / Why not.' })
  refusal: Refused | null;
}

@ObjectType('BulkForecast', { description: 'Kết quả ghi danh sách. / What became of a list.' })
export class BulkForecastModel {
  @Field(() => [BulkForecastRowModel], { description: 'Theo thứ tự gửi. / In the order sent.' })
  rows: BulkForecastRowModel[];
}
