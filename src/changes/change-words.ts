import type { RefusalFacts } from '../kernel/refusal.js';
import { kgText, kgTextEn, momentText, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (fact: RefusalFacts[string] | undefined): string => kgText(Number(fact));
const kgEn = (fact: RefusalFacts[string] | undefined): string => kgTextEn(Number(fact));

refusalWords({
  vi: {
    CHANGE_DEALS_IMPLAUSIBLE: ({ most }) => ({
      message: `Mỗi lần xin đổi từ 1 đến ${most} thỏa thuận.`,
      nextStep: 'Chọn lại thỏa thuận cần đổi.',
    }),
    CHANGE_GRADE_UNKNOWN: {
      message: 'Thỏa thuận không có loại hàng này.',
      nextStep: 'Đổi số kg của loại đã chốt; loại khác thì đặt đơn mới.',
    },
    CHANGE_EMPTY: {
      message: 'Chưa đổi gì.',
      nextStep: 'Sửa số kg hoặc giờ lấy rồi gửi.',
    },
    CHANGE_BELOW_DEPOSIT: ({ depositVnd }) => ({
      message: `Tiền hàng còn ít hơn tiền cọc ${vndText(Number(depositVnd))}.`,
      nextStep: 'Tăng số kg, hoặc bỏ hẹn thỏa thuận này.',
    }),
    CHANGE_OPEN: {
      message: 'Đơn này đang có một đề nghị đổi chờ trả lời.',
      nextStep: 'Chờ trả lời, hoặc rút đề nghị ấy rồi gửi lại.',
    },
    CHANGE_STALE: {
      message: 'Thỏa thuận đã khác lúc xin đổi.',
      nextStep: 'Xem lại thỏa thuận rồi gửi đề nghị mới.',
    },
    CHANGE_VEHICLE_LEFT: ({ plate }) => ({
      message: `Xe ${plate} đã đi lấy hàng.`,
      nextStep: 'Gọi cho nhau; thừa thiếu thì ghi lúc cân.',
    }),
    CHANGE_RUN_FULL: ({ plate, freeGrams }) => ({
      message: `Xe ${plate} chỉ chở thêm được ${kg(freeGrams)}.`,
      nextStep: 'Giảm số kg, hoặc lập lại chuyến trước.',
    }),
    CHANGE_NOT_FOUND: {
      message: 'Không thấy đề nghị này.',
      nextStep: 'Mở lại đơn để xem.',
    },
    CHANGE_OWN: {
      message: 'Đề nghị này của bên mình, chờ bên kia trả lời.',
      nextStep: 'Không cần đổi nữa thì rút đề nghị.',
    },
    CHANGE_OVER: {
      message: 'Đề nghị này đã khép lại.',
      nextStep: 'Mở lại đơn để xem.',
    },
    CHANGE_EXPIRED: ({ expiresAt }) => ({
      message: `Hết giờ trả lời từ ${momentText(new Date(String(expiresAt)))}, mọi thứ giữ như cũ.`,
      nextStep: 'Cần đổi thì gửi đề nghị mới.',
    }),
    CHANGE_ANSWERED: {
      message: 'Mình đã đồng ý rồi.',
      nextStep: 'Chờ các hộ khác của đơn trả lời.',
    },
    CHANGE_CONSEQUENCES_CHANGED: {
      message: 'Xe hoặc số kg đã khác lúc xem.',
      nextStep: 'Xem lại rồi quyết định.',
    },
  },
  en: {
    CHANGE_DEALS_IMPLAUSIBLE: ({ most }) => ({
      message: `A change speaks of 1 to ${most} deals.`,
      nextStep: 'Choose the deals again.',
    }),
    CHANGE_GRADE_UNKNOWN: {
      message: 'The deal has no such grade.',
      nextStep: 'Change a grade that was agreed on; order others anew.',
    },
    CHANGE_EMPTY: { message: 'Nothing differs.', nextStep: 'Change kilograms or hours first.' },
    CHANGE_BELOW_DEPOSIT: ({ depositVnd }) => ({
      message: `The goods would be worth less than the deposit of ${vndTextEn(Number(depositVnd))}.`,
      nextStep: 'Ask for more kilograms, or give the deal up.',
    }),
    CHANGE_OPEN: {
      message: 'A change of this order waits for an answer.',
      nextStep: 'Wait for it, or take it back first.',
    },
    CHANGE_STALE: {
      message: 'The deal is not what it was when the change was proposed.',
      nextStep: 'Look at the deal, then propose anew.',
    },
    CHANGE_VEHICLE_LEFT: ({ plate }) => ({
      message: `The vehicle ${plate} is on its way.`,
      nextStep: 'Call each other; the scale says what differs.',
    }),
    CHANGE_RUN_FULL: ({ plate, freeGrams }) => ({
      message: `The vehicle ${plate} bears only ${kgEn(freeGrams)} more.`,
      nextStep: 'Ask for less, or plan the run anew first.',
    }),
    CHANGE_NOT_FOUND: { message: 'There is no such change.', nextStep: 'Open the order again.' },
    CHANGE_OWN: {
      message: 'This change is your side’s own; the other side answers.',
      nextStep: 'Take it back if you need it no more.',
    },
    CHANGE_OVER: { message: 'This change is closed.', nextStep: 'Open the order again.' },
    CHANGE_EXPIRED: ({ expiresAt }) => ({
      message: `The time to answer ended at ${momentText(new Date(String(expiresAt)))}; everything stays.`,
      nextStep: 'Propose anew.',
    }),
    CHANGE_ANSWERED: { message: 'You have agreed already.', nextStep: 'Others are still asked.' },
    CHANGE_CONSEQUENCES_CHANGED: {
      message: 'Vehicle or kilograms are not what was shown.',
      nextStep: 'Look again, then decide.',
    },
  },
});
