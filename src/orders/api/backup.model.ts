import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { BackupState } from '../domain/backup.js';

const BackupStateEnum = {
  ASKED: 'ASKED',
  READY: 'READY',
  DECLINED: 'DECLINED',
  RELEASED: 'RELEASED',
  USED: 'USED',
} as const satisfies { [State in BackupState]: State };
registerEnumType(BackupStateEnum, {
  name: 'BackupState',
  description:
    'Hàng dự phòng: đã hỏi, sẵn sàng, không nhận, đã thôi chờ, đã lấy. / Where a backup stands.',
  valuesMap: {
    ASKED: { description: 'Đã hỏi, chưa giữ hàng. / Asked; nothing is set aside.' },
    READY: {
      description: 'Hộ sẵn sàng, hàng được giữ. / The household stands by; its stock is held.',
    },
    DECLINED: { description: 'Hộ không nhận. / The household said no.' },
    RELEASED: { description: 'Hết giờ chờ, hàng đã trả lại. / Let go; its stock is free again.' },
    USED: { description: 'Đã lấy thay hộ khác. / Taken in place of another.' },
  },
});

@ObjectType('Backup', {
  description: 'Lô dự phòng của một đơn. / A lot that stands by for an order.',
})
export class BackupModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
  @Field(() => String, { description: 'Số đơn. / Order number.' })
  orderNumber: string;
  @Field(() => GramsScalar, { description: 'Khối lượng. / Weight.' })
  grams: number;
  @Field(() => VndScalar, { description: 'Giá một kg. / Price a kilogram.' })
  vndPerKg: number;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ. / Pick-up from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, {
    description: 'Đến lúc này không ai gọi thì hộ được bán nơi khác. / Free again from then on.',
  })
  releaseAt: Date;
  @Field(() => BackupStateEnum, { description: 'Đang ở bước nào. / State.' })
  state: BackupState;
}

@InputType({ description: 'Hỏi thêm lô dự phòng. / Asks lots to stand by.' })
export class AskBackupsInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Mã đơn. / Order id.' })
  orderId: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Phần vạn của số kg đã chốt hoặc đang hỏi; để trống là 1000, tức 10 %. / Basis points of what is promised or waits for its answer; 1000 when left out.',
  })
  shareBp?: number | null;
}

@InputType({ description: 'Trả lời có làm dự phòng không. / Answers whether it stands by.' })
export class RespondBackupInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Mã lô dự phòng. / Backup id.' })
  backupId: string;
  @Field(() => Boolean, { description: 'Sẵn sàng hay không. / Yes or no.' })
  accept: boolean;
}
