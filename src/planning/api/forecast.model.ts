import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
} from '../../platform/graphql/scalars.js';
import type { FieldEventKind } from '../domain/field-event.js';
import type { Spokesman } from '../domain/standing.js';
import type { Trend } from '../domain/trend.js';

export const ForecastSource = {
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

const TrendEnum = { UP: 'UP', SAME: 'SAME', DOWN: 'DOWN' } as const;
registerEnumType(TrendEnum, {
  name: 'ForecastTrend',
  description: 'So với lần báo trước: ▲ = ▼. / Against the last report.',
  valuesMap: {
    UP: { description: 'Nhiều hơn. / More than last time.' },
    SAME: { description: 'Như trước. / The same.' },
    DOWN: { description: 'Ít hơn. / Less.' },
  },
});

const ForecastFlagEnum = { OVER_YIELD: 'OVER_YIELD' } as const;
registerEnumType(ForecastFlagEnum, {
  name: 'ForecastFlag',
  description: 'Vì sao số báo chưa được tính. / Why a report does not count yet.',
  valuesMap: {
    OVER_YIELD: {
      description: 'Nhiều hơn đất có thể cho cả vụ. / More than the land can give in a season.',
    },
  },
});

export const FieldEventKindEnum = {
  HAIL: 'HAIL',
  STORM: 'STORM',
  FLOOD: 'FLOOD',
  DROUGHT: 'DROUGHT',
  HEAT: 'HEAT',
  COLD: 'COLD',
  PEST: 'PEST',
  DISEASE: 'DISEASE',
} as const;

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
  @Field(() => Boolean, {
    description: 'Số đang được tính. / Whether this is the word that counts.',
  })
  isCurrent: boolean;
  @Field(() => TrendEnum, {
    nullable: true,
    description: 'Báo bằng mũi tên. / Set when an arrow was said instead of a number.',
  })
  trend: Trend | null;
  @Field(() => ForecastFlagEnum, {
    nullable: true,
    description: 'Vượt mức đất: giữ lại, chờ xác nhận. / Kept, and counts once it is confirmed.',
  })
  flag: 'OVER_YIELD' | null;
  @Field(() => FieldEventKindEnum, {
    nullable: true,
    description: 'Giảm vì thời tiết, sâu bệnh nào. / The event that lowered it.',
  })
  reason: FieldEventKind | null;
  @Field(() => InstantScalar, { description: 'Báo lúc nào. / When it was said.' })
  createdAt: Date;
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
  @Field(() => GramsScalar, {
    nullable: true,
    description: 'Khối lượng; hoặc mũi tên. / Weight; or an arrow.',
  })
  grams?: number | null;
  @Field(() => TrendEnum, {
    nullable: true,
    description: 'Nhiều hơn, như trước, ít hơn lần báo trước. / Against the last report.',
  })
  trend?: Trend | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Đúng là nhiều thế, dù vượt mức đất. / So much is true, though beyond the land.',
  })
  isSure?: boolean | null;
}
