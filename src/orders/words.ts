import type { RefusalFacts } from '../kernel/refusal.js';
import { kgText, kgTextEn, momentText, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (fact: RefusalFacts[string] | undefined): string => kgText(Number(fact));
const kgEn = (fact: RefusalFacts[string] | undefined): string => kgTextEn(Number(fact));
const money = (fact: RefusalFacts[string] | undefined): string => vndText(Number(fact));
const moneyEn = (fact: RefusalFacts[string] | undefined): string => vndTextEn(Number(fact));
const hour = (fact: RefusalFacts[string] | undefined): string => momentText(new Date(String(fact)));

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
    CANCEL_REASON_MISSING: ({ least, most }) => ({
      message: 'Chưa ghi lý do hủy.',
      nextStep: `Ghi lý do từ ${least} đến ${most} chữ để các hộ biết.`,
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
    CANCEL_REASON_MISSING: ({ least, most }) => ({
      message: 'There is no reason.',
      nextStep: `Write one of ${least} to ${most} letters for the households.`,
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
