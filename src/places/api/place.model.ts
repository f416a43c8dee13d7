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
  valuesMap: {
    PROVINCE: {
      description: 'Tỉnh, thành phố trực thuộc trung ương. / A province or a city of its rank.',
    },
    DISTRICT: { description: 'Huyện. / A district.' },
    COMMUNE: { description: 'Xã. / A commune.' },
    TOWNSHIP: { description: 'Thị trấn. / A township.' },
    HAMLET: { description: 'Thôn, tổ dân phố. / A hamlet.' },
  },
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
  valuesMap: {
    WHOLESALE_MARKET: { description: 'Chợ đầu mối. / A wholesale market.' },
    BUYING_POINT: { description: 'Điểm thu mua, điểm cân. / Where fruit is bought and weighed.' },
    BORDER_GATE: { description: 'Cửa khẩu. / A border gate.' },
    TOWN: { description: 'Thị trấn, thành phố nơi giao hàng. / A town goods are delivered to.' },
    CHECKPOINT: { description: 'Chốt kiểm soát trên đường. / A checkpoint on a road.' },
  },
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
