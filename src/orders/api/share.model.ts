import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { Preview } from '../use-cases/preview-allocation.js';

@ObjectType('AllocationShare', {
  description:
    'Phần của một lô hợp với đơn: lấy bao nhiêu, hay vì sao không. / What a plan takes of one lot that fits, or why nothing.',
})
export class ShareModel {
  @Field(() => ID, { description: 'Mã lô. / Lot id.' })
  lotId: string;
  @Field(() => String, { description: 'Số lô, đọc được. / Number of the lot, as it is said.' })
  lotCode: string;
  @Field(() => ID, { description: 'Mã dòng loại của lô. / Id of the lot’s grade line.' })
  lotGradeId: string;
  @Field(() => Int, {
    description:
      'Số thứ tự của hộ trong bản xem này; cùng số là cùng hộ. / Which household of this preview, by number; the same number is the same household.',
  })
  householdNumber: number;
  @Field(() => GramsScalar, { description: 'Hộ chào bán. / Weight on offer.' })
  offeredGrams: number;
  @Field(() => GramsScalar, { description: 'Lấy ít nhất. / The least that may be taken.' })
  leastGrams: number;
  @Field(() => GramsScalar, { description: 'Máy tính lấy; 0 là không lấy. / Taken; 0 is nothing.' })
  takenGrams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Vì sao không lấy, một câu; null khi có lấy. / Why nothing is taken, one sentence.',
  })
  sentence: string | null;

  // Not shown: what the fields that need a look-up ask by.
  communeId: string;
  gradeCode: string;
  householdId: string;
  order: Preview['order'];
}
