import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';

export const MeasureEnum = {
  PLANNED: 'PLANNED',
  FORECAST: 'FORECAST',
  OFFERED: 'OFFERED',
  COMMITTED: 'COMMITTED',
  WEIGHED: 'WEIGHED',
  UNSOLD: 'UNSOLD',
} as const;
registerEnumType(MeasureEnum, {
  name: 'SupplyMeasure',
  description:
    'Số liệu: kế hoạch, dự báo, đang bán, đã chốt, đã cân, chưa bán. / What is added up.',
  valuesMap: {
    PLANNED: { description: 'Kế hoạch sản xuất. / The production plan.' },
    FORECAST: { description: 'Sản lượng các hộ báo. / What households forecast.' },
    OFFERED: { description: 'Đã đăng bán. / Put on the market.' },
    COMMITTED: { description: 'Đã chốt bán. / Promised in deals.' },
    WEIGHED: { description: 'Đã cân. / Weighed.' },
    UNSOLD: { description: 'Đã đăng mà chưa chốt. / Offered and not promised to anyone.' },
  },
});

const ToneEnum = { UP: 'UP', DOWN: 'DOWN', SAME: 'SAME', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(ToneEnum, {
  name: 'PriceTone',
  description: 'Giá so với phiên trước: tăng, giảm, giữ, chưa rõ. / Against the market day before.',
  valuesMap: {
    UP: { description: 'Tăng. / Higher than before.' },
    DOWN: { description: 'Giảm. / Lower than before.' },
    SAME: { description: 'Giữ giá. / The same as before.' },
    UNKNOWN: { description: 'Chưa đủ phiếu để so. / Too few tickets to compare.' },
  },
});

@ObjectType('SupplyFigures', {
  description:
    'Sản lượng của một ngày; null là chưa ai báo, 0 là báo không có. / Volumes of a day; null: nobody reported, 0: reported as none.',
})
export class SupplyFiguresModel {
  @Field(() => GramsScalar, { nullable: true, description: 'Kế hoạch. / Planned.' })
  plannedGrams: number | null;
  @Field(() => GramsScalar, { nullable: true, description: 'Các hộ đã báo. / Reported forecast.' })
  forecastGrams: number | null;
  @Field(() => GramsScalar, {
    description: 'Lấy theo số báo ba ngày trước. / Carried from reports of the three days before.',
  })
  carriedGrams: number;
  @Field(() => Int, { description: 'Số hộ chưa báo. / Households that gave no number.' })
  unknownHouseholds: number;
  @Field(() => GramsScalar, { description: 'Đang rao bán. / Offered.' })
  offeredGrams: number;
  @Field(() => GramsScalar, { description: 'Đã chốt đơn. / Committed.' })
  committedGrams: number;
  @Field(() => GramsScalar, { description: 'Đã cân, tính tiền. / Weighed and payable.' })
  weighedGrams: number;
  @Field(() => GramsScalar, { description: 'Chưa có người mua. / Without a buyer.' })
  unsoldGrams: number;
}

@ObjectType('SupplyBoardRow', { description: 'Một xã, một cây. / One commune and crop.' })
export class SupplyBoardRowModel extends SupplyFiguresModel {
  @Field(() => ID, { description: 'Xã có hiệu lực ngày đó. / Commune in force on that day.' })
  communeId: string;
  @Field(() => String, { description: 'Mã cây. / Crop code.' })
  cropCode: string;
}

@ObjectType('SupplyBoard', { description: 'Bảng sản lượng một ngày. / The supply board of a day.' })
export class SupplyBoardModel {
  @Field(() => DayScalar, { description: 'Ngày. / The day.' })
  day: string;
  @Field(() => InstantScalar, {
    description: 'Giờ lấy số liệu. / When the figures were read.',
  })
  dataAt: Date;
  @Field(() => [SupplyBoardRowModel], {
    description: 'Các dòng theo xã và cây. / Rows by commune and crop.',
  })
  rows: SupplyBoardRowModel[];
  @Field(() => SupplyFiguresModel, {
    description: 'Tổng cộng, bằng tổng các dòng. / Totals, equal to the rows.',
  })
  totals: SupplyFiguresModel;
  @Field(() => SupplyFiguresModel, {
    description: 'Tổng của hôm trước. / Totals of the day before.',
  })
  yesterday: SupplyFiguresModel;
}

@ObjectType('SupplyRow', {
  description: 'Một dòng gốc của con số trên bảng. / One row behind a figure.',
})
export class SupplyRowModel {
  @Field(() => String, { nullable: true, description: 'Hộ. / Household.' })
  household: string | null;
  @Field(() => String, {
    description:
      'Nguồn: vụ, loại hàng, số đơn hoặc số phiếu. / Season, grade, deal or ticket number.',
  })
  label: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc ghi. / When recorded.' })
  at: Date | null;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
}

@ObjectType('CurveDay', {
  description: 'Một ngày trên đường cung 14 ngày. / One day of the forward curve.',
})
export class CurveDayModel {
  @Field(() => DayScalar, { description: 'Ngày. / Day.' })
  day: string;
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Dự báo; null là chưa ai báo. / Forecast; null when nobody reported.',
  })
  forecastGrams: number | null;
  @Field(() => GramsScalar, { description: 'Đã chốt. / Committed.' })
  committedGrams: number;
  @Field(() => GramsScalar, {
    description: 'Sức chở của xe một chuyến. / What trucks can carry in one trip.',
  })
  truckCapacityGrams: number;
  @Field(() => Int, { description: 'Số hộ chưa báo. / Households without a report.' })
  unknownHouseholds: number;
  @Field(() => Boolean, {
    description: 'Cảnh báo dư hàng. / More ripens than is sold, three days ahead.',
  })
  isGlut: boolean;
}

@ObjectType('PriceRow', {
  description:
    'Giá thực trả một loại hàng, sau trừ hao. / What a grade really brought, after deductions.',
})
export class PriceRowModel {
  @Field(() => String, { description: 'Mã cây. / Crop code.' })
  cropCode: string;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => Boolean, {
    description: 'Đủ 5 phiếu và 3 người mua. / Five tickets and three buyers at least.',
  })
  isEnough: boolean;
  @Field(() => VndScalar, { nullable: true, description: 'Thấp. / Low.' })
  lowVnd: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Phổ biến, từ. / Mostly, from.' })
  mostlyLowVnd: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Phổ biến, đến. / Mostly, to.' })
  mostlyHighVnd: number | null;
  @Field(() => VndScalar, { nullable: true, description: 'Cao. / High.' })
  highVnd: number | null;
  @Field(() => VndScalar, {
    nullable: true,
    description: 'Giá nói, trước trừ hao. / Spoken price, before deductions.',
  })
  nominalVnd: number | null;
  @Field(() => GramsScalar, { description: 'Lượng đã bán. / Volume.' })
  volumeGrams: number;
  @Field(() => Int, { description: 'Số phiếu cân. / Tickets.' })
  tickets: number;
  @Field(() => ToneEnum, { description: 'So với phiên trước. / Against the market day before.' })
  tone: string;
}

@ObjectType('PriceBoard', {
  description: 'Bảng giá phiên chợ gần nhất. / Prices of the last market day.',
})
export class PriceBoardModel {
  @Field(() => DayScalar, { description: 'Phiên chợ. / The market day.' })
  day: string;
  @Field(() => [PriceRowModel], { description: 'Theo cây và loại. / By crop and grade.' })
  rows: PriceRowModel[];
}

@ObjectType('HomeSummary', {
  description: 'Các con số trên màn hình đầu của hộ. / The numbers of the first screen.',
})
export class HomeSummaryModel {
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Đã báo cho ngày mai. / Reported for tomorrow.',
  })
  forecastTomorrowGrams: number | null;
  @Field(() => Int, { description: 'Lô đang bán. / Open lots.' })
  openLots: number;
  @Field(() => GramsScalar, { description: 'Còn chưa ai đặt. / Not yet asked for.' })
  freeGrams: number;
  @Field(() => Int, { description: 'Lời đặt đang chờ trả lời. / Offers waiting for an answer.' })
  offersWaiting: number;
  @Field(() => Int, { description: 'Đơn giao hôm nay. / Deals of today.' })
  dealsToday: number;
  @Field(() => VndScalar, { description: 'Tiền chưa nhận. / Money not yet received.' })
  toReceiveVnd: number;
  @Field(() => Int, { description: 'Phiếu cân chờ đồng ý. / Tickets waiting for a yes.' })
  ticketsToConfirm: number;
  @Field(() => ID, {
    nullable: true,
    description: 'Lô gần nhất, để đăng lại. / The last lot, to list again.',
  })
  lastLotId: string | null;
}

@ObjectType('SupplyChange', { description: 'Số liệu vừa thay đổi. / Figures have changed.' })
export class SupplyChangeModel {
  @Field(() => InstantScalar, { description: 'Lúc thay đổi. / When.' })
  dataAt: Date;
}
