import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CropModel, GradeModel } from '../../catalog/index.js';
import { AdminUnitModel } from '../../places/index.js';
import { ActInput } from '../../platform/graphql/act-input.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import {
  GramsScalar,
  InstantScalar,
  UuidScalar,
  VndScalar,
} from '../../platform/graphql/scalars.js';
import type { CloseReason } from '../data/boxes.store.js';
import { BOX_ORDER_STEPS, type BoxOrderState, type BoxSide } from '../domain/box-order.state.js';

const CloseReasonEnum = {
  FULL: 'FULL',
  TIME: 'TIME',
  SELLER: 'SELLER',
  LOT: 'LOT',
} as const satisfies Record<CloseReason, CloseReason>;
registerEnumType(CloseReasonEnum, {
  name: 'BoxSaleCloseReason',
  description: 'Vì sao thôi nhận đặt. / Why no more orders are taken.',
  valuesMap: {
    FULL: { description: 'Hết thùng. / Every box is taken.' },
    TIME: { description: 'Hết giờ nhận đặt. / The window is over.' },
    SELLER: { description: 'Người bán thôi nhận. / The seller closed it.' },
    LOT: { description: 'Lô hàng không còn bán. / Its lot is off the market.' },
  },
});

const BoxOrderStateEnum = Object.fromEntries(
  Object.keys(BOX_ORDER_STEPS).map((state) => [state, state]),
);
registerEnumType(BoxOrderStateEnum, {
  name: 'BoxOrderState',
  description: 'Đơn đặt thùng đến đâu. / Where an order of boxes stands.',
  valuesMap: {
    PLACED: { description: 'Đã đặt. / Placed.' },
    CONFIRMED: { description: 'Người bán đã nhận đơn. / Confirmed by the seller.' },
    PACKED: { description: 'Đã đóng thùng. / Packed.' },
    HANDED_OVER: { description: 'Đã giao. / Handed over.' },
    DELIVERED: { description: 'Khách đã nhận. / The buyer has it.' },
    CANCELLED: { description: 'Đã hủy. / Given up.' },
  },
});

const BoxSideEnum = { BUYER: 'BUYER', SELLER: 'SELLER' } as const satisfies Record<
  BoxSide,
  BoxSide
>;
registerEnumType(BoxSideEnum, {
  name: 'BoxSide',
  description: 'Bên mua hay bên bán. / Which side.',
  valuesMap: {
    BUYER: { description: 'Bên mua. / Who ordered.' },
    SELLER: { description: 'Bên bán. / Who sells.' },
  },
});

const SellerStepEnum = { confirm: 'confirm', pack: 'pack', handOver: 'handOver' } as const;
registerEnumType(SellerStepEnum, {
  name: 'BoxSellerStep',
  description: 'Việc của người bán. / What the seller does next.',
  valuesMap: {
    confirm: { description: 'Nhận đơn. / Confirms it.' },
    pack: { description: 'Đóng thùng xong. / Has packed it.' },
    handOver: { description: 'Đã giao cho khách hoặc xe. / Has handed it over.' },
  },
});

@ObjectType('BoxContact', {
  description: 'Tên và số điện thoại của bên kia. / Name and number of the other side.',
})
export class BoxContactModel {
  @Field(() => String, { description: 'Tên. / Name.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'Số điện thoại. / Phone.' })
  phone: string | null;
}

@ObjectType('BoxSale', {
  description: 'Một chỗ bán quả theo thùng. / Fruit of one lot sold by the box.',
})
export class BoxSaleModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => CropModel, { description: 'Cây. / Crop.' })
  crop: CropModel;
  @Field(() => GradeModel, { description: 'Loại. / Grade.' })
  grade: GradeModel;
  @Field(() => AdminUnitModel, { nullable: true, description: 'Xã. / Commune.' })
  commune: AdminUnitModel | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Hợp tác xã bán; tên hộ chỉ khách đã được nhận đơn mới thấy. / The cooperative that sells; a household’s name is for confirmed buyers.',
  })
  sellerName: string | null;
  @Field(() => GramsScalar, { description: 'Mỗi thùng nặng. / Weight of a box.' })
  boxGrams: number;
  @Field(() => VndScalar, { description: 'Giá một thùng. / Price of a box.' })
  vndPerBox: number;
  @Field(() => Int, { description: 'Tất cả số thùng. / Boxes in all.' })
  boxes: number;
  @Field(() => Int, { description: 'Còn đặt được. / Boxes left.' })
  left: number;
  @Field(() => InstantScalar, { description: 'Nhận đặt đến. / Orders until.' })
  ordersUntil: Date;
  @Field(() => InstantScalar, { description: 'Giao từ. / Handed over from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Giao đến. / Handed over until.' })
  readyTo: Date;
  @Field(() => String, { description: 'Nơi khách đến lấy. / Where they are fetched.' })
  place: string;
  @Field(() => Boolean, { description: 'Gửi xe được. / Can be sent by courier.' })
  byCourier: boolean;
  @Field(() => Boolean, { description: 'Đang nhận đặt. / Takes orders.' })
  isOpen: boolean;
  @Field(() => CloseReasonEnum, {
    nullable: true,
    description: 'Vì sao thôi nhận. / Why it takes none.',
  })
  closeReason: CloseReason | null;
  @Field(() => Boolean, { description: 'Của bên mình. / Sold by the own party.' })
  isMine: boolean;

  // Not shown: what the fields that need a look-up ask by.
  sellerId: string;
}

@ObjectType('BoxOrder', { description: 'Đơn đặt thùng. / An order of boxes.' })
export class BoxOrderModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => String, { description: 'Số đơn để đọc qua điện thoại. / Number to say.' })
  number: string;
  @Field(() => Int, { description: 'Số thùng. / Boxes.' })
  boxes: number;
  @Field(() => VndScalar, { description: 'Tiền. / Amount.' })
  amountVnd: number;
  @Field(() => String, {
    nullable: true,
    description: 'Gửi đến đâu; null là khách đến lấy. / Sent where; null is fetched.',
  })
  address: string | null;
  @Field(() => BoxOrderStateEnum, { description: 'Đến đâu. / Where it stands.' })
  state: BoxOrderState;
  @Field(() => BoxSideEnum, { nullable: true, description: 'Ai hủy. / Who gave it up.' })
  cancelledBy: BoxSide | null;
  @Field(() => String, { nullable: true, description: 'Lý do hủy. / Why.' })
  cancelReason: string | null;
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Người bán nói đã nhận tiền lúc. / When the seller said the money came.',
  })
  paidAt: Date | null;
  @Field(() => InstantScalar, { description: 'Lúc đặt. / Placed at.' })
  createdAt: Date;

  // Not shown: what the fields that need a look-up ask by.
  saleId: string;
  sellerId: string;
  buyerId: string;
}

export const BoxSaleConnection = connectionOf('BoxSaleConnection', BoxSaleModel);
export const BoxOrderConnection = connectionOf('BoxOrderConnection', BoxOrderModel);

@InputType({ description: 'Bán một phần lô theo thùng. / Sells part of a lot by the box.' })
export class OpenBoxSaleInput extends ActInput {
  @Field(() => UuidScalar, { description: 'Lô. / The lot.' })
  lotId: string;
  @Field(() => String, { description: 'Mã loại. / Grade code.' })
  gradeCode: string;
  @Field(() => GramsScalar, { description: 'Mỗi thùng nặng. / Weight of a box.' })
  boxGrams: number;
  @Field(() => Int, { description: 'Số thùng; giữ ngay trên lô. / Boxes; set aside at once.' })
  boxes: number;
  @Field(() => VndScalar, { description: 'Giá một thùng. / Price of a box.' })
  vndPerBox: number;
  @Field(() => InstantScalar, { description: 'Nhận đặt đến. / Orders until.' })
  ordersUntil: Date;
  @Field(() => InstantScalar, { description: 'Giao từ. / Handed over from.' })
  readyFrom: Date;
  @Field(() => InstantScalar, { description: 'Giao đến. / Handed over until.' })
  readyTo: Date;
  @Field(() => String, { description: 'Nơi khách đến lấy. / Where they are fetched.' })
  place: string;
  @Field(() => Boolean, { description: 'Gửi xe được. / Can be sent by courier.' })
  byCourier: boolean;
}

@InputType({ description: 'Một chỗ bán thùng. / One sale of boxes.' })
export class BoxSaleActInput extends ActInput {
  @Field(() => UuidScalar, { description: 'Chỗ bán. / The sale.' })
  saleId: string;
}

@InputType({ description: 'Đặt thùng. / Orders boxes.' })
export class PlaceBoxOrderInput extends BoxSaleActInput {
  @Field(() => Int, { description: 'Số thùng. / Boxes.' })
  boxes: number;
  @Field(() => String, {
    nullable: true,
    description: 'Gửi xe đến đâu; null là đến lấy. / Sent where; null is fetched.',
  })
  address?: string | null;
}

@InputType({ description: 'Một đơn đặt thùng. / One order of boxes.' })
export class BoxOrderActInput extends ActInput {
  @Field(() => UuidScalar, { description: 'Đơn đặt thùng. / The order of boxes.' })
  boxOrderId: string;
}

@InputType({ description: 'Người bán làm bước tiếp. / The seller’s next step.' })
export class MoveBoxOrderInput extends BoxOrderActInput {
  @Field(() => SellerStepEnum, { description: 'Bước. / Step.' })
  step: keyof typeof SellerStepEnum;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Đã nhận tiền của khách. / The money of it came.',
  })
  isPaid?: boolean | null;
}

@InputType({ description: 'Hủy đơn đặt thùng. / Gives an order of boxes up.' })
export class CancelBoxOrderInput extends BoxOrderActInput {
  @Field(() => String, { description: 'Lý do, bên kia sẽ đọc. / The reason, for the other side.' })
  reason: string;
}

const ofSale = (name: string, description: string) => orRefused(name, BoxSaleModel, description);
const ofOrder = (name: string, description: string) => orRefused(name, BoxOrderModel, description);
export const OpenBoxSaleResult = ofSale('OpenBoxSaleResult', 'Chỗ bán thùng mới.');
export const CloseBoxSaleResult = ofSale('CloseBoxSaleResult', 'Đã thôi nhận đặt.');
export const PlaceBoxOrderResult = ofOrder('PlaceBoxOrderResult', 'Đơn vừa đặt.');
export const MoveBoxOrderResult = ofOrder('MoveBoxOrderResult', 'Đơn ở bước mới.');
export const ReceiveBoxOrderResult = ofOrder('ReceiveBoxOrderResult', 'Đã nhận hàng.');
export const CancelBoxOrderResult = ofOrder('CancelBoxOrderResult', 'Đã hủy.');
