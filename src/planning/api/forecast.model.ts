import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { DayScalar, GramsScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { Spokesman } from '../domain/standing.js';

const ForecastSource = {
  GROWER: 'GROWER',
  COOPERATIVE: 'COOPERATIVE',
  NEIGHBOUR: 'NEIGHBOUR',
  OFFICER: 'OFFICER',
} as const;
registerEnumType(ForecastSource, {
  name: 'ForecastSource',
  description: 'Ai báo: hộ tự báo, hợp tác xã, cán bộ xã. / Who reported.',
  valuesMap: {
    GROWER: { description: 'Hộ tự báo. / The household itself.' },
    COOPERATIVE: {
      description: 'Hợp tác xã báo giúp. / The cooperative it lets sell for it.',
    },
    NEIGHBOUR: { description: 'Hàng xóm được nhờ báo giúp. / A neighbour the household trusts.' },
    OFFICER: { description: 'Cán bộ xã báo giúp. / An officer of the commune, for the household.' },
  },
});

@ObjectType('Forecast', {
  description: 'Sản lượng báo trước cho một ngày. / What a household says it will pick on a day.',
})
export class ForecastModel {
  @Field(() => ID, { description: 'Mã lần báo. / Id of this report.' })
  id: string;
  @Field(() => DayScalar, { description: 'Ngày có hàng. / The day.' })
  day: Day;
  @Field(() => GramsScalar, {
    description: 'Khối lượng; 0 là không có hàng. / Weight; 0 means none, not unknown.',
  })
  grams: number;
  @Field(() => Int, { description: 'Lần báo thứ mấy. / Revision, from 1.' })
  revision: number;
  @Field(() => ForecastSource, { description: 'Ai báo. / Who reported.' })
  source: Spokesman;
}

@InputType({ description: 'Báo sản lượng. / One number for one day.' })
export class ReportForecastInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'Hộ được báo giúp; bỏ trống là hộ của mình. / The household reported for; own by default.',
  })
  householdId?: string | null;
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => DayScalar, { description: 'Ngày có hàng. / The day.' })
  day: Day;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
}
