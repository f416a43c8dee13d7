import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CropModel, GradeModel, VarietyModel } from '../../catalog/index.js';
import { AdminUnitModel } from '../../places/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import {
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';
const LISTING = 'Niêm yết gộp. / The pooled listing.';

@ObjectType('PooledGrade', {
  description:
    'Một loại, cộng qua các lô đang bán. / One grade, summed over the lots on the market.',
})
export class PooledGradeModel {
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Còn trống trong các lô. / Free in the lots.' })
  freeGrams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá thấp nhất một kg; null là theo giá đơn. / Lowest ask; null takes the order’s.',
  })
  leastVndPerKg: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Giá cao nhất một kg. / Highest ask.' })
  mostVndPerKg: number | null;
}

@ObjectType('PooledListing', {
  description:
    'Nhiều lô của hộ thành viên, hợp tác xã đứng tên; không chép số kg. / Lots of members under their cooperative’s name; holds no kilograms of its own.',
})
export class PooledListingModel {
  @Field(() => ID, { description: 'Mã niêm yết. / Id.' })
  id: string;
  @Field(() => ID, { description: 'Hợp tác xã. / The cooperative.' })
  coopId: string;
  @Field(() => String, { description: 'Tên hợp tác xã. / Name of the cooperative.' })
  coopName: string;
  @Field(() => CropModel, { description: 'Cây. / Crop.' })
  crop: CropModel;
  @Field(() => VarietyModel, { nullable: true, description: 'Giống. / Variety.' })
  variety: VarietyModel | null;
  @Field(() => String, { description: 'Lời của hợp tác xã. / What the cooperative says of it.' })
  note: string;
  @Field(() => Int, { description: 'Số lô đang bán. / Lots on the market.' })
  lotCount: number;
  @Field(() => Int, { description: 'Số hộ. / Households.' })
  householdCount: number;
  @Field(() => [AdminUnitModel], { description: 'Các xã. / Communes.' })
  communes: AdminUnitModel[];
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Sớm nhất lấy từ. / Earliest pick-up.',
  })
  readyFrom: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Muộn nhất lấy đến. / Latest pick-up.',
  })
  readyTo: Date | null;
  @Field(() => [PooledGradeModel], { description: 'Các loại. / Grades.' })
  grades: PooledGradeModel[];
  @Field(() => InstantScalar, { nullable: true, description: 'Đóng lúc. / Closed at.' })
  closedAt: Date | null;
}

export const PooledListingConnection = connectionOf('PooledListingConnection', PooledListingModel);

@InputType({ description: 'Niêm yết gộp mới. / A new pooled listing.' })
export class CreatePooledListingInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Mã do máy khách tạo. / Client-made id of the listing.' })
  listingId: string;
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống; bỏ trống là mọi giống. / Variety.' })
  varietyCode?: string | null;
  @Field(() => [UuidScalar], { description: 'Lô của các hộ thành viên. / Lots of members.' })
  lotIds: string[];
  @Field(() => String, { nullable: true, description: 'Lời giới thiệu. / A word about it.' })
  note?: string | null;
}

@InputType({ description: 'Thêm, bớt lô của niêm yết gộp. / Adds and removes lots.' })
export class ChangePooledListingInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: LISTING })
  listingId: string;
  @Field(() => [UuidScalar], { description: 'Lô thêm vào. / Lots that enter.' })
  addLotIds: string[];
  @Field(() => [UuidScalar], { description: 'Lô bỏ ra. / Lots that leave.' })
  removeLotIds: string[];
}

@InputType({ description: 'Đóng niêm yết gộp. / Closes a pooled listing.' })
export class ClosePooledListingInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: LISTING })
  listingId: string;
}

export const CreatePooledListingResult = orRefused(
  'CreatePooledListingResult',
  PooledListingModel,
  'Đã niêm yết gộp.',
);
export const ChangePooledListingResult = orRefused(
  'ChangePooledListingResult',
  PooledListingModel,
  'Đã đổi niêm yết gộp.',
);
export const ClosePooledListingResult = orRefused(
  'ClosePooledListingResult',
  PooledListingModel,
  'Đã đóng niêm yết gộp.',
);
