import type { RefusalFacts } from '../kernel/refusal.js';
import { kgText, kgTextEn, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (fact: RefusalFacts[string] | undefined): string => kgText(Number(fact));
const kgEn = (fact: RefusalFacts[string] | undefined): string => kgTextEn(Number(fact));
const money = (fact: RefusalFacts[string] | undefined): string => vndText(Number(fact));
const moneyEn = (fact: RefusalFacts[string] | undefined): string => vndTextEn(Number(fact));

refusalWords({
  vi: {
    BOX_SALE_NOT_FOUND: {
      message: 'Không tìm thấy chỗ bán thùng này.',
      nextStep: 'Xem các chỗ bán thùng khác.',
    },
    BOX_SALE_CLOSED: {
      message: 'Chỗ này đã thôi nhận đặt thùng.',
      nextStep: 'Xem các chỗ bán thùng khác.',
    },
    BOXES_NOT_ENOUGH: ({ left }) => ({
      message: `Chỉ còn ${String(left)} thùng.`,
      nextStep: `Đặt ${String(left)} thùng trở xuống.`,
    }),
    BOXES_IMPLAUSIBLE: ({ most }) => ({
      message: 'Số thùng này chưa đúng.',
      nextStep: `Nhập từ 1 đến ${String(most)} thùng.`,
    }),
    BOX_SIZE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Thùng nặng thế này không hợp lý.',
      nextStep: `Nhập từ ${kg(least)} đến ${kg(most)} mỗi thùng.`,
    }),
    BOX_PRICE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Giá một thùng chưa đúng.',
      nextStep: `Nhập từ ${money(least)} đến ${money(most)}.`,
    }),
    BOX_HOURS_IMPLAUSIBLE: {
      message: 'Giờ nhận đặt hoặc giờ giao chưa đúng.',
      nextStep: 'Thôi nhận đặt trước khi giao xong; giao trong 2 ngày, trong 30 ngày tới.',
    },
    BOX_PLACE_MISSING: {
      message: 'Chưa ghi nơi khách đến lấy.',
      nextStep: 'Ghi từ 3 đến 200 chữ, ví dụ «Nhà văn hóa thôn Dùm».',
    },
    BOX_NO_COURIER: {
      message: 'Chỗ này không gửi xe, khách đến lấy.',
      nextStep: 'Chọn đến lấy tại nơi đã ghi.',
    },
    BOX_ADDRESS_MISSING: {
      message: 'Địa chỉ gửi đến chưa đủ.',
      nextStep: 'Ghi số nhà, đường, xã hoặc phường.',
    },
    BOX_ORDER_NOT_FOUND: {
      message: 'Không tìm thấy đơn đặt thùng này.',
      nextStep: 'Về danh sách đơn.',
    },
    BOX_STEP_NOT_ALLOWED: {
      message: 'Đơn không còn ở bước làm được việc này.',
      nextStep: 'Mở lại để xem tình trạng mới nhất.',
    },
    BOX_REASON_MISSING: {
      message: 'Chưa ghi lý do hủy.',
      nextStep: 'Ghi lý do để bên kia biết.',
    },
  },
  en: {
    BOX_SALE_NOT_FOUND: {
      message: 'There is no such sale of boxes.',
      nextStep: 'Look at the others.',
    },
    BOX_SALE_CLOSED: {
      message: 'This sale takes no more orders.',
      nextStep: 'Look at the others.',
    },
    BOXES_NOT_ENOUGH: ({ left }) => ({
      message: `Only ${String(left)} boxes are left.`,
      nextStep: `Order ${String(left)} or fewer.`,
    }),
    BOXES_IMPLAUSIBLE: ({ most }) => ({
      message: 'This number of boxes is not right.',
      nextStep: `Enter 1 to ${String(most)}.`,
    }),
    BOX_SIZE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'A box of this weight cannot be right.',
      nextStep: `Enter ${kgEn(least)} to ${kgEn(most)} a box.`,
    }),
    BOX_PRICE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'The price of a box is not right.',
      nextStep: `Enter ${moneyEn(least)} to ${moneyEn(most)}.`,
    }),
    BOX_HOURS_IMPLAUSIBLE: {
      message: 'The hours of ordering or of handing over are not right.',
      nextStep: 'Let orders end before the hand-over does, within 2 days, in the next 30.',
    },
    BOX_PLACE_MISSING: {
      message: 'The place to fetch them is missing.',
      nextStep: 'Write it in 3 to 200 letters.',
    },
    BOX_NO_COURIER: {
      message: 'Nothing is sent from here; boxes are fetched.',
      nextStep: 'Choose to fetch them at the place.',
    },
    BOX_ADDRESS_MISSING: {
      message: 'The address is too short or too long.',
      nextStep: 'Write house, street and commune.',
    },
    BOX_ORDER_NOT_FOUND: {
      message: 'There is no such order of boxes.',
      nextStep: 'Go back to the list.',
    },
    BOX_STEP_NOT_ALLOWED: {
      message: 'The order is not in a state for this.',
      nextStep: 'Open it again to see how it stands.',
    },
    BOX_REASON_MISSING: {
      message: 'There is no reason.',
      nextStep: 'Write one for the other side.',
    },
  },
});
