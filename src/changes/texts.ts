import type { Locale } from '../platform/access/actor.js';
import type { Cause } from './domain/causes.js';

const CAUSES_VI: Readonly<Record<Cause, string>> = {
  PRICE_CHANGED: 'giá đã đổi',
  SOLD_ELSEWHERE: 'hộ bán cho người khác',
  NOT_RIPE: 'quả chưa chín kịp',
  NO_VEHICLE: 'không có xe',
  NO_MARKET: 'không có nơi tiêu thụ',
  OTHER: 'lý do khác',
  ZONE_CLOSED: 'vùng bị phong tỏa',
  STORM: 'mưa bão',
  ROAD_CUT: 'đường bị cắt',
  NO_PICKUP: 'người mua không đến lấy',
  PRICE_CUT_AT_GATE: 'người mua ép giá tại vườn',
  DEPOSIT_UNPAID: 'người mua không đặt cọc',
  NOT_READY: 'hộ không có hàng khi xe đến',
};
const CAUSES_EN: Readonly<Record<Cause, string>> = {
  PRICE_CHANGED: 'the price has changed',
  SOLD_ELSEWHERE: 'the household sold elsewhere',
  NOT_RIPE: 'the fruit is not ripe in time',
  NO_VEHICLE: 'there is no vehicle',
  NO_MARKET: 'there is no market for it',
  OTHER: 'another reason',
  ZONE_CLOSED: 'the zone is closed',
  STORM: 'a storm',
  ROAD_CUT: 'the road is cut',
  NO_PICKUP: 'the buyer did not come',
  PRICE_CUT_AT_GATE: 'the buyer cut the price at the gate',
  DEPOSIT_UNPAID: 'the buyer did not pay the deposit',
  NOT_READY: 'the household had nothing ready',
};

/** As the end of a sentence: "… đã dừng: mưa bão". */
export const causeText = (cause: Cause, locale: Locale): string =>
  (locale === 'en' ? CAUSES_EN : CAUSES_VI)[cause];
