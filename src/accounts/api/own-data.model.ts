import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/page.js';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { Purpose } from '../domain/consent.js';
import type { LookPurpose } from '../domain/look-purpose.js';
import { RoleEnum } from './account.model.js';
import { LookPurposeEnum } from './look-purpose.model.js';

const PurposeEnum = { PUBLIC_NAME: 'PUBLIC_NAME', NEWS: 'NEWS' } as const;
registerEnumType(PurposeEnum, {
  name: 'ConsentPurpose',
  description: 'Việc cần người dùng đồng ý riêng. / What a person may agree to, each by itself.',
  valuesMap: {
    PUBLIC_NAME: {
      description:
        'Ghi tên hộ trên trang công khai của lô. / The household’s name on public pages.',
    },
    NEWS: { description: 'Nhận tin giá và tin chung. / Prices and news of the market.' },
  },
});

@ObjectType('PersonalConsent', {
  description: 'Một sự đồng ý, đang có hay chưa. / One consent as it stands.',
})
export class ConsentModel {
  @Field(() => PurposeEnum, { description: 'Cho việc gì. / For what.' })
  purpose: Purpose;
  @Field(() => Int, { description: 'Bản lời đang dùng. / Version of the text in force.' })
  version: number;
  @Field(() => Boolean, { description: 'Đã đồng ý chưa. / Whether it is given.' })
  isGiven: boolean;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Từ lúc nào; null khi chưa nói gì. / Since when; null before any word.',
  })
  since: Date | null;
}

@ObjectType('ConsentSet', { description: 'Đã ghi. / Written.' })
export class ConsentSetModel {
  @Field(() => Boolean, { description: 'Luôn đúng. / Always true.' })
  done: boolean;
}

@InputType({ description: 'Đồng ý hoặc rút lại. / Gives a consent or takes it back.' })
export class SetConsentInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => PurposeEnum, { description: 'Cho việc gì. / For what.' })
  purpose: Purpose;
  @Field(() => Int, { description: 'Bản lời đã đọc. / Version of the text that was read.' })
  version: number;
  @Field(() => Boolean, { description: 'Đồng ý hay rút lại. / Yes, or no longer.' })
  isGiven: boolean;
}

@ObjectType('ContactView', {
  description:
    'Một bên đã xem số của mình trong một ngày, cho một việc. / One party that was shown the own number on one day, for one purpose.',
})
export class ContactViewModel {
  @Field(() => ID, { description: 'Mã người xem. / Id of who looked.' })
  id: string;
  @Field(() => String, { description: 'Bên nào xem. / The party that looked.' })
  viewer: string;
  @Field(() => RoleEnum, { description: 'Với vai trò gì. / In which role.' })
  viewerRole: string;
  @Field(() => LookPurposeEnum, { description: 'Để làm gì. / What for.' })
  purpose: LookPurpose;
  @Field(() => String, {
    nullable: true,
    description: 'Về giấy tờ, vụ việc nào, khi có nói. / The paper or case it was about.',
  })
  caseRef: string | null;
  @Field(() => Int, { description: 'Bao nhiêu lần trong ngày. / How often that day.' })
  times: number;
  @Field(() => InstantScalar, { description: 'Lần đầu trong ngày. / First that day.' })
  firstAt: Date;
  @Field(() => InstantScalar, { description: 'Lần cuối trong ngày. / Last that day.' })
  lastAt: Date;
}

export const ContactViewConnection = connectionOf('ContactViewConnection', ContactViewModel);
