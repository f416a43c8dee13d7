import type { Locale } from '../../platform/access/actor.js';
import type { Container } from '../../kernel/spoken/containers.js';
import { kgText, kgTextEn, vndText, vndTextEn } from '../../platform/words/format.js';
import type { AssistedFacts, AssistedKind } from './assisted.js';

type Texts = Readonly<Record<AssistedKind, (facts: AssistedFacts, crop: string) => string>>;

const goods = ({ grams = 0 }: AssistedFacts, crop: string): string => `${kgText(grams)} ${crop}`;
const goodsEn = ({ grams = 0 }: AssistedFacts, crop: string): string =>
  `${kgTextEn(grams)} ${crop}`;
const CONTAINER: Readonly<Record<Container, string>> = { SOT: 'sọt', THUNG: 'thùng' };
const dayText = (day = ''): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`;

const vi: Texts = {
  HARVEST_REPORTED: (facts, crop) => `báo ngày ${dayText(facts.day)} có ${goods(facts, crop)}`,
  CONTAINER_SET: ({ container = 'SOT', grams = 0 }) =>
    `ghi một ${CONTAINER[container]} đựng được ${kgText(grams)}`,
  PLAN_SAVED: (facts, crop) => `ghi kế hoạch vụ ${goods(facts, crop)}`,
  FIELD_EVENT_REPORTED: ({ lossPercent = 0, untilDay }, crop) =>
    `báo ${crop === '' ? 'cây trồng' : crop} thiệt hại ${String(lossPercent).replace('.', ',')}% đến ${dayText(untilDay)}`,
  LOT_OFFERED: (facts, crop) => `đăng bán ${goods(facts, crop)}`,
  LOT_CHANGED: (facts, crop) => `sửa lô ${goods(facts, crop)}`,
  LOT_PUBLISHED: (facts, crop) => `đưa lô ${goods(facts, crop)} lên bán`,
  LOT_PAUSED: (facts, crop) => `tạm dừng bán lô ${goods(facts, crop)}`,
  LOT_RESTRICTED: (facts, crop) => `chọn người được xem lô ${goods(facts, crop)}`,
  LOT_WITHDRAWN: (facts, crop) => `rút lô ${goods(facts, crop)}`,
  LOTS_MERGED: (facts, crop) => `gộp hai lô thành ${goods(facts, crop)}`,
  SELLING_PAUSED: ({ day, untilDay }) => `báo nghỉ bán ${dayText(day)} đến ${dayText(untilDay)}`,
  SELLING_RESUMED: () => 'báo bán trở lại',
  CLAIM_DECLARED: ({ number = '' }) => `khai giấy chứng nhận ${number}`,
  CLAIM_WITHDRAWN: ({ number = '' }) => `rút giấy chứng nhận ${number}`,
  OFFER_ACCEPTED: (facts, crop) => `nhận lời bán ${goods(facts, crop)}`,
  OFFER_DECLINED: (facts, crop) => `từ chối bán ${goods(facts, crop)}`,
  BACKUP_ACCEPTED: (facts, crop) => `nhận dự phòng ${goods(facts, crop)}`,
  BACKUP_DECLINED: (facts, crop) => `từ chối dự phòng ${goods(facts, crop)}`,
  PRICE_OFFERED: (facts, crop) => `chào bán ${goods(facts, crop)}`,
  PRICE_COUNTERED: (facts, crop) => `trả giá lại ${goods(facts, crop)}`,
  PRICE_ACCEPTED: (facts, crop) => `chốt giá bán ${goods(facts, crop)}`,
  PRICE_REJECTED: (facts, crop) => `không bán ${goods(facts, crop)} theo giá chào`,
  PRICE_WITHDRAWN: (facts, crop) => `rút lời chào bán ${goods(facts, crop)}`,
  CHANGE_PROPOSED: ({ number = '' }) => `xin đổi đơn ${number}`,
  CHANGE_AGREED: ({ number = '' }) => `đồng ý đổi đơn ${number}`,
  CHANGE_REFUSED: ({ number = '' }) => `không đồng ý đổi đơn ${number}`,
  CHANGE_WITHDRAWN: ({ number = '' }) => `thôi xin đổi đơn ${number}`,
  DEAL_CANCELLED: ({ number = '' }) => `hủy thỏa thuận ${number}`,
  BREACH_REPORTED: ({ number = '' }) => `báo bên mua sai hẹn ${number}`,
  BREACH_ANSWERED: ({ number = '' }) => `trả lời việc sai hẹn ${number}`,
  BOX_SALE_OPENED: (facts, crop) => `mở bán thùng ${goods(facts, crop)}`,
  BOX_SALE_CLOSED: (_facts, crop) => `đóng đợt bán thùng ${crop}`,
  WEIGHT_CONFIRMED: ({ number = '' }) => `xác nhận phiếu cân ${number}`,
  DEPOSIT_CONFIRMED: ({ vnd = 0 }) => `xác nhận đã nhận cọc ${vndText(vnd)}`,
  MONEY_CONFIRMED: ({ vnd = 0 }) => `xác nhận đã nhận ${vndText(vnd)}`,
  PAYMENT_CONTESTED: ({ vnd = 0 }) => `báo chưa nhận được ${vndText(vnd)}`,
};

const en: Texts = {
  HARVEST_REPORTED: (facts, crop) => `reported ${goodsEn(facts, crop)} for ${dayText(facts.day)}`,
  CONTAINER_SET: ({ container = 'SOT', grams = 0 }) =>
    `noted that one ${CONTAINER[container]} holds ${kgTextEn(grams)}`,
  PLAN_SAVED: (facts, crop) => `noted a season plan of ${goodsEn(facts, crop)}`,
  FIELD_EVENT_REPORTED: ({ lossPercent = 0, untilDay }, crop) =>
    `reported ${lossPercent}% of the ${crop === '' ? 'crops' : crop} lost until ${dayText(untilDay)}`,
  LOT_OFFERED: (facts, crop) => `offered ${goodsEn(facts, crop)}`,
  LOT_CHANGED: (facts, crop) => `changed a lot of ${goodsEn(facts, crop)}`,
  LOT_PUBLISHED: (facts, crop) => `put a lot of ${goodsEn(facts, crop)} on sale`,
  LOT_PAUSED: (facts, crop) => `paused a lot of ${goodsEn(facts, crop)}`,
  LOT_RESTRICTED: (facts, crop) => `chose who sees a lot of ${goodsEn(facts, crop)}`,
  LOT_WITHDRAWN: (facts, crop) => `withdrew a lot of ${goodsEn(facts, crop)}`,
  LOTS_MERGED: (facts, crop) => `joined two lots to ${goodsEn(facts, crop)}`,
  SELLING_PAUSED: ({ day, untilDay }) =>
    `paused selling from ${dayText(day)} to ${dayText(untilDay)}`,
  SELLING_RESUMED: () => 'resumed selling',
  CLAIM_DECLARED: ({ number = '' }) => `declared certificate ${number}`,
  CLAIM_WITHDRAWN: ({ number = '' }) => `withdrew certificate ${number}`,
  OFFER_ACCEPTED: (facts, crop) => `agreed to sell ${goodsEn(facts, crop)}`,
  OFFER_DECLINED: (facts, crop) => `declined to sell ${goodsEn(facts, crop)}`,
  BACKUP_ACCEPTED: (facts, crop) => `agreed to stand by with ${goodsEn(facts, crop)}`,
  BACKUP_DECLINED: (facts, crop) => `declined to stand by with ${goodsEn(facts, crop)}`,
  PRICE_OFFERED: (facts, crop) => `offered ${goodsEn(facts, crop)} at a price`,
  PRICE_COUNTERED: (facts, crop) => `answered with another price for ${goodsEn(facts, crop)}`,
  PRICE_ACCEPTED: (facts, crop) => `settled the price of ${goodsEn(facts, crop)}`,
  PRICE_REJECTED: (facts, crop) => `refused the price offered for ${goodsEn(facts, crop)}`,
  PRICE_WITHDRAWN: (facts, crop) => `took back a price for ${goodsEn(facts, crop)}`,
  CHANGE_PROPOSED: ({ number = '' }) => `asked to change order ${number}`,
  CHANGE_AGREED: ({ number = '' }) => `agreed to change order ${number}`,
  CHANGE_REFUSED: ({ number = '' }) => `refused to change order ${number}`,
  CHANGE_WITHDRAWN: ({ number = '' }) => `no longer asks to change order ${number}`,
  DEAL_CANCELLED: ({ number = '' }) => `cancelled deal ${number}`,
  BREACH_REPORTED: ({ number = '' }) => `reported the buyer's broken promise, ${number}`,
  BREACH_ANSWERED: ({ number = '' }) => `answered about the broken promise, ${number}`,
  BOX_SALE_OPENED: (facts, crop) => `opened a sale of boxes, ${goodsEn(facts, crop)}`,
  BOX_SALE_CLOSED: (_facts, crop) => `closed a sale of boxes of ${crop}`,
  WEIGHT_CONFIRMED: ({ number = '' }) => `confirmed weigh ticket ${number}`,
  DEPOSIT_CONFIRMED: ({ vnd = 0 }) => `confirmed that a deposit of ${vndTextEn(vnd)} came`,
  MONEY_CONFIRMED: ({ vnd = 0 }) => `confirmed that ${vndTextEn(vnd)} came`,
  PAYMENT_CONTESTED: ({ vnd = 0 }) => `said that ${vndTextEn(vnd)} did not come`,
};

/** What was done, as the end of a sentence that begins with who did it; `crop` is its name in the reader's language. */
export const assistedText = (
  kind: AssistedKind,
  facts: AssistedFacts,
  crop: string,
  locale: Locale,
): string => (locale === 'en' ? en : vi)[kind](facts, crop);
