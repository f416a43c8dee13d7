import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ClaimKindEnum, LotFilterInput, type ClaimKind } from '../../lots/index.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { GramsScalar, UuidScalar, VndScalar } from '../../platform/graphql/scalars.js';

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@ObjectType('LotFilterKept', {
  description: 'Điều kiện lọc đã lưu. / What a saved search narrows by.',
})
export class LotFilterKeptModel {
  @Field(() => String, { nullable: true, description: 'Chữ gõ. / Typed words.' })
  text: string | null;
  @Field(() => String, { nullable: true, description: 'Cây. / Crop.' })
  cropCode: string | null;
  @Field(() => String, { nullable: true, description: 'Loại. / Grade.' })
  gradeCode: string | null;
  @Field(() => GramsScalar, { nullable: true, description: 'Còn ít nhất. / Free at least.' })
  minGrams: number | null;
  @Field(() => [ID], { nullable: true, description: 'Các xã. / Communes.' })
  communeIds: string[] | null;
  @Field(() => VndScalar, { nullable: true, description: 'Giá không quá. / Price at most.' })
  maxVndPerKg: number | null;
  @Field(() => ClaimKindEnum, { nullable: true, description: 'Giấy. / Paper.' })
  claim: ClaimKind | null;
}

@ObjectType('SavedSearch', { description: 'Tìm kiếm đã lưu. / A saved search.' })
export class SavedSearchModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => String, { description: 'Tên gọi. / Name.' })
  name: string;
  @Field(() => Boolean, { description: 'Có lô mới thì báo. / Whether it tells of new lots.' })
  alerts: boolean;
  @Field(() => LotFilterKeptModel, { description: 'Điều kiện. / The conditions.' })
  filter: LotFilterKeptModel;
}

export const SavedSearchConnection = connectionOf('SavedSearchConnection', SavedSearchModel);

@InputType({ description: 'Lưu một tìm kiếm. / Keeps a search.' })
export class SaveSearchInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, {
    description: 'Mã do máy khách tạo; mã cũ là sửa. / Client-made id; a known one is changed.',
  })
  searchId: string;
  @Field(() => String, { description: 'Tên gọi. / Name.' })
  name: string;
  @Field(() => LotFilterInput, { description: 'Điều kiện. / The conditions.' })
  filter: LotFilterInput;
  @Field(() => Boolean, {
    description:
      'Có lô mới thì báo, nhiều nhất mỗi giờ một tin. / Tells of new lots, once an hour at most.',
  })
  alerts: boolean;
}

@InputType({ description: 'Xóa tìm kiếm đã lưu. / Removes a saved search.' })
export class RemoveSavedSearchInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Tìm kiếm. / The search.' })
  searchId: string;
}

@ObjectType('SavedSearchRemoved', { description: 'Đã xóa. / It was removed.' })
export class SavedSearchRemovedModel {
  @Field(() => ID, { description: 'Tìm kiếm. / The search.' })
  searchId: string;
}

@InputType({ description: 'Nhận bảng nguồn hàng mỗi ngày. / Subscribes to the daily sheet.' })
export class SubscribeSheetInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Giờ gửi, 0 đến 23; bỏ trống là thôi nhận. / Hour of day; none ends it.',
  })
  atHour?: number | null;
}

@ObjectType('SheetSubscription', {
  description: 'Bảng nguồn hàng mỗi ngày. / The daily sheet of a party.',
})
export class SheetSubscriptionModel {
  @Field(() => Int, {
    nullable: true,
    description: 'Giờ gửi; null là không nhận. / Hour of day; null: none.',
  })
  atHour: number | null;
}

export const SaveSearchResult = orRefused('SaveSearchResult', SavedSearchModel, 'Đã lưu tìm kiếm.');
export const RemoveSavedSearchResult = orRefused(
  'RemoveSavedSearchResult',
  SavedSearchRemovedModel,
  'Đã xóa tìm kiếm.',
);
export const SubscribeSheetResult = orRefused(
  'SubscribeSheetResult',
  SheetSubscriptionModel,
  'Đã đổi giờ nhận bảng.',
);
