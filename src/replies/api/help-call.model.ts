import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { HelpOutcome } from '../domain/help-call.js';

const HelpOutcomeEnum = {
  TALKED: 'TALKED',
  NO_ANSWER: 'NO_ANSWER',
  WRONG_NUMBER: 'WRONG_NUMBER',
} as const satisfies Record<HelpOutcome, HelpOutcome>;
registerEnumType(HelpOutcomeEnum, {
  name: 'HelpOutcome',
  description: 'Gọi giúp thì sao. / What came of a call for help.',
  valuesMap: {
    TALKED: { description: 'Đã nói chuyện, xong. / Talked; done.' },
    NO_ANSWER: {
      description: 'Không nghe máy, còn phải gọi lại. / Nobody picked up; still waits.',
    },
    WRONG_NUMBER: { description: 'Sai số, thôi gọi. / Not the household’s number; done.' },
  },
});

@ObjectType('HelpRequest', {
  description: 'Lời nhờ gọi của chính hộ mình. / The household’s own wish to be called.',
})
export class HelpRequestModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => InstantScalar, { description: 'Nhờ lúc. / Asked when.' })
  createdAt: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'Xong lúc. / Done when.' })
  endedAt: Date | null;
}

@ObjectType('HelpCall', {
  description: 'Một hộ nhờ gọi lại. / A household that waits for a call.',
})
export class HelpCallModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => String, { description: 'Tên hộ. / Its name.' })
  householdName: string;
  @Field(() => ID, { description: 'Hộ nào. / The household.' })
  householdId: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Số để gọi; cán bộ nói để gọi lại rồi mới thấy, mỗi lần xem hộ đều biết. / The number to call; the staff says first that it calls back; each look is kept for the household.',
  })
  phone: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Dấu màn hình hộ đang xem. / Sign of the screen it looks at.',
  })
  screen: string | null;
  @Field(() => String, { nullable: true, description: 'Bản ứng dụng. / Version of the app.' })
  appVersion: string | null;
  @Field(() => String, { nullable: true, description: 'Lời nhắn. / Its words.' })
  note: string | null;
  @Field(() => InstantScalar, { description: 'Nhờ lúc. / Asked when.' })
  createdAt: Date;
  @Field(() => Int, { description: 'Số lần đã gọi. / Calls so far.' })
  tries: number;
  @Field(() => InstantScalar, { nullable: true, description: 'Gọi gần nhất. / The newest call.' })
  lastTryAt: Date | null;
}

@ObjectType('HelpCallRecorded', { description: 'Đã ghi cuộc gọi. / The call is recorded.' })
export class HelpCallRecordedModel {
  @Field(() => ID, { description: 'Lời nhờ nào. / Which wish.' })
  helpCallId: string;
}

@InputType({ description: 'Nhờ người gọi lại. / Asks to be called.' })
export class RequestHelpCallInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => String, {
    nullable: true,
    description: 'Dấu màn hình đang xem, như A3. / Sign of the screen looked at.',
  })
  screen: string | null;
  @Field(() => String, { nullable: true, description: 'Bản ứng dụng. / Version of the app.' })
  appVersion: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Một câu, nhiều nhất 300 chữ. / One sentence, at most 300 characters.',
  })
  note: string | null;
}

@InputType({ description: 'Ghi một cuộc gọi giúp. / What a call for help brought.' })
export class RecordHelpCallInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Lời nhờ nào. / Which wish.' })
  helpCallId: string;
  @Field(() => HelpOutcomeEnum, { description: 'Kết quả. / The outcome.' })
  outcome: HelpOutcome;
}
