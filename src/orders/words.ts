import type { RefusalFacts } from '../kernel/refusal.js';
import { kgText, kgTextEn, momentText, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (fact: RefusalFacts[string] | undefined): string => kgText(Number(fact));
const kgEn = (fact: RefusalFacts[string] | undefined): string => kgTextEn(Number(fact));
const money = (fact: RefusalFacts[string] | undefined): string => vndText(Number(fact));
const moneyEn = (fact: RefusalFacts[string] | undefined): string => vndTextEn(Number(fact));
const hour = (fact: RefusalFacts[string] | undefined): string => momentText(new Date(String(fact)));

const STANDS_VI: Readonly<Record<string, string>> = {
  OFFERED: 'còn chờ trả lời',
  ACCEPTED: 'đã được nhận lời',
  DECLINED: 'đã bị từ chối',
  EXPIRED: 'đã hết hạn',
  COMMITTED: 'đã chốt',
  WEIGHED: 'đã cân',
  RELEASED: 'đã được người mua rút lại',
};
const STANDS_EN: Readonly<Record<string, string>> = {
  OFFERED: 'is still waiting',
  ACCEPTED: 'was accepted already',
  DECLINED: 'was declined already',
  EXPIRED: 'has run out',
  COMMITTED: 'is part of a deal',
  WEIGHED: 'was weighed already',
  RELEASED: 'was taken back by the buyer',
};

refusalWords({
  vi: {
    ORDER_NOT_REPEATABLE: {
      message: 'Đơn này mua một lô, không đặt lại được.',
      nextStep: 'Mở chợ chọn lô đang có.',
    },
    ORDER_NOT_FOUND: {
      message: 'Không tìm thấy đơn này.',
      nextStep: 'Về danh sách đơn và mở lại.',
    },
    ORDER_NUMBER_MALFORMED: {
      message: 'Đây chưa phải số đơn.',
      nextStep: 'Gõ số đơn có dạng LN-0825-4K7.',
    },
    ORDER_NUMBER_MISTYPED: {
      message: 'Số đơn gõ sai một chữ.',
      nextStep: 'Xem lại từng chữ rồi gõ lại.',
    },
    ORDER_STEP_NOT_ALLOWED: {
      message: 'Đơn đang ở bước khác nên không làm được việc này.',
      nextStep: 'Mở lại đơn để xem đơn đang ở bước nào.',
    },
    ORDER_VARIETY_UNKNOWN: {
      message: 'Cây này không có giống đó.',
      nextStep: 'Chọn giống trong danh sách.',
    },
    ORDER_GRADE_UNKNOWN: {
      message: 'Cây này không có loại hàng đó.',
      nextStep: 'Chọn loại trong danh sách.',
    },
    ORDER_GRADE_TWICE: {
      message: 'Một loại được ghi hai lần.',
      nextStep: 'Gộp số kg của loại đó vào một dòng.',
    },
    ORDER_LINES_MISSING: {
      message: 'Đơn chưa có loại hàng nào.',
      nextStep: 'Chọn ít nhất một loại và ghi số kg.',
    },
    ORDER_BELOW_ASKED: ({ askedGrams }) => ({
      message: `Đã hỏi các hộ ${kg(askedGrams)} loại này, không bớt xuống dưới mức ấy được.`,
      nextStep: `Nhập từ ${kg(askedGrams)} trở lên, hoặc đợi các hộ trả lời.`,
    }),
    ORDER_GRAMS_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Số kg này không hợp lý.',
      nextStep: `Nhập từ ${kg(least)} đến ${kg(most)}.`,
    }),
    ORDER_PRICE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Giá này không hợp lý.',
      nextStep: `Nhập giá một kg từ ${money(least)} đến ${money(most)}, hoặc bỏ trống để thương lượng.`,
    }),
    ORDER_WINDOW_IMPLAUSIBLE: ({ days, ahead }) => ({
      message: 'Giờ lấy hàng chưa đúng.',
      nextStep: `Chọn giờ kết thúc sau giờ bắt đầu, không quá ${days} ngày, trong ${ahead} ngày tới.`,
    }),
    ORDER_WINDOW_OVER: {
      message: 'Giờ lấy hàng đã qua.',
      nextStep: 'Lập đơn khác cho ngày sắp tới.',
    },
    DEAL_HOURS_OVER: {
      message: 'Giờ lấy hàng đã qua nên không chốt được nữa.',
      nextStep: 'Trả giá lại với giờ lấy hàng khác.',
    },
    DESTINATION_UNKNOWN: {
      message: 'Chưa chọn nơi giao hàng.',
      nextStep: 'Chọn chợ hoặc điểm cân trong danh sách.',
    },
    COMMUNE_UNKNOWN: { message: 'Có xã không nằm trong danh sách.', nextStep: 'Chọn lại các xã.' },
    TOLERANCE_IMPLAUSIBLE: ({ percent }) => ({
      message: 'Dung sai này quá rộng.',
      nextStep: `Nhập từ 0 đến ${percent} %.`,
    }),
    ORDER_MINIMUM_ABOVE_WISH: ({ wantedGrams }) => ({
      message: 'Mức tối thiểu lớn hơn cả đơn.',
      nextStep: `Nhập không quá ${kg(wantedGrams)}.`,
    }),
    HOUSEHOLD_CAP_IMPLAUSIBLE: ({ least }) => ({
      message: 'Mức mỗi hộ này quá nhỏ.',
      nextStep: `Nhập từ ${kg(least)} trở lên, hoặc bỏ trống.`,
    }),
    DEDUCTION_IMPLAUSIBLE: ({ percent, crateGrams }) => ({
      message: 'Mức trừ hao này không hợp lý.',
      nextStep: `Trừ nhiều nhất ${percent} %, hoặc ${kg(crateGrams)} mỗi bì.`,
    }),
    PAYMENT_DAYS_IMPLAUSIBLE: ({ most }) => ({
      message: 'Số ngày trả tiền chưa đúng.',
      nextStep: `Nhập từ 0 đến ${most} ngày.`,
    }),
    SURETY_IMPLAUSIBLE: ({ percent }) => ({
      message: 'Mức cọc hoặc mức đền khi bỏ hẹn không hợp lý.',
      nextStep: `Nhập từ 0 đến ${percent} %; đền khi xe đã đến không ít hơn khi xe mới đi.`,
    }),
    CUT_OFF_IMPLAUSIBLE: ({ latest }) => ({
      message: 'Giờ thôi gom chưa đúng.',
      nextStep: `Chọn giờ từ bây giờ đến ${hour(latest)}, lúc bắt đầu lấy hàng; giờ gia hạn phải muộn hơn.`,
    }),
    OFFER_TIME_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Thời gian chờ trả lời chưa đúng.',
      nextStep: `Nhập từ ${least} đến ${most} phút.`,
    }),
    BUYER_NOT_ACTIVE: {
      message: 'Tài khoản mua hàng chưa được duyệt hoặc đang bị tạm dừng.',
      nextStep: 'Gọi phòng nông nghiệp để được mở.',
    },
    NOTHING_MISSING: {
      message: 'Đơn không còn thiếu hàng để hỏi thêm.',
      nextStep: 'Chờ các hộ trả lời, hoặc chốt đơn.',
    },
    NO_LOT_FITS: ({ wantedGrams }) => ({
      message: `Còn thiếu ${kg(wantedGrams)} nhưng chưa có lô nào phù hợp.`,
      nextStep: 'Xem lý do từng lô, rồi nới giá, giờ lấy hàng hoặc xã.',
    }),
    NOTHING_ACCEPTED: {
      message: 'Chưa hộ nào nhận lời.',
      nextStep: 'Chờ trả lời, hoặc hỏi thêm hộ khác.',
    },
    MINIMUM_NOT_REACHED: ({ acceptedGrams, minGrams }) => ({
      message: `Mới có ${kg(acceptedGrams)} nhận lời, đơn cần ít nhất ${kg(minGrams)}.`,
      nextStep: 'Chờ thêm trả lời, hoặc hỏi thêm hộ khác.',
    }),
    ACCEPTED_STOCK_GONE: ({ lines, grams }) => ({
      message: `${lines} lô đã nhận lời (${kg(grams)}) vừa được rút.`,
      nextStep: 'Mở lại đơn sau một phút rồi chốt phần còn lại.',
    }),
    CANCEL_REASON_MISSING: ({ least, most }) => ({
      message: 'Chưa ghi lý do hủy.',
      nextStep: `Ghi lý do từ ${least} đến ${most} chữ để các hộ biết.`,
    }),
    OFFER_NOT_FOUND: {
      message: 'Không tìm thấy lời hỏi mua này.',
      nextStep: 'Về danh sách lời hỏi mua.',
    },
    OFFER_EXPIRED: ({ expiresAt }) => ({
      message: `Lời hỏi mua đã hết hạn lúc ${hour(expiresAt)}. Số cân ấy lại bán được cho người khác.`,
      nextStep: 'Xem các lời hỏi mua khác.',
    }),
    OFFER_STOCK_GONE: {
      message: 'Hàng giữ cho lời này không còn.',
      nextStep: 'Kiểm tra lại lô hàng của nhà mình.',
    },
    OFFER_MORE_THAN_ASKED: ({ askedGrams }) => ({
      message: `Đơn này chỉ hỏi nhà mình ${kg(askedGrams)}.`,
      nextStep: `Bán cả thì bấm Nhận bán; bán ít hơn thì ghi dưới ${kg(askedGrams)}.`,
    }),
    OFFER_BELOW_LEAST: ({ leastGrams }) => ({
      message: `Xe lấy ở một lô ít nhất ${kg(leastGrams)}.`,
      nextStep: `Ghi từ ${kg(leastGrams)} trở lên, hoặc bấm Không bán.`,
    }),
    OFFER_LOT_WHOLE: {
      message: 'Đơn này đặt đúng số cân ấy của một lô, không nhận một phần được.',
      nextStep: 'Nhận cả, hoặc không bán rồi mặc cả lại số cân với người mua.',
    },
    OFFER_GRAMS_WITH_NO: {
      message: 'Đã không bán thì không ghi số cân.',
      nextStep: 'Chọn nhận một phần, hoặc không bán.',
    },
    OFFER_BUYER_SUSPENDED: {
      message: 'Người mua này đang bị tạm dừng nên chưa nhận lời được.',
      nextStep: 'Bán cho người khác; số cân giữ cho lời này tự được trả lại.',
    },
    LINE_STEP_NOT_ALLOWED: ({ state }) => ({
      message: `Lời hỏi mua này ${STANDS_VI[String(state)]}.`,
      nextStep: 'Mở lại danh sách để xem tình trạng mới nhất.',
    }),
    ORDERED_LOT_NOT_FOUND: {
      message: 'Không tìm thấy lô hàng này.',
      nextStep: 'Tìm lô khác trên chợ.',
    },
    LOT_NOT_OPEN: { message: 'Lô này không còn bán.', nextStep: 'Tìm lô khác trên chợ.' },
    LOT_HAS_NO_PRICE: {
      message: 'Lô này bán theo giá đơn, chưa có giá riêng.',
      nextStep: 'Lập đơn gom và ghi giá bên mình trả.',
    },
    LOT_PRICE_CHANGED: { message: 'Giá của lô vừa đổi.', nextStep: 'Xem giá mới rồi đặt lại.' },
    BELOW_SMALLEST_SALE: ({ minTakeGrams }) => ({
      message: `Hộ chỉ bán từ ${kg(minTakeGrams)} trở lên.`,
      nextStep: `Nhập ít nhất ${kg(minTakeGrams)}.`,
    }),
  },
  en: {
    ORDER_NOT_REPEATABLE: {
      message: 'This order took one lot and cannot be repeated.',
      nextStep: 'Choose a lot on the market.',
    },
    ORDER_NOT_FOUND: {
      message: 'There is no such order.',
      nextStep: 'Go back to the list and open it again.',
    },
    ORDER_NUMBER_MALFORMED: {
      message: 'This is not an order number.',
      nextStep: 'Type one like LN-0825-4K7.',
    },
    ORDER_NUMBER_MISTYPED: {
      message: 'One sign of the number is wrong.',
      nextStep: 'Read it again sign by sign.',
    },
    ORDER_STEP_NOT_ALLOWED: {
      message: 'The order is not in a state for this.',
      nextStep: 'Open it again to see how it stands.',
    },
    ORDER_VARIETY_UNKNOWN: {
      message: 'This crop has no such variety.',
      nextStep: 'Choose one from the list.',
    },
    ORDER_GRADE_UNKNOWN: {
      message: 'This crop has no such grade.',
      nextStep: 'Choose one from the list.',
    },
    ORDER_GRADE_TWICE: {
      message: 'A grade was entered twice.',
      nextStep: 'Put its weight on one line.',
    },
    ORDER_LINES_MISSING: {
      message: 'The order has no grade.',
      nextStep: 'Choose at least one and enter its weight.',
    },
    ORDER_BELOW_ASKED: ({ askedGrams }) => ({
      message: `Households were asked for ${kgEn(askedGrams)} of this grade already.`,
      nextStep: `Enter ${kgEn(askedGrams)} or more, or wait for their answers.`,
    }),
    ORDER_GRAMS_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'This weight cannot be right.',
      nextStep: `Enter ${kgEn(least)} to ${kgEn(most)}.`,
    }),
    ORDER_PRICE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'This price cannot be right.',
      nextStep: `Enter ${moneyEn(least)} to ${moneyEn(most)} a kilogram, or leave it open.`,
    }),
    ORDER_WINDOW_IMPLAUSIBLE: ({ days, ahead }) => ({
      message: 'The pick-up time is not right.',
      nextStep: `Let it end after it begins, within ${days} days, in the next ${ahead} days.`,
    }),
    ORDER_WINDOW_OVER: {
      message: 'The pick-up time is over.',
      nextStep: 'Open another order for a coming day.',
    },
    DEAL_HOURS_OVER: {
      message: 'The pick-up time is over, so this cannot be agreed on any more.',
      nextStep: 'Make another offer with other hours.',
    },
    DESTINATION_UNKNOWN: {
      message: 'No destination was chosen.',
      nextStep: 'Choose a market or weighing point.',
    },
    COMMUNE_UNKNOWN: {
      message: 'A commune is not on the list.',
      nextStep: 'Choose the communes again.',
    },
    TOLERANCE_IMPLAUSIBLE: ({ percent }) => ({
      message: 'This tolerance is too wide.',
      nextStep: `Enter 0 to ${percent} %.`,
    }),
    ORDER_MINIMUM_ABOVE_WISH: ({ wantedGrams }) => ({
      message: 'The minimum is more than the whole order.',
      nextStep: `Enter no more than ${kgEn(wantedGrams)}.`,
    }),
    HOUSEHOLD_CAP_IMPLAUSIBLE: ({ least }) => ({
      message: 'This is too little a household.',
      nextStep: `Enter ${kgEn(least)} or more, or leave it empty.`,
    }),
    DEDUCTION_IMPLAUSIBLE: ({ percent, crateGrams }) => ({
      message: 'This deduction cannot be agreed.',
      nextStep: `Take off at most ${percent} %, or ${kgEn(crateGrams)} a crate.`,
    }),
    PAYMENT_DAYS_IMPLAUSIBLE: ({ most }) => ({
      message: 'The days to payment are not right.',
      nextStep: `Enter 0 to ${most} days.`,
    }),
    SURETY_IMPLAUSIBLE: ({ percent }) => ({
      message: 'The deposit or the price of giving up is not right.',
      nextStep: `Enter 0 to ${percent} %; at the gate no less than on the way.`,
    }),
    CUT_OFF_IMPLAUSIBLE: ({ latest }) => ({
      message: 'The end of gathering is not right.',
      nextStep: `Choose an hour from now to ${hour(latest)}, when pick-up begins; an extension must end later.`,
    }),
    OFFER_TIME_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'The time to answer is not right.',
      nextStep: `Enter ${least} to ${most} minutes.`,
    }),
    BUYER_NOT_ACTIVE: {
      message: 'This buyer is not approved yet, or is suspended.',
      nextStep: 'Ask the office to open it.',
    },
    NOTHING_MISSING: {
      message: 'Nothing is missing to ask for.',
      nextStep: 'Wait for the answers, or commit.',
    },
    NO_LOT_FITS: ({ wantedGrams }) => ({
      message: `${kgEn(wantedGrams)} are missing, and no lot fits.`,
      nextStep: 'Look at the reasons, then widen price, hours or communes.',
    }),
    NOTHING_ACCEPTED: { message: 'No household has said yes.', nextStep: 'Wait, or ask others.' },
    MINIMUM_NOT_REACHED: ({ acceptedGrams, minGrams }) => ({
      message: `${kgEn(acceptedGrams)} are accepted; the order needs at least ${kgEn(minGrams)}.`,
      nextStep: 'Wait for more answers, or ask others.',
    }),
    ACCEPTED_STOCK_GONE: ({ lines, grams }) => ({
      message: `${lines} accepted lots (${kgEn(grams)}) were just withdrawn.`,
      nextStep: 'Open the order again in a minute and commit the rest.',
    }),
    CANCEL_REASON_MISSING: ({ least, most }) => ({
      message: 'There is no reason.',
      nextStep: `Write one of ${least} to ${most} letters for the households.`,
    }),
    OFFER_NOT_FOUND: {
      message: 'There is no such offer.',
      nextStep: 'Go back to the list of offers.',
    },
    OFFER_EXPIRED: ({ expiresAt }) => ({
      message: `The offer ran out at ${hour(expiresAt)}. Those kilograms are free for others again.`,
      nextStep: 'Look at the other offers.',
    }),
    OFFER_STOCK_GONE: {
      message: 'What was held for this offer is gone.',
      nextStep: 'Look at your lot again.',
    },
    OFFER_MORE_THAN_ASKED: ({ askedGrams }) => ({
      message: `The order asks you for ${kgEn(askedGrams)} only.`,
      nextStep: `Say yes to all of it, or enter less than ${kgEn(askedGrams)}.`,
    }),
    OFFER_BELOW_LEAST: ({ leastGrams }) => ({
      message: `The truck takes ${kgEn(leastGrams)} or more of a lot.`,
      nextStep: `Enter ${kgEn(leastGrams)} or more, or say no.`,
    }),
    OFFER_LOT_WHOLE: {
      message: 'This order is for exactly that weight of one lot: there is no part of it.',
      nextStep: 'Say yes to all of it, or no, and offer the buyer another weight.',
    },
    OFFER_GRAMS_WITH_NO: {
      message: 'A no has no weight.',
      nextStep: 'Say yes to a part, or no.',
    },
    OFFER_BUYER_SUSPENDED: {
      message: 'This buyer is suspended, so the offer cannot be accepted now.',
      nextStep: 'Sell to somebody else; what is held for this offer is freed by itself.',
    },
    LINE_STEP_NOT_ALLOWED: ({ state }) => ({
      message: `This offer ${STANDS_EN[String(state)]}.`,
      nextStep: 'Open the list again to see how it stands.',
    }),
    ORDERED_LOT_NOT_FOUND: {
      message: 'There is no such lot.',
      nextStep: 'Find another one on the market.',
    },
    LOT_NOT_OPEN: {
      message: 'This lot is no longer for sale.',
      nextStep: 'Find another one on the market.',
    },
    LOT_HAS_NO_PRICE: {
      message: 'This lot takes the price of an order and has none of its own.',
      nextStep: 'Open a bulk order with your price.',
    },
    LOT_PRICE_CHANGED: {
      message: 'The price of the lot just changed.',
      nextStep: 'Look at the new one and order again.',
    },
    BELOW_SMALLEST_SALE: ({ minTakeGrams }) => ({
      message: `The household sells ${kgEn(minTakeGrams)} or more.`,
      nextStep: `Enter at least ${kgEn(minTakeGrams)}.`,
    }),
  },
});
