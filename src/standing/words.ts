import { isDay } from '../kernel/day.js';
import type { RefusalFacts } from '../kernel/refusal.js';
import { refusalWords } from '../platform/words/say.js';

const dayText = (fact: RefusalFacts[string] | undefined): string => {
  const day = String(fact);
  return isDay(day) ? `${day.slice(8, 10)}/${day.slice(5, 7)}` : day;
};

refusalWords({
  vi: {
    STANDING_ORDER_NOT_FOUND: {
      message: 'Không tìm thấy đơn định kỳ này.',
      nextStep: 'Về danh sách đơn định kỳ.',
    },
    STANDING_CHANGED: {
      message: 'Đơn định kỳ này vừa được sửa ở máy khác.',
      nextStep: 'Xem số mới rồi sửa lại nếu cần.',
    },
    STANDING_BY_HAND: {
      message: 'Đơn tự chọn từng lô không lặp lại được, vì lần sau là lô khác.',
      nextStep: 'Chọn một đơn gom theo cách máy tính chọn lô.',
    },
    STANDING_WEEKDAYS_MISSING: {
      message: 'Chưa chọn ngày trong tuần.',
      nextStep: 'Chọn ít nhất một ngày lấy hàng.',
    },
    STANDING_LEAD_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Thời gian mở đơn trước chưa đúng.',
      nextStep: `Chọn từ ${least} đến ${most} giờ trước giờ lấy hàng.`,
    }),
    STANDING_CHOICE_MISSING: ({ day, orderNumber }) => ({
      message: `Đơn ${orderNumber} cho ngày ${dayText(day)} đang gom.`,
      nextStep: 'Chọn sửa chỉ lần này, hay từ lần sau.',
    }),
    STANDING_CALENDAR_NOT_ONCE: {
      message: 'Ngày trong tuần và giờ mở đơn không sửa cho riêng một lần.',
      nextStep: 'Chọn từ lần sau, hoặc chỉ sửa kg và giá.',
    },
    OCCURRENCE_NOT_FOUND: {
      message: 'Ngày này không có lần nào sắp tới của đơn định kỳ.',
      nextStep: 'Chọn một ngày trong lịch.',
    },
    OCCURRENCE_SKIPPED: {
      message: 'Lần này đã bỏ.',
      nextStep: 'Lấy lại lần này rồi sửa.',
    },
    OCCURRENCE_OPEN: ({ orderNumber }) => ({
      message: `Lần này đã thành đơn ${orderNumber}.`,
      nextStep: 'Mở đơn ấy và hủy ở đó.',
    }),
  },
  en: {
    STANDING_ORDER_NOT_FOUND: {
      message: 'There is no such standing order.',
      nextStep: 'Go back to the list of standing orders.',
    },
    STANDING_CHANGED: {
      message: 'This standing order was just changed on another phone.',
      nextStep: 'Look at the new figures and change them if you need to.',
    },
    STANDING_BY_HAND: {
      message: 'An order chosen lot by lot cannot come again: next time there are other lots.',
      nextStep: 'Choose an order whose lots were computed.',
    },
    STANDING_WEEKDAYS_MISSING: {
      message: 'No day of the week was chosen.',
      nextStep: 'Choose one day of pick-up at least.',
    },
    STANDING_LEAD_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'The time to open ahead is not right.',
      nextStep: `Choose ${least} to ${most} hours before pick-up.`,
    }),
    STANDING_CHOICE_MISSING: ({ day, orderNumber }) => ({
      message: `Order ${orderNumber} for ${dayText(day)} is gathering.`,
      nextStep: 'Choose only this time, or from the next time on.',
    }),
    STANDING_CALENDAR_NOT_ONCE: {
      message: 'Weekdays and opening time do not change for one time alone.',
      nextStep: 'Choose from the next time on, or change only weights and prices.',
    },
    OCCURRENCE_NOT_FOUND: {
      message: 'The standing order does not come round on that day.',
      nextStep: 'Choose a day of its calendar.',
    },
    OCCURRENCE_SKIPPED: {
      message: 'This time is left out.',
      nextStep: 'Take it up again, then change it.',
    },
    OCCURRENCE_OPEN: ({ orderNumber }) => ({
      message: `This time has become order ${orderNumber}.`,
      nextStep: 'Open that order and cancel it there.',
    }),
  },
});
