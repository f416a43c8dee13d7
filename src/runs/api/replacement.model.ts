import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BackupModel, type Backup } from '../../orders/index.js';
import { GramsScalar, InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';

@ObjectType('ReplacementOption', {
  description:
    'Một lô dự phòng xe ghé được. / A lot that stands by and that the truck could go to.',
})
export class ReplacementOptionModel {
  @Field(() => ID, { description: 'Mã lô dự phòng. / Backup id.' })
  backupId: string;
  @Field(() => GramsScalar, { description: 'Lấy được chừng này. / What would be taken.' })
  grams: number;
  @Field(() => Int, {
    description: 'Phút đi thêm, kể cả bốc hàng. / Extra minutes, loading included.',
  })
  detourMinutes: number;
  @Field(() => BackupModel, { description: 'Lô dự phòng. / The backup.' })
  backup: Backup;
}

@ObjectType('ReplacementSuggestion', {
  description:
    'Hàng thay cho phần một điểm không đủ. / What could replace what a stop did not give.',
})
export class ReplacementSuggestionModel {
  @Field(() => ID, { description: 'Mã điểm dừng. / Stop id.' })
  stopId: string;
  @Field(() => GramsScalar, {
    description:
      'Cả đơn còn thiếu; 0 khi vẫn trong dung sai. / What the order lacks; 0 while it is inside its tolerance.',
  })
  missing: number;
  @Field(() => [ReplacementOptionModel], {
    description: 'Ghé nhanh nhất trước. / The smallest detour first.',
  })
  options: ReplacementOptionModel[];
}

@InputType({
  description: 'Lấy lô dự phòng thay phần thiếu. / Takes lots that stand by for what is missing.',
})
export class ReplaceAllocationInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Điểm không đủ hàng. / The stop that fell short.' })
  stopId: string;
  @Field(() => InstantScalar, { description: 'Lúc nào, theo máy. / When, by the phone.' })
  at: Date;
  @Field(() => [ID], {
    description: 'Các lô dự phòng, ghé lần lượt. / The backups, in the order driven to.',
  })
  backupIds: string[];
}
