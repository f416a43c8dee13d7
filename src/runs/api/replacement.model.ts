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
  @Field(() => GramsScalar, {
    description: 'Hộ không bán ít hơn chừng này. / The least its household lets go.',
  })
  leastGrams: number;
  @Field(() => Int, {
    description: 'Phút đi thêm, kể cả bốc hàng. / Extra minutes, loading included.',
  })
  detourMinutes: number;
  @Field(() => BackupModel, { description: 'Lô dự phòng. / The backup.' })
  backup: Backup;
}

@ObjectType('OrderBalance', {
  description: 'Đơn đang đủ thiếu ra sao. / Where an order stands while its trucks are out.',
})
export class OrderBalanceModel {
  @Field(() => GramsScalar, { description: 'Đã chốt. / Promised at its commit.' })
  promised: number;
  @Field(() => GramsScalar, {
    description: 'Đã lấy và còn tính sẽ lấy. / Fetched, and counted on.',
  })
  expected: number;
  @Field(() => Int, { description: 'Dung sai, phần vạn. / Tolerance in basis points.' })
  tolerance: number;
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
  @Field(() => GramsScalar, {
    description:
      'Đơn tính điểm này được chừng này: đã cân, chưa cân thì theo hẹn. / What the order counts on from this stop: fetched, or else promised.',
  })
  counted: number;
  @Field(() => GramsScalar, {
    description:
      'Xe còn chở được, không kể hàng điểm này. / What the truck still bears, this stop’s fruit left out.',
  })
  room: number;
  @Field(() => OrderBalanceModel, {
    description: 'Để máy tự tính khi mất mạng. / For a phone that must reckon without signal.',
  })
  balance: OrderBalanceModel;
  @Field(() => [ReplacementOptionModel], {
    description: 'Ghé nhanh nhất trước. / The smallest detour first.',
  })
  options: ReplacementOptionModel[];
}

@ObjectType('RunReplacements', {
  description:
    'Hàng thay được cho từng điểm của một chuyến. / What could come in place of each stop of a run.',
})
export class RunReplacementsModel {
  @Field(() => [ReplacementSuggestionModel], {
    description: 'Theo thứ tự điểm dừng. / In the order of the stops.',
  })
  stops: ReplacementSuggestionModel[];
}

@InputType({
  description:
    'Máy thấy gì lúc quyết định, để so khi gửi. / What the phone saw as it decided, to be compared once it is sent.',
})
export class SeenShortageInput {
  @Field(() => GramsScalar, { description: 'Đơn thiếu. / What the order lacked.' })
  missingGrams: number;
  @Field(() => GramsScalar, { description: 'Sẽ lấy được. / What would be taken.' })
  takenGrams: number;
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
  @Field(() => SeenShortageInput, {
    nullable: true,
    description: 'Máy thấy gì lúc quyết định. / What the decision was made on.',
  })
  seen?: SeenShortageInput | null;
}
