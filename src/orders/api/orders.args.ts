import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/page.js';

@ArgsType()
export class OrdersArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Chỉ những đơn có số tận cùng như vậy, ít nhất ba chữ. / Only those whose number ends so, three signs at least.',
  })
  numberEndsWith?: string | null;
}
