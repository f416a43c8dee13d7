import type { RefusalFacts } from '../kernel/refusal.js';
import type { Locale } from '../platform/access/actor.js';
import { kgText, kgTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';
import type { UnassignedReason } from './domain/haul.js';

const kg = (fact: RefusalFacts[string] | undefined): string => kgText(Number(fact));
const kgEn = (fact: RefusalFacts[string] | undefined): string => kgTextEn(Number(fact));

refusalWords({
  vi: {
    RUN_NOT_FOUND: { message: 'Không tìm thấy chuyến này.', nextStep: 'Mở lại danh sách chuyến.' },
    RUN_STEP_NOT_ALLOWED: {
      message: 'Chuyến này không còn ở bước đó.',
      nextStep: 'Mở lại chuyến để xem đang ở đâu.',
    },
    RUN_ORDER_NOT_READY: {
      message: 'Đơn này chưa chốt hoặc đã cân xong.',
      nextStep: 'Chốt đơn với các hộ rồi xếp xe.',
    },
    RUN_NO_DESTINATION: {
      message: 'Đơn này lấy tại vườn, không có nơi giao.',
      nextStep: 'Hẹn giờ lấy hàng thẳng với hộ.',
    },
    RUN_NOTHING_LEFT: {
      message: 'Mọi hộ của đơn này đều đã có xe.',
      nextStep: 'Xem các chuyến đã xếp.',
    },
    RUN_TIME_WRONG: {
      message: 'Giờ xuất phát không hợp lý.',
      nextStep: 'Chọn giờ từ bây giờ đến 30 ngày tới.',
    },
    RUN_PLAN_OVERTAKEN: {
      message: 'Xe vừa có người khác lấy mất.',
      nextStep: 'Bấm xếp xe lần nữa.',
    },
    RUN_REASON_MISSING: {
      message: 'Chưa ghi lý do hủy chuyến.',
      nextStep: 'Ghi một câu để nhà xe và các hộ hiểu.',
    },
    RUN_STOPS_LEFT: ({ stops }) => ({
      message: `Còn ${stops} điểm chưa xong.`,
      nextStep: 'Cân xong, hoặc ghi vấn đề ở từng điểm đó.',
    }),
    STOP_NOT_ENDED: {
      message: 'Điểm này chưa xong, chưa biết thiếu bao nhiêu.',
      nextStep: 'Cân xong, hoặc ghi vấn đề, rồi lấy hàng dự phòng.',
    },
    NOTHING_TO_REPLACE: ({ seenGrams }) => ({
      message:
        Number(seenGrams) > 0
          ? `Lúc chọn, đơn thiếu ${kg(seenGrams)}; nay cả đơn đã đủ trong dung sai.`
          : 'Cả đơn vẫn đủ trong dung sai.',
      nextStep: 'Đi tiếp điểm sau.',
    }),
    REPLACEMENT_GONE: ({ seenGrams, nowGrams }) => ({
      message: `Lúc chọn còn ${kg(seenGrams)} dự phòng; nay ở các hộ ấy chỉ còn ${kg(nowGrams)}, phần kia đã bán nơi khác hoặc thôi giữ.`,
      nextStep: 'Mở lại hàng dự phòng của điểm này và chọn hộ khác.',
    }),
    RUN_FULL: { message: 'Xe không còn chỗ.', nextStep: 'Lập thêm chuyến cho phần thiếu.' },
    REPLACEMENT_NEEDS_PERMIT: {
      message: 'Giấy của chuyến không đổi theo được.',
      nextStep: 'Chọn lô trong các xã đã ghi trên giấy.',
    },
    RUN_NOT_STARTED: {
      message: 'Chuyến này chưa xuất phát hoặc đã hủy.',
      nextStep: 'Bấm xuất phát trước khi ghi điểm dừng.',
    },
    STOP_NOT_FOUND: {
      message: 'Không tìm thấy điểm dừng này.',
      nextStep: 'Mở lại chuyến của mình.',
    },
    STOP_STEP_NOT_ALLOWED: {
      message: 'Điểm dừng này đã ghi kết quả khác.',
      nextStep: 'Mở lại chuyến để xem kết quả đã ghi.',
    },
    STOP_TICKET_MISSING: {
      message: 'Hộ chưa xác nhận phiếu cân ở điểm này.',
      nextStep: 'Chờ hộ bấm đồng ý, hoặc ghi vấn đề.',
    },
    STOP_ISSUE_MISSING: {
      message: 'Chưa ghi vấn đề ở điểm này.',
      nextStep: 'Ghi một câu: vì sao không lấy đủ hàng.',
    },
  },
  en: {
    RUN_NOT_FOUND: {
      message: 'This run was not found.',
      nextStep: 'Open the list of runs again.',
    },
    RUN_STEP_NOT_ALLOWED: {
      message: 'The run is no longer at that step.',
      nextStep: 'Open it again to see where it stands.',
    },
    RUN_ORDER_NOT_READY: {
      message: 'The order is not settled yet, or all of it is weighed.',
      nextStep: 'Settle it with the households, then plan vehicles.',
    },
    RUN_NO_DESTINATION: {
      message: 'The order is fetched at the garden; nothing is delivered.',
      nextStep: 'Arrange the pick-up with the household.',
    },
    RUN_NOTHING_LEFT: {
      message: 'Every household of this order has a vehicle.',
      nextStep: 'Look at the runs that are planned.',
    },
    RUN_TIME_WRONG: {
      message: 'The start cannot be then.',
      nextStep: 'Choose a time between now and 30 days ahead.',
    },
    RUN_PLAN_OVERTAKEN: {
      message: 'Somebody else just took the vehicle.',
      nextStep: 'Plan once more.',
    },
    RUN_REASON_MISSING: {
      message: 'There is no reason for calling it off.',
      nextStep: 'Write one sentence for the transporter and the households.',
    },
    RUN_STOPS_LEFT: ({ stops }) => ({
      message: `${stops} stops are not finished.`,
      nextStep: 'Weigh there, or write what went wrong at each.',
    }),
    STOP_NOT_ENDED: {
      message: 'This stop is not over, so what is missing is not known.',
      nextStep: 'Finish weighing, or write what went wrong, then take what stands by.',
    },
    NOTHING_TO_REPLACE: ({ seenGrams }) => ({
      message:
        Number(seenGrams) > 0
          ? `The order lacked ${kgEn(seenGrams)} when you chose; it is inside its tolerance now.`
          : 'The order is still inside its tolerance.',
      nextStep: 'Drive on to the next stop.',
    }),
    REPLACEMENT_GONE: ({ seenGrams, nowGrams }) => ({
      message: `${kgEn(seenGrams)} stood by when you chose; ${kgEn(nowGrams)} of it is left, the rest was sold or let go.`,
      nextStep: 'Open what stands by for this stop again and choose another household.',
    }),
    RUN_FULL: { message: 'The truck is full.', nextStep: 'Plan another run for the rest.' },
    REPLACEMENT_NEEDS_PERMIT: {
      message: 'The permit of the run cannot follow.',
      nextStep: 'Choose a lot in the communes the permit names.',
    },
    RUN_NOT_STARTED: {
      message: 'The run has not left, or was called off.',
      nextStep: 'Start it before writing down stops.',
    },
    STOP_NOT_FOUND: { message: 'This stop was not found.', nextStep: 'Open your own run again.' },
    STOP_STEP_NOT_ALLOWED: {
      message: 'Another outcome was written down for this stop.',
      nextStep: 'Open the run again to see it.',
    },
    STOP_TICKET_MISSING: {
      message: 'The household has not confirmed its weigh ticket.',
      nextStep: 'Wait for its yes, or write what went wrong.',
    },
    STOP_ISSUE_MISSING: {
      message: 'There is no word about what went wrong.',
      nextStep: 'Write one sentence: why not all of it was taken.',
    },
  },
});

const LEFT_BEHIND: Readonly<Record<Locale, Readonly<Record<UnassignedReason, string>>>> = {
  vi: {
    ZONE: 'Không xe nào được vào vùng này.',
    TOO_HEAVY: 'Hàng của hộ này nặng hơn sức chở của mọi xe đang rảnh.',
    WINDOW: 'Không xe nào đến kịp giờ hộ hẹn mà vẫn giao đúng giờ.',
    NO_VEHICLE: 'Các xe đang rảnh đều đã đầy.',
  },
  en: {
    ZONE: 'No vehicle may enter this zone.',
    TOO_HEAVY: 'The load is more than any idle vehicle can carry.',
    WINDOW: 'No vehicle can be there in time and still deliver.',
    NO_VEHICLE: 'Every idle vehicle is full.',
  },
};

/** PU-03: why a household is on no vehicle. */
export const leftBehind = (reason: UnassignedReason, locale: Locale): string =>
  LEFT_BEHIND[locale][reason];
