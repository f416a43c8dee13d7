import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';

const CLIENT_ID = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';

@ObjectType('PartyPerson', {
  description: 'Một người làm việc cho bên mình. / One who speaks for the party acted for.',
})
export class PartyPersonModel {
  @Field(() => ID, { description: 'Mã người. / Id.' })
  personId: string;
  @Field(() => String, { description: 'Họ tên, có thể trống. / Name; may be empty.' })
  name: string;
  @Field(() => String, { description: 'Số điện thoại. / Phone, E.164.' })
  phone: string;
  @Field(() => Boolean, { description: 'Là mình. / Whether it is the one who asks.' })
  isSelf: boolean;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Dùng chợ lần cuối; trống: chưa vào bao giờ. / Last seen; null: never.',
  })
  lastSeenAt: Date | null;
}

@InputType({ description: 'Thêm một số cho bên mình. / One more number for the party acted for.' })
export class AddPartyPersonInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => String, { description: 'Số được thêm. / The number.' })
  phone: string;
  @Field(() => String, {
    description: 'Mã gửi tới số đó (requestOtp). / The code sent to that number.',
  })
  code: string;
}

@InputType({ description: 'Bớt một số của bên mình. / A number speaks for the party no more.' })
export class RemovePartyPersonInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { description: 'Người nào. / Who.' })
  personId: string;
  @Field(() => String, {
    description: 'Mã gửi tới số của chính mình (requestOtp). / The code sent to one’s own number.',
  })
  code: string;
}

@InputType({
  description:
    'Giao lại một bên không còn ai đứng tên. / Gives a party that nobody speaks for into hands again.',
})
export class RecoverPartyInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { description: 'Bên nào. / The party.' })
  partyId: string;
  @Field(() => String, { description: 'Số của người nhận. / The number of who takes it.' })
  phone: string;
  @Field(() => String, { description: 'Vì sao, được lưu. / Why; kept on record.' })
  reason: string;
}
