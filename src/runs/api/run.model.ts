import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/page.js';
import { GramsScalar, InstantScalar, VndScalar } from '../../platform/graphql/scalars.js';
import type { VehicleKind } from '../data/run.rows.js';
import { RUN_STEPS, type RunState } from '../domain/run.state.js';
import { STOP_STEPS, type StopState } from '../domain/stop.state.js';

const same = <Name extends string>(names: readonly Name[]): { [N in Name]: N } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

const RunStateEnum = same(Object.keys(RUN_STEPS) as RunState[]);
registerEnumType(RunStateEnum, {
  name: 'RunState',
  description: 'Chuyến xe đang ở bước nào. / Where a run stands.',
  valuesMap: {
    PLANNED: { description: 'Đã xếp, chờ lái xe nhận. / Planned, waits for its driver.' },
    ACCEPTED: { description: 'Lái xe đã nhận. / The driver took it on.' },
    DISPATCHED: { description: 'Đang chạy. / On the road.' },
    DELIVERED: { description: 'Đã giao. / Delivered.' },
    CLOSED: { description: 'Đã xong mọi việc. / Settled.' },
    CANCELLED: { description: 'Đã hủy. / Called off.' },
  },
});

const StopStateEnum = same(Object.keys(STOP_STEPS) as StopState[]);
registerEnumType(StopStateEnum, {
  name: 'StopState',
  description: 'Điểm dừng đang ở bước nào. / Where a stop stands.',
  valuesMap: {
    PENDING: { description: 'Chưa đến. / Not reached yet.' },
    ARRIVED: { description: 'Xe đã đến. / The vehicle is there.' },
    DONE: { description: 'Lấy đủ, đã cân. / All of it weighed and aboard.' },
    PARTIAL: { description: 'Chỉ lấy được một phần. / A part was taken.' },
    FAILED: { description: 'Không lấy được. / Nothing was taken.' },
    SKIPPED: { description: 'Bỏ qua. / Called off.' },
  },
});

export const StopKindEnum = same(['PICKUP', 'DROP'] as const);
registerEnumType(StopKindEnum, {
  name: 'StopKind',
  description: 'Lấy hàng hay giao hàng. / What happens at a stop.',
  valuesMap: {
    PICKUP: { description: 'Lấy hàng ở hộ. / Fruit is fetched.' },
    DROP: { description: 'Giao hàng. / It is delivered.' },
  },
});

export const StopOutcomeEnum = same(['DONE', 'PARTIAL', 'FAILED'] as const);
registerEnumType(StopOutcomeEnum, {
  name: 'StopOutcome',
  description: 'Rời điểm dừng với kết quả nào. / How a stop ended.',
  valuesMap: {
    DONE: { description: 'Lấy đủ, phiếu cân đã xác nhận. / All of it, on a confirmed ticket.' },
    PARTIAL: { description: 'Lấy một phần, có ghi vấn đề. / A part of it, with a word why.' },
    FAILED: { description: 'Không lấy được, có ghi vấn đề. / None of it, with a word why.' },
  },
});

const VehicleKindEnum = same(['MOTORBIKE', 'THREE_WHEELER', 'TRUCK', 'REEFER'] as const);
registerEnumType(VehicleKindEnum, {
  name: 'VehicleKind',
  description: 'Loại xe. / Kind of vehicle.',
  valuesMap: {
    MOTORBIKE: { description: 'Xe máy thồ. / Motorbike.' },
    THREE_WHEELER: { description: 'Xe ba gác. / Three-wheeler.' },
    TRUCK: { description: 'Xe tải. / Truck.' },
    REEFER: { description: 'Xe lạnh. / Refrigerated truck.' },
  },
});

@ObjectType('Vehicle', { description: 'Xe của một nhà xe. / A vehicle of a transporter.' })
export class VehicleModel {
  @Field(() => ID, { description: 'Mã xe. / Id.' })
  id: string;
  @Field(() => String, { description: 'Biển số. / Plate.' })
  plate: string;
  @Field(() => VehicleKindEnum, { description: 'Loại xe. / Kind.' })
  kind: VehicleKind;
  @Field(() => Int, { description: 'Số thùng 25 kg xếp được. / Crates of 25 kg that fit.' })
  crates: number;
  @Field(() => VndScalar, { description: 'Giá một km. / Price of a kilometre.' })
  vndPerKm: number;
}

@ObjectType('RunDriver', { description: 'Lái xe của chuyến. / Who drives.' })
export class RunDriverModel {
  @Field(() => ID, { description: 'Mã người. / Id of the person.' })
  id: string;
  @Field(() => String, { description: 'Họ và tên. / Full name.' })
  name: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Số điện thoại; từ 24 giờ trước đến 48 giờ sau chuyến. / Phone, from 24 h before to 48 h after the run.',
  })
  phone: string | null;
}

@ObjectType('RunStop', { description: 'Một điểm dừng của chuyến. / One stop of a run.' })
export class RunStopModel {
  @Field(() => ID, { description: 'Mã điểm dừng. / Id.' })
  id: string;
  @Field(() => Int, { description: 'Thứ tự. / Place in the order of stops, from 1.' })
  seq: number;
  @Field(() => StopKindEnum, { description: 'Lấy hay giao. / Kind.' })
  kind: keyof typeof StopKindEnum;
  @Field(() => GramsScalar, { description: 'Hàng ở điểm này. / Goods of this stop.' })
  grams: number;
  @Field(() => InstantScalar, { description: 'Giờ dự kiến đến. / When it should arrive.' })
  plannedAt: Date;
  @Field(() => StopStateEnum, { description: 'Đang ở bước nào. / State.' })
  state: StopState;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc đến, theo máy lái xe. / Arrival, by the driver’s phone.',
  })
  arrivedAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc máy chủ biết xe đã đến. / When we heard of it.',
  })
  arrivedHeardAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc xong, theo máy lái xe. / End, by the driver’s phone.',
  })
  doneAt: Date | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Lúc máy chủ biết đã xong. / When we heard of it.',
  })
  doneHeardAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Vấn đề lái xe ghi. / What went wrong.' })
  issue: string | null;
}

@ObjectType('Run', { description: 'Một chuyến xe gom hàng. / A vehicle’s round and its delivery.' })
export class RunModel {
  @Field(() => ID, { description: 'Mã chuyến. / Id.' })
  id: string;
  @Field(() => String, {
    description: 'Số chuyến, đọc được: CH-1123-0042. / Number, as it is said.',
  })
  number: string;
  @Field(() => ID, { description: 'Đơn hàng. / The order it fetches for.' })
  orderId: string;
  @Field(() => RunStateEnum, { description: 'Đang ở bước nào. / State.' })
  state: RunState;
  @Field(() => InstantScalar, { description: 'Giờ bắt đầu. / Planned start.' })
  startsAt: Date;
  @Field(() => InstantScalar, { description: 'Giờ đến nơi giao. / Planned arrival.' })
  endsAt: Date;
  @Field(() => Int, { description: 'Số người trên xe, kể cả lái xe. / People aboard.' })
  persons: number;
  @Field(() => VndScalar, { description: 'Tiền xe dự tính. / Estimated cost.' })
  costVnd: number;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc xuất phát. / Left at.' })
  startedAt: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Lúc giao. / Delivered at.' })
  deliveredAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Vì sao hủy. / Why it was called off.' })
  cancelReason: string | null;
}

export const RunConnection = connectionOf('RunConnection', RunModel);

@ObjectType('UnassignedDeal', {
  description: 'Hộ chưa có xe và vì sao. / A household on no vehicle, and why.',
})
export class UnassignedDealModel {
  @Field(() => ID, { description: 'Thỏa thuận. / The deal.' })
  dealId: string;
  @Field(() => String, { description: 'Mã lý do. / Code of the reason.' })
  reason: string;
  @Field(() => String, { description: 'Một câu. / One sentence.' })
  sentence: string;
}

@ObjectType('PlannedRuns', { description: 'Kết quả xếp xe. / What became of planning.' })
export class PlannedRunsModel {
  @Field(() => [RunModel], { description: 'Các chuyến. / The runs.' })
  runs: RunModel[];
  @Field(() => [UnassignedDealModel], { description: 'Các hộ chưa có xe. / Left behind.' })
  unassigned: UnassignedDealModel[];
}
