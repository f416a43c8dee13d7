import type { Locale } from '../../platform/access/actor.js';
import type { NotTakenReason } from './round.js';

export type Explained = NotTakenReason | 'CHOSEN';

type Sentences = Readonly<Record<Explained, string>>;

const vi: Sentences = {
  CHOSEN: 'Lô được chọn cho đơn này.',
  POLICY_RANK:
    'Lô đủ điều kiện, nhưng đơn đã đủ hàng từ những lô xếp trước theo cách chọn của người mua.',
  HOUSEHOLD_CAP: 'Người mua chỉ lấy mỗi hộ đến một mức, và hộ này đã đủ mức đó.',
  MIN_TAKE: 'Lượng đơn còn cần, hoặc lượng lô còn trống, ít hơn mức lấy tối thiểu của lô.',
  RELIABILITY: 'Người mua đặt mức giữ lời hứa giao hàng cao hơn mức của hộ.',
  DISTANCE: 'Lô ở xa hơn quãng đường người mua chịu đi.',
  PRICE: 'Giá của lô cao hơn giá đơn trả, hoặc cả hai bên đều chưa ghi giá.',
  CERT: 'Đơn cần giấy chứng nhận mà lô chưa có.',
  ZONE: 'Lô nằm ngoài các xã của đơn, hoặc ở nơi đang không được lấy hàng.',
  WINDOW: 'Giờ lấy hàng của lô không trùng giờ của đơn.',
  GRADE: 'Đơn không mua loại hàng này.',
  ALREADY_ASKED: 'Lô này đã được hỏi cho chính đơn này rồi.',
};

const en: Sentences = {
  CHOSEN: 'The lot was chosen for this order.',
  POLICY_RANK:
    'The lot fits, but lots that rank before it under the buyer’s policy filled the order.',
  HOUSEHOLD_CAP: 'The buyer takes only so much of one household, and this one has reached it.',
  MIN_TAKE:
    'What the order still needs, or what the lot has free, is less than the lot’s smallest sale.',
  RELIABILITY: 'The buyer asks for more kept promises than this household has so far.',
  DISTANCE: 'The lot is further away than the buyer will drive.',
  PRICE: 'The lot asks more than the order pays, or neither side named a price.',
  CERT: 'The order needs a certificate this lot does not have.',
  ZONE: 'The lot is outside the communes of the order, or where nothing may be collected now.',
  WINDOW: 'The pick-up hours of the lot and of the order do not meet.',
  GRADE: 'The order does not buy this grade.',
  ALREADY_ASKED: 'This lot was already asked for this very order.',
};

const SENTENCES: Readonly<Record<Locale, Sentences>> = { vi, en };

/** "Vì sao?": one plain sentence for a reason code (AL-15). */
export const explain = (reason: Explained, locale: Locale): string => SENTENCES[locale][reason];

// From "almost" to "not at all": of several lots, a household is told the one that came nearest.
const NEAREST_FIRST: readonly NotTakenReason[] = [
  'POLICY_RANK',
  'HOUSEHOLD_CAP',
  'MIN_TAKE',
  'RELIABILITY',
  'DISTANCE',
  'PRICE',
  'CERT',
  'ZONE',
  'WINDOW',
  'GRADE',
  'ALREADY_ASKED',
];

/** The reason that came nearest to being chosen; undefined when none was given. */
export const nearestReason = (reasons: readonly string[]): NotTakenReason | undefined =>
  NEAREST_FIRST.find((reason) => reasons.includes(reason));
