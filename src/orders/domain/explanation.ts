import type { Locale } from '../../platform/access/actor.js';
import type { PolicyCode } from './allocation/preview.js';
import type { NotTakenReason } from './round.js';

export type Explained = NotTakenReason | 'CHOSEN';

/** Who asks: the household whose lot it is, or whoever chose and looks over the lots left out. */
export type Audience = 'GROWER' | 'TRADER';

type Sentences = Readonly<Record<Explained, string>>;

const SENTENCES: Readonly<Record<Locale, Readonly<Record<Audience, Sentences>>>> = {
  vi: {
    GROWER: {
      CHOSEN: 'Lô của bà con được chọn cho đơn này.',
      POLICY_RANK: 'Lô đủ điều kiện, nhưng đơn đã đủ hàng từ những lô xếp trước.',
      HOUSEHOLD_CAP: 'Người mua chỉ lấy mỗi hộ đến một mức, và hộ mình đã đủ mức đó.',
      MIN_TAKE: 'Lượng đơn còn cần, hoặc lượng lô còn trống, ít hơn mức lấy tối thiểu của lô.',
      RELIABILITY: 'Người mua đặt mức giữ lời hứa giao hàng cao hơn mức của hộ.',
      DISTANCE: 'Lô ở xa hơn quãng đường người mua chịu đi.',
      PRICE: 'Giá của lô cao hơn giá đơn trả, hoặc cả hai bên đều chưa ghi giá.',
      CERT: 'Đơn cần giấy chứng nhận mà lô chưa có.',
      ZONE: 'Lô nằm ngoài các xã của đơn, hoặc ở nơi đang không được lấy hàng.',
      WINDOW: 'Giờ lấy hàng của lô không trùng giờ của đơn.',
      GRADE: 'Đơn không mua loại hàng này.',
      ALREADY_ASKED: 'Lô này đã được hỏi cho chính đơn này rồi.',
    },
    TRADER: {
      CHOSEN: 'Đã hỏi mua lô này.',
      POLICY_RANK: 'Đủ điều kiện nhưng xếp sau những lô đã đủ đơn.',
      HOUSEHOLD_CAP: 'Hộ đã đủ mức mỗi hộ được lấy.',
      MIN_TAKE: 'Phần còn cần, hoặc phần lô còn, ít hơn mức lấy tối thiểu.',
      RELIABILITY: 'Hộ giữ lời hứa giao hàng dưới mức đơn đặt.',
      DISTANCE: 'Xa hơn quãng đường đơn cho phép.',
      PRICE: 'Giá chào cao hơn giá trần của đơn, hoặc chưa bên nào ghi giá.',
      CERT: 'Chưa có giấy chứng nhận đơn cần.',
      ZONE: 'Ngoài các xã của đơn, hoặc nơi đang không được lấy hàng.',
      WINDOW: 'Lô không sẵn hàng trong giờ lấy của đơn.',
      GRADE: 'Khác loại đơn cần.',
      ALREADY_ASKED: 'Đã hỏi ở lượt trước của đơn này.',
    },
  },
  en: {
    GROWER: {
      CHOSEN: 'Your lot was chosen for this order.',
      POLICY_RANK: 'The lot fits, but lots that rank before it filled the order.',
      HOUSEHOLD_CAP: 'The buyer takes only so much of one household, and yours has reached it.',
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
    },
    TRADER: {
      CHOSEN: 'This lot was asked for.',
      POLICY_RANK: 'It fits, but ranks after the lots that fill the order.',
      HOUSEHOLD_CAP: 'Its household has reached the most you take of one.',
      MIN_TAKE: 'What is still needed, or what the lot has left, is less than the smallest sale.',
      RELIABILITY: 'The household keeps fewer promises than the order asks for.',
      DISTANCE: 'It is further away than the order allows.',
      PRICE: 'It asks more than the order’s highest price, or neither side named one.',
      CERT: 'It does not have the certificate the order needs.',
      ZONE: 'It is outside the order’s communes, or where nothing may be collected now.',
      WINDOW: 'It is not ready in the order’s pick-up hours.',
      GRADE: 'It is of a grade the order does not want.',
      ALREADY_ASKED: 'It was asked in an earlier round of this order.',
    },
  },
};

/** Whose rule it was: the order's, or that of the cooperative which took a part of it. */
export type Chooser = 'ORDER' | 'COOPERATIVE';

const CHOOSERS: Readonly<Record<Locale, Readonly<Record<Chooser, string>>>> = {
  vi: { ORDER: 'Đơn này', COOPERATIVE: 'Hợp tác xã' },
  en: { ORDER: 'This order', COOPERATIVE: 'The cooperative' },
};

const POLICY_SENTENCES: Readonly<Record<Locale, Readonly<Record<PolicyCode, string>>>> = {
  vi: {
    LOWEST_COST: 'chọn các lô để cả tiền hàng và tiền xe rẻ nhất.',
    FAIR_SHARE: 'chia đều cho các hộ; hộ ít hàng được lấy hết trước.',
    PRO_RATA: 'lấy mỗi hộ cùng một phần của số hàng chào bán.',
    SOONEST_EXPIRY: 'lấy trước những lô sắp hết giờ lấy hàng.',
    FEWEST_STOPS: 'chọn sao cho xe dừng ít điểm nhất.',
    FIRST_COME: 'lấy theo thứ tự đăng: ai đăng trước bán trước.',
    MANUAL: 'tự chọn từng lô, có ghi lý do.',
  },
  en: {
    LOWEST_COST: 'chose lots so that goods and transport together cost least.',
    FAIR_SHARE: 'shared evenly; those who have little sell it all first.',
    PRO_RATA: 'took the same part of what each household offers.',
    SOONEST_EXPIRY: 'first took what must leave the garden soonest.',
    FEWEST_STOPS: 'chose lots so that the truck stops as seldom as possible.',
    FIRST_COME: 'went by who published first.',
    MANUAL: 'chose lot by lot, for a reason it wrote down.',
  },
};

/** "Vì sao?": one plain sentence for a reason code (AL-15). */
export const explain = (reason: Explained, locale: Locale, audience: Audience = 'GROWER'): string =>
  SENTENCES[locale][audience][reason];

/** How lots were chosen, in one sentence. */
export const explainPolicy = (
  policy: PolicyCode,
  locale: Locale,
  chooser: Chooser = 'ORDER',
): string => `${CHOOSERS[locale][chooser]} ${POLICY_SENTENCES[locale][policy]}`;

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
