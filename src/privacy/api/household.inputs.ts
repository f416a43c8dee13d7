import { Field, ID, InputType } from '@nestjs/graphql';
import { ActInput } from '../../platform/graphql/act-input.js';

@InputType({ description: 'Hộ nào, ở quầy. / Which household, at the counter.' })
export class HouseholdActInput extends ActInput {
  @Field(() => ID, { description: 'Hộ. / The household.' })
  householdId: string;
}

@InputType({
  description:
    'Việc hộ xin cho chính mình ở quầy: mã hộ đọc, hoặc ảnh giấy hộ ký cho riêng việc ấy. / What a household asks for itself at the counter: the code read out, or the paper signed, for that alone.',
})
export class HouseholdWishInput extends HouseholdActInput {
  @Field(() => String, { nullable: true, description: 'Mã hộ đọc. / The code read out.' })
  code?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Hoặc ảnh giấy có chữ ký. / Or the photo of the signed paper.',
  })
  paperId?: string | null;
}
