import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { DayScalar, InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { FieldEventKind } from '../domain/field-event.js';
import type { Spokesman } from '../domain/standing.js';
import { FieldEventKindEnum, ForecastSource } from './forecast.model.js';

registerEnumType(FieldEventKindEnum, {
  name: 'FieldEventKind',
  description: 'Thời tiết, sâu bệnh nào. / What happened in the field.',
  valuesMap: {
    HAIL: { description: 'Mưa đá. / Hail.' },
    STORM: { description: 'Giông bão. / Storm.' },
    FLOOD: { description: 'Ngập úng. / Flooding.' },
    DROUGHT: { description: 'Khô hạn. / Drought.' },
    HEAT: { description: 'Nắng nóng. / Heat.' },
    COLD: { description: 'Rét hại. / Cold.' },
    PEST: { description: 'Sâu hại. / Pests.' },
    DISEASE: { description: 'Bệnh cây. / Disease.' },
  },
});

@ObjectType('FieldEvent', {
  description: 'Thời tiết, sâu bệnh làm giảm sản lượng. / An event that lowers what was expected.',
})
export class FieldEventModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => FieldEventKindEnum, { description: 'Loại. / Kind.' })
  kind: FieldEventKind;
  @Field(() => DayScalar, { description: 'Xảy ra từ ngày. / First day.' })
  firstDay: Day;
  @Field(() => DayScalar, { description: 'Ảnh hưởng đến ngày. / Last day it reaches.' })
  lastDay: Day;
  @Field(() => Int, { description: 'Mất bao nhiêu, phần vạn. / Loss, hundredths of a percent.' })
  lossBp: number;
  @Field(() => String, { description: 'Ghi chú. / Note.' })
  note: string;
  @Field(() => ForecastSource, { description: 'Ai báo. / Who reported.' })
  source: Spokesman;
  @Field(() => InstantScalar, { description: 'Báo lúc nào. / When reported.' })
  createdAt: Date;
}

@InputType({ description: 'Báo thời tiết, sâu bệnh. / An event of the field.' })
export class FieldEventInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => FieldEventKindEnum, { description: 'Loại. / Kind.' })
  kind: FieldEventKind;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Cả xã này; chỉ cán bộ xã. / The whole commune; commune officers only.',
  })
  communeId?: string | null;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Một hộ; bỏ trống là hộ của mình. / One household; own by default.',
  })
  householdId?: string | null;
  @Field(() => String, { nullable: true, description: 'Chỉ cây này. / Only this crop.' })
  cropCode?: string | null;
  @Field(() => DayScalar, { description: 'Xảy ra từ ngày. / First day.' })
  firstDay: Day;
  @Field(() => DayScalar, { description: 'Ảnh hưởng đến ngày. / Last day it reaches.' })
  lastDay: Day;
  @Field(() => Int, { description: 'Mất bao nhiêu, phần vạn. / Loss, hundredths of a percent.' })
  lossBp: number;
  @Field(() => String, { nullable: true, description: 'Ghi chú. / Note.' })
  note?: string | null;
}
