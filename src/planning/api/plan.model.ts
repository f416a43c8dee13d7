import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
} from '../../platform/graphql/scalars.js';
import type { PlanState } from '../domain/plan.state.js';
import type { Spokesman } from '../domain/standing.js';
import type { PlanFlag } from '../domain/yield.js';
import type { PlanDecision } from '../use-cases/review-plan.js';
import { ForecastSource } from './forecast.model.js';

const PlanStateEnum = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  CONFIRMED: 'CONFIRMED',
  CLOSED: 'CLOSED',
} as const;
registerEnumType(PlanStateEnum, {
  name: 'PlanState',
  description: 'Kế hoạch đang ở bước nào. / Where a plan stands.',
  valuesMap: {
    DRAFT: { description: 'Đang ghi, hoặc được trả lại để sửa. / Being written, or given back.' },
    SUBMITTED: { description: 'Đã nộp, chờ xác nhận. / Handed in, not yet looked at.' },
    CONFIRMED: { description: 'Đã xác nhận. / Confirmed.' },
    CLOSED: { description: 'Đã khép, hết vụ. / Closed after the harvest.' },
  },
});

const PlanFlagEnum = {
  YIELD_HIGH: 'YIELD_HIGH',
  YIELD_LOW: 'YIELD_LOW',
  AREA_MISSING: 'AREA_MISSING',
  AREA_OVER_PLOTS: 'AREA_OVER_PLOTS',
  OUT_OF_SEASON: 'OUT_OF_SEASON',
} as const;
registerEnumType(PlanFlagEnum, {
  name: 'PlanFlag',
  description: 'Chỗ cần xem lại trước khi xác nhận. / What a reviewer should look at.',
  valuesMap: {
    YIELD_HIGH: { description: 'Năng suất cao hơn mức có thể. / More than a hectare can give.' },
    YIELD_LOW: { description: 'Năng suất quá thấp. / Less than a third of the usual yield.' },
    AREA_MISSING: { description: 'Chưa biết diện tích. / The land is not known.' },
    AREA_OVER_PLOTS: {
      description: 'Diện tích lớn hơn các thửa đã khai. / More land than the plots have.',
    },
    OUT_OF_SEASON: { description: 'Ngoài khung mùa vụ. / Outside the crop calendar.' },
  },
});

const PlanDecisionEnum = { CONFIRM: 'CONFIRM', GIVE_BACK: 'GIVE_BACK', CLOSE: 'CLOSE' } as const;
registerEnumType(PlanDecisionEnum, {
  name: 'PlanDecision',
  description: 'Xác nhận, trả lại hoặc khép kế hoạch. / What a reviewer decides.',
  valuesMap: {
    CONFIRM: { description: 'Xác nhận. / Yes.' },
    GIVE_BACK: {
      description: 'Trả lại để sửa, phải ghi lý do. / Back to be mended, with a reason.',
    },
    CLOSE: { description: 'Khép khi hết vụ. / The harvest is over.' },
  },
});

@ObjectType('ProductionPlan', {
  description:
    'Kế hoạch một vụ của một hộ, hoặc của cả xã. / What a household, or a whole commune, expects of a season.',
})
export class PlanModel {
  @Field(() => ID, { description: 'Mã kế hoạch. / Id.' })
  id: string;
  @Field(() => String, { description: 'Vụ, ví dụ 2026-MAIN. / Season code.' })
  season: string;
  @Field(() => String, { nullable: true, description: 'Giống; trống là mọi giống. / Variety.' })
  varietyCode: string | null;
  @Field(() => Int, { nullable: true, description: 'Diện tích, m². / Land in square metres.' })
  areaM2: number | null;
  @Field(() => Int, { nullable: true, description: 'Số cây. / Trees.' })
  treeCount: number | null;
  @Field(() => GramsScalar, { description: 'Sản lượng dự tính. / Expected weight.' })
  expectedG: number;
  @Field(() => DayScalar, { description: 'Ngày hái đầu. / First day of the harvest.' })
  firstDay: Day;
  @Field(() => DayScalar, { description: 'Ngày hái cuối. / Last day of the harvest.' })
  lastDay: Day;
  @Field(() => PlanStateEnum, { description: 'Bước. / State.' })
  state: PlanState;
  @Field(() => ForecastSource, { description: 'Ai ghi. / Who wrote it.' })
  source: Spokesman;
  @Field(() => String, { nullable: true, description: 'Lời của người xem. / The reviewer’s note.' })
  reviewNote: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Xem lúc nào. / When reviewed.' })
  reviewedAt: Date | null;
  @Field(() => Int, { description: 'Lần sửa, để không ghi đè nhau. / Version.' })
  version: number;
  @Field(() => [PlanFlagEnum], {
    description: 'Chỗ cần xem lại. / What looks implausible; never a refusal.',
  })
  flags: PlanFlag[];
  @Field(() => Int, {
    nullable: true,
    description: 'Năng suất tính ra, kg một hecta. / Yield it amounts to, kg a hectare.',
  })
  kgPerHa: number | null;
}

@InputType({ description: 'Kế hoạch một vụ; chỉ cần cây, sản lượng, tháng. / A season plan.' })
export class SavePlanInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, { nullable: true, description: 'Sửa kế hoạch này. / Change this one.' })
  planId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Lần sửa đã xem. / Version it was read at.' })
  expectedVersion?: number | null;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ được ghi giúp; bỏ trống là hộ của mình. / The household; own by default.',
  })
  householdId?: string | null;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Kế hoạch của cả xã này. / For this commune as a whole.',
  })
  communeId?: string | null;
  @Field(() => String, { description: 'Cây. / Crop.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống. / Variety.' })
  varietyCode?: string | null;
  @Field(() => GramsScalar, { description: 'Sản lượng cả vụ. / Weight of the whole season.' })
  expectedGrams: number;
  @Field(() => String, { description: 'Tháng hái, ví dụ 2026-08. / Month of the harvest.' })
  month: string;
  @Field(() => DayScalar, { nullable: true, description: 'Ngày hái đầu. / First day.' })
  firstDay?: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Ngày hái cuối. / Last day.' })
  lastDay?: Day | null;
  @Field(() => Int, { nullable: true, description: 'Diện tích, m². / Land in square metres.' })
  areaM2?: number | null;
  @Field(() => Int, { nullable: true, description: 'Số cây. / Trees.' })
  treeCount?: number | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Nộp luôn; không thì để nháp. / Hand it in; else it stays a draft.',
  })
  submit: boolean;
}

@InputType({ description: 'Xem một kế hoạch. / A decision on a plan.' })
export class ReviewPlanInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Kế hoạch. / The plan.' })
  planId: string;
  @Field(() => Int, { description: 'Lần sửa đã xem. / Version it was read at.' })
  expectedVersion: number;
  @Field(() => PlanDecisionEnum, { description: 'Quyết định. / The decision.' })
  decision: PlanDecision;
  @Field(() => String, {
    nullable: true,
    description: 'Lý do; phải có khi trả lại. / Reason; needed when given back.',
  })
  note?: string | null;
}

@InputType({ description: 'Lọc kế hoạch. / Which plans.' })
export class PlanFilterInput {
  @Field(() => String, { nullable: true, description: 'Vụ. / Season code.' })
  season?: string | null;
  @Field(() => String, { nullable: true, description: 'Cây. / Crop.' })
  cropCode?: string | null;
  @Field(() => PlanStateEnum, { nullable: true, description: 'Bước. / State.' })
  state?: PlanState | null;
  @Field(() => ID, { nullable: true, description: 'Xã, cũ hay mới. / Commune, old or new.' })
  communeId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Chỉ kế hoạch của cả xã. / Only plans of whole communes.',
  })
  wholeCommunes?: boolean | null;
}
