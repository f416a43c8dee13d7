import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { DayScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { SeasonKind } from '../domain/season.js';

const SeasonEnum = { MAIN: 'MAIN', OFF: 'OFF' } as const;
registerEnumType(SeasonEnum, {
  name: 'SeasonKind',
  description: 'Chính vụ hay trái vụ. / Main or off season.',
  valuesMap: {
    MAIN: { description: 'Chính vụ. / Main season.' },
    OFF: { description: 'Trái vụ, rải vụ. / Off season.' },
  },
});

const MONTH_DAY = 'tháng-ngày, ví dụ 07-15. / month-day.';

@ObjectType('CropWindow', {
  description: 'Khung mùa vụ của một cây, một giống. / When a crop is picked and what land gives.',
})
export class CropWindowModel {
  @Field(() => String, { description: 'Mã cây. / Crop code.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống; trống là mọi giống. / Variety.' })
  varietyCode: string | null;
  @Field(() => SeasonEnum, { description: 'Vụ. / Season.' })
  season: SeasonKind;
  @Field(() => String, { description: `Mở, ${MONTH_DAY}` })
  opens: string;
  @Field(() => String, { description: `Khép, ${MONTH_DAY}` })
  closes: string;
  @Field(() => Int, { description: 'Năng suất thường, kg/ha. / Usual yield.' })
  usualKgPerHa: number;
  @Field(() => Int, { description: 'Năng suất cao nhất tin được, kg/ha. / Most that is believed.' })
  mostKgPerHa: number;
  @Field(() => Int, { description: 'Để được ít nhất, ngày. / Shelf life, from days.' })
  shelfDaysFrom: number;
  @Field(() => Int, { description: 'Để được nhiều nhất, ngày. / Shelf life, to days.' })
  shelfDaysTo: number;
  @Field(() => DayScalar, { description: 'Áp dụng từ ngày. / In force from.' })
  validFrom: Day;
}

@InputType({ description: 'Đặt khung mùa vụ từ một ngày. / A window in force from a day on.' })
export class CropWindowInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, { description: 'Mã cây. / Crop code.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống. / Variety.' })
  varietyCode?: string | null;
  @Field(() => SeasonEnum, { description: 'Vụ. / Season.' })
  season: SeasonKind;
  @Field(() => String, { description: `Mở, ${MONTH_DAY}` })
  opens: string;
  @Field(() => String, { description: `Khép, ${MONTH_DAY}` })
  closes: string;
  @Field(() => Int, { description: 'Năng suất thường, kg/ha. / Usual yield.' })
  usualKgPerHa: number;
  @Field(() => Int, { description: 'Năng suất cao nhất tin được, kg/ha. / Most that is believed.' })
  mostKgPerHa: number;
  @Field(() => Int, { description: 'Để được ít nhất, ngày. / Shelf life, from days.' })
  shelfDaysFrom: number;
  @Field(() => Int, { description: 'Để được nhiều nhất, ngày. / Shelf life, to days.' })
  shelfDaysTo: number;
  @Field(() => DayScalar, { description: 'Áp dụng từ ngày. / In force from.' })
  validFrom: Day;
}

@ObjectType('CropCalendar', {
  description: 'Lịch mùa vụ theo một ngày. / The crop calendar as of a day.',
})
export class CropCalendarModel {
  @Field(() => DayScalar, { description: 'Theo ngày. / As of.' })
  asOf: Day;
  @Field(() => [CropWindowModel], { description: 'Các khung. / The windows.' })
  windows: CropWindowModel[];
  @Field(() => [CropWindowModel], {
    description: 'Khung đã đặt cho những ngày sau đó. / Windows set for days after it.',
  })
  coming: CropWindowModel[];
}
