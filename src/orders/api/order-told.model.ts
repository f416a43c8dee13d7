import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('OrderTold', {
  description: 'Lời hỏi mua đã đến các hộ chưa. / How far the question of an order came.',
})
export class OrderToldModel {
  @Field(() => ID, { description: 'Đơn. / The order.' })
  orderId: string;
  @Field(() => Int, { description: 'Số hộ được hỏi. / Households asked.' })
  households: number;
  @Field(() => Int, { description: 'Số hộ đã gửi được tin. / A message left for them.' })
  told: number;
  @Field(() => Int, { description: 'Số hộ đã nhận được tin. / It reached them.' })
  delivered: number;
  @Field(() => Int, { description: 'Số hộ đã trả lời. / They answered.' })
  answered: number;
  @Field(() => Int, {
    description:
      'Số hộ còn chờ mà chưa gửi được tin, cần gọi điện. / Waited for and untold: call them.',
  })
  toCall: number;
  @Field(() => String, {
    description: 'Một câu, ví dụ “đã báo 11/12 hộ, 1 hộ cần gọi điện”. / One phrase.',
  })
  text: string;
}
