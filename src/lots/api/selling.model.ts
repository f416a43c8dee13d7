import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { orRefused } from '../../platform/graphql/refused.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  UuidScalar,
} from '../../platform/graphql/scalars.js';
import { LotVersion } from './lot.inputs.js';
import { LotModel } from './lot.model.js';

const ACT = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@ObjectType('SellingPause', {
  description: 'Những ngày hộ nghỉ bán. / Days on which a household sells nothing.',
})
export class SellingPauseModel {
  @Field(() => DayScalar, { description: 'Ngày đầu. / First day.' })
  firstDay: Day;
  @Field(() => DayScalar, { description: 'Ngày cuối, kể cả. / Last day, included.' })
  lastDay: Day;
}

@ObjectType('SellingStanding', {
  description: 'Hộ đang bán hay nghỉ bán. / Whether a household sells or rests.',
})
export class SellingStandingModel {
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
  @Field(() => SellingPauseModel, {
    nullable: true,
    description: 'Đợt nghỉ đang hoặc sắp tới. / The pause it is in or has said.',
  })
  pause: SellingPauseModel | null;
  @Field(() => Int, {
    description: 'Số lô đang bị ẩn vì nghỉ bán. / Lots that the pause hides.',
  })
  hiddenLots: number;
  @Field(() => GramsScalar, {
    description:
      'Đã hẹn với người mua trong các lô đó; nghỉ bán không hủy. / Promised of them; a pause takes nothing back.',
  })
  promisedGrams: number;
}

@InputType({ description: 'Nghỉ bán từ ngày đến ngày. / Sells nothing from a day to a day.' })
export class PauseSellingInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ được làm giúp. / The household acted for; own by default.',
  })
  householdId?: string | null;
  @Field(() => DayScalar, { description: 'Ngày đầu. / First day.' })
  firstDay: Day;
  @Field(() => DayScalar, { description: 'Ngày cuối, kể cả. / Last day, included.' })
  lastDay: Day;
}

@InputType({ description: 'Bán lại sau khi nghỉ. / Sells again.' })
export class ResumeSellingInput {
  @Field(() => UuidScalar, { description: ACT })
  clientMutationId: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Hộ được làm giúp. / The household acted for; own by default.',
  })
  householdId?: string | null;
}

@InputType({
  description:
    'Cho người mua được chọn xem lô trước. / Shows a lot to chosen buyers before everybody.',
})
export class RestrictLotInput extends LotVersion {
  @Field(() => [UuidScalar], {
    description:
      'Thương lái, hợp tác xã được xem trước; rỗng là ai cũng thấy. / Who sees it first; none: everybody.',
  })
  partyIds: string[];
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Từ giờ này ai cũng thấy. / From then on everybody sees it.',
  })
  openToAllAt?: Date | null;
}

export const PauseSellingResult = orRefused(
  'PauseSellingResult',
  SellingStandingModel,
  'Hộ nghỉ bán.',
);
export const ResumeSellingResult = orRefused(
  'ResumeSellingResult',
  SellingStandingModel,
  'Hộ bán lại.',
);
export const RestrictLotResult = orRefused('RestrictLotResult', LotModel, 'Đã đổi người xem lô.');
