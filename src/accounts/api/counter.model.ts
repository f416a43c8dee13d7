import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('CounterHousehold', {
  description:
    'Một hộ có thể xin phép tại chỗ. / A household that may be asked for its word across the counter.',
})
export class CounterHouseholdModel {
  @Field(() => ID, { description: 'Mã hộ. / Id.' })
  id: string;
  @Field(() => String, { description: 'Tên hộ. / Its name.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Thôn. / Hamlet.' })
  hamlet: string | null;
  @Field(() => Boolean, {
    description: 'Hộ có số ở chợ nên gửi mã được. / A code can be sent to one of its numbers.',
  })
  hasPhone: boolean;
}
