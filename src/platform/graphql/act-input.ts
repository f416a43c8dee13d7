import { Field, InputType } from '@nestjs/graphql';
import { UuidScalar } from './scalars.js';

/** What every mutation that writes is sent with. */
@InputType({ isAbstract: true })
export abstract class ActInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
}
