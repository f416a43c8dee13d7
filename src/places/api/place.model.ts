import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar } from '../../platform/graphql/scalars.js';

export enum AdminUnitKind {
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
  TOWNSHIP = 'TOWNSHIP',
  HAMLET = 'HAMLET',
}
registerEnumType(AdminUnitKind, {
  name: 'AdminUnitKind',
  description: 'Cấp đơn vị hành chính. / Level of an administrative unit.',
});

export enum PlaceKind {
  WHOLESALE_MARKET = 'WHOLESALE_MARKET',
  BUYING_POINT = 'BUYING_POINT',
  BORDER_GATE = 'BORDER_GATE',
  TOWN = 'TOWN',
  CHECKPOINT = 'CHECKPOINT',
}
registerEnumType(PlaceKind, {
  name: 'PlaceKind',
  description: 'Loại địa điểm: chợ đầu mối, điểm thu mua, cửa khẩu, chốt… / What a place is.',
});

@ObjectType('AdminUnit', {
  description:
    'Đơn vị hành chính theo ngày hiệu lực. / An administrative unit with the days it is in force.',
})
export class AdminUnitModel {
  @Field(() => ID, {
    description: 'Mã nội bộ. / Our id: the official code alone is re-used over time.',
  })
  id: string;
  @Field(() => String, { description: 'Mã Tổng cục Thống kê. / Official code.' })
  code: string;
  @Field(() => String, { description: 'Tên. / Name.' })
  name: string;
  @Field(() => AdminUnitKind, { description: 'Cấp. / Level.' })
  kind: AdminUnitKind;
  @Field(() => DayScalar, { description: 'Hiệu lực từ ngày. / First day in force.' })
  validFrom: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Ngày cuối hiệu lực. / Last day in force.',
  })
  validTo: string | null;
  @Field(() => Float, { nullable: true, description: 'Vĩ độ gần đúng. / Approximate latitude.' })
  lat: number | null;
  @Field(() => Float, { nullable: true, description: 'Kinh độ gần đúng. / Approximate longitude.' })
  lon: number | null;
}

@ObjectType('Place', {
  description: 'Địa điểm: chợ, điểm cân, chốt. / A market, weighing point or checkpoint.',
})
export class PlaceModel {
  @Field(() => ID, { description: 'Mã địa điểm. / Id.' })
  id: string;
  @Field(() => String, { description: 'Mã ngắn. / Short code.' })
  code: string;
  @Field(() => String, { description: 'Tên. / Name.' })
  name: string;
  @Field(() => PlaceKind, { description: 'Loại. / Kind.' })
  kind: PlaceKind;
  @Field(() => Float, { description: 'Vĩ độ. / Latitude.' })
  lat: number;
  @Field(() => Float, { description: 'Kinh độ. / Longitude.' })
  lon: number;
  @Field(() => String, { nullable: true, description: 'Đường. / Road it stands on.' })
  road: string | null;
}
