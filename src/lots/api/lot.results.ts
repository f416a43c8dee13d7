import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { isRefusal } from '../../kernel/refusal.js';
import { orRefused, RefusalModel, Refused } from '../../platform/graphql/refused.js';
import { GramsScalar } from '../../platform/graphql/scalars.js';
import { LotModel } from './lot.model.js';

@ObjectType('VersionConflict', {
  implements: () => [RefusalModel],
  description:
    'Lô đã được sửa ở máy khác; kèm bản mới. / Changed on another phone; the new one comes along.',
})
export class VersionConflictModel extends RefusalModel {
  @Field(() => LotModel, { description: 'Lô như bây giờ. / The lot as it stands.' })
  current: LotModel;
}

@ObjectType('ReservedLine', {
  description: 'Phần đã có người đặt của một loại. / What is promised of a grade.',
})
export class ReservedLineModel {
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Đã đặt và đã cân. / Promised and weighed.' })
  reservedGrams: number;
}

@ObjectType('BelowReserved', {
  implements: () => [RefusalModel],
  description: 'Số kg mới ít hơn phần đã có người đặt. / Less than what is promised.',
})
export class BelowReservedModel extends RefusalModel {
  @Field(() => [ReservedLineModel], {
    description: 'Các loại bị thiếu. / The lines that are too low.',
  })
  reservations: ReservedLineModel[];
}

export const CreateLotResult = orRefused('CreateLotResult', LotModel, 'Đã lưu lô.');
export const PublishLotResult = orRefused('PublishLotResult', LotModel, 'Lô đã lên chợ.');
export const PauseLotResult = orRefused('PauseLotResult', LotModel, 'Lô đã tạm ngưng.');
export const ResumeLotResult = orRefused('ResumeLotResult', LotModel, 'Lô đã lên chợ lại.');
export const WithdrawLotResult = orRefused('WithdrawLotResult', LotModel, 'Đã rút lô.');
export const MergeLotsResult = orRefused('MergeLotsResult', LotModel, 'Đã gộp lô.');
export const RepeatLotResult = orRefused('RepeatLotResult', LotModel, 'Đã đăng lại.');

export const UpdateLotResult = createUnionType({
  name: 'UpdateLotResult',
  description:
    'Lô đã sửa, hoặc vì sao không sửa được. / The changed lot, or why it was not changed.',
  types: () => [LotModel, VersionConflictModel, BelowReservedModel, Refused] as const,
  resolveType: (value: object) => {
    if ('current' in value) return VersionConflictModel;
    if ('reservations' in value) return BelowReservedModel;
    return isRefusal(value) ? Refused : LotModel;
  },
});
