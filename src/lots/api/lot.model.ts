import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CropModel, GradeModel, VarietyModel } from '../../catalog/index.js';
import { AdminUnitModel } from '../../places/index.js';
import {
  DayScalar,
  GramsScalar,
  InstantScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { CloseReason, LotState } from '../domain/lot.state.js';

const LotStateEnum = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  PAUSED: 'PAUSED',
  CLOSED: 'CLOSED',
} as const;
registerEnumType(LotStateEnum, {
  name: 'LotState',
  description: 'Nháp, đang bán, tạm ngưng, đã đóng. / Draft, on the market, paused, over.',
  valuesMap: {
    DRAFT: { description: 'Nháp, chỉ người đăng thấy. / Seen by its owner only.' },
    PUBLISHED: { description: 'Đang bán trên chợ. / On the market.' },
    PAUSED: { description: 'Tạm ngưng nhận đặt. / Takes no orders for now.' },
    CLOSED: { description: 'Đã đóng, không mở lại. / Over for good.' },
  },
});

const CloseReasonEnum = {
  SOLD: 'SOLD',
  EXPIRED: 'EXPIRED',
  WITHDRAWN: 'WITHDRAWN',
  SPOILED: 'SPOILED',
  MERGED: 'MERGED',
} as const;
registerEnumType(CloseReasonEnum, {
  name: 'LotCloseReason',
  description: 'Vì sao lô đóng: bán hết, quá giờ, rút lại, hỏng, gộp. / Why a lot is over.',
  valuesMap: {
    SOLD: { description: 'Đã bán hết. / All of it was sold.' },
    EXPIRED: { description: 'Quá giờ lấy hàng. / Its pickup time passed.' },
    WITHDRAWN: { description: 'Hộ rút lại. / Taken back by its owner.' },
    SPOILED: { description: 'Hàng hỏng. / The fruit spoiled.' },
    MERGED: { description: 'Đã gộp vào lô khác. / Joined to another lot.' },
  },
});

@ObjectType('LotGrade', { description: 'Một loại hàng trong lô. / One grade line of a lot.' })
export class LotGradeModel {
  @Field(() => ID, { description: 'Mã dòng. / Id of the line.' })
  id: string;
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => GramsScalar, { description: 'Đem bán. / Offered.' })
  offeredGrams: number;
  @Field(() => GramsScalar, { description: 'Còn trống để đặt. / Free to ask for.' })
  freeGrams: number;
  @Field(() => GramsScalar, { description: 'Đã có người đặt. / Promised.' })
  reservedGrams: number;
  @Field(() => GramsScalar, { description: 'Đã cân. / Weighed.' })
  weighedGrams: number;
  @Field(() => VndScalar, {
    nullable: true,
    description:
      'Giá muốn bán một kg; null là theo giá đơn. / Asking price a kilogram; null takes the order’s price.',
  })
  askVndPerKg: number | null;
}

@ObjectType('Lot', { description: 'Lô hàng một hộ đem bán. / What one household offers.' })
export class LotModel {
  @Field(() => ID, { description: 'Mã lô. / Id.' })
  id: string;
  @Field(() => CropModel, { description: 'Cây. / Crop.' })
  crop: CropModel;
  @Field(() => VarietyModel, { nullable: true, description: 'Giống. / Variety.' })
  variety: VarietyModel | null;
  @Field(() => AdminUnitModel, { description: 'Xã. / Commune.' })
  commune: AdminUnitModel;
  @Field(() => LotStateEnum, { description: 'Tình trạng. / State.' })
  state: LotState;
  @Field(() => InstantScalar, { description: 'Lấy hàng từ lúc. / Can be fetched from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Lấy hàng đến lúc. / Can be fetched until.' })
  readyTo: Date;
  @Field(() => [LotGradeModel], {
    description: 'Các loại trong lô, tốt trước. / Its grades, best first.',
  })
  grades: LotGradeModel[];
  @Field(() => GramsScalar, { description: 'Lấy ít nhất. / The least somebody may take.' })
  minTakeGrams: number;
  @Field(() => String, {
    nullable: true,
    description:
      'Ảnh nhỏ của lô; ảnh lớn ở …/full.webp. / Card picture; the full one is …/full.webp.',
  })
  photoUrl: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Ngày phun thuốc gần nhất, theo lời hộ. / Last spraying, as declared.',
  })
  sprayedOn: string | null;
  @Field(() => Int, { nullable: true, description: 'Số ngày cách ly. / Days to wait after it.' })
  intervalDays: number | null;
  @Field(() => Int, {
    description: 'Số lần sửa; gửi kèm khi sửa. / Version, to be sent with a change.',
  })
  version: number;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lên chợ lúc. / On the market since.',
  })
  publishedAt: Date | null;
  @Field(() => CloseReasonEnum, { nullable: true, description: 'Vì sao đóng. / Why it is over.' })
  closeReason: CloseReason | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'Trước giờ này chỉ người mua được chọn thấy lô. / Until then only the chosen buyers see it.',
  })
  openToAllAt: Date | null;
  @Field(() => Boolean, {
    description: 'Lô của bên đang đại diện. / Whether it is the acting party’s own.',
  })
  isMine: boolean;

  // Not shown: what the fields that need a look-up ask by.
  householdId: string;
  communeId: string;
  ownNote: string;
}
