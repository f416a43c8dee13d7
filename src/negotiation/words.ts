import type { RefusalFacts } from '../kernel/refusal.js';
import { momentText, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const hour = (fact: RefusalFacts[string] | undefined): string => momentText(new Date(String(fact)));

refusalWords({
  vi: {
    NEGOTIATION_NOT_FOUND: {
      message: 'Không tìm thấy cuộc mặc cả này.',
      nextStep: 'Về danh sách mặc cả và mở lại.',
    },
    NEGOTIATION_CLOSED: {
      message: 'Cuộc mặc cả này đã xong.',
      nextStep: 'Mở lại để xem kết quả.',
    },
    NEGOTIATION_EXPIRED: ({ expiresAt }) => ({
      message: `Đề nghị đã hết hạn lúc ${hour(expiresAt)}.`,
      nextStep: 'Nếu còn muốn, gửi đề nghị mới.',
    }),
    NEGOTIATION_SUPERSEDED: {
      message: 'Đề nghị này đã được thay bằng đề nghị mới.',
      nextStep: 'Xem đề nghị mới rồi trả lời.',
    },
    NEGOTIATION_NOT_YOUR_TURN: {
      message: 'Chưa đến lượt mình trả lời.',
      nextStep: 'Chờ bên kia trả lời.',
    },
    NEGOTIATION_IS_OPEN: {
      message: 'Đang có một cuộc mặc cả về lô này.',
      nextStep: 'Mở cuộc mặc cả đó để trả lời.',
    },
    NEGOTIATION_LOTS_IMPLAUSIBLE: ({ most }) => ({
      message: 'Chưa chọn đúng các lô.',
      nextStep: `Chọn từ 1 đến ${most} lô, mỗi lô một lần.`,
    }),
    NEGOTIATION_ONLY_BY_PHONE: {
      message: 'Hộ bán chưa thể tự mở cuộc mặc cả.',
      nextStep: 'Chờ người mua trả giá, hoặc ghi lại thỏa thuận qua điện thoại.',
    },
    NEGOTIATION_BUYER_UNKNOWN: {
      message: 'Chợ chưa có thương lái nào dùng số này.',
      nextStep: 'Xem lại số điện thoại của người mua.',
    },
    NEGOTIATION_GRADE_NOT_OFFERED: {
      message: 'Lô này không bán loại đó.',
      nextStep: 'Chọn loại có trong lô.',
    },
    NEGOTIATION_PRICE_MISSING: {
      message: 'Loại này chưa có giá.',
      nextStep: 'Nhập giá một kg.',
    },
    NEGOTIATION_TIER_IMPLAUSIBLE: ({ most }) => ({
      message: 'Các mức giá chưa hợp lý.',
      nextStep: `Nhập nhiều nhất ${most} mức, mỗi mức có số kg và giá.`,
    }),
    NEGOTIATION_DEPOSIT_IMPLAUSIBLE: ({ most }) => ({
      message: 'Tiền cọc chưa hợp lý.',
      nextStep:
        most === null
          ? 'Nhập số tiền cọc, hoặc 0 nếu không cọc.'
          : `Nhập không quá ${vndText(Number(most))}.`,
    }),
    NEGOTIATION_BAND_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Biên độ giá chưa hợp lý.',
      nextStep: `Nhập biên độ từ ${least} đến ${most} % và phần chịu từ 0 đến 100 %.`,
    }),
    NEGOTIATION_WINDOW_OUTSIDE_LOT: ({ from, to }) => ({
      message: 'Giờ lấy hàng không khớp với lô.',
      nextStep: `Chọn giờ trong khoảng ${hour(from)} đến ${hour(to)}.`,
    }),
    NEGOTIATION_WORDS_IMPLAUSIBLE: ({ most }) => ({
      message: 'Lời nhắn trống hoặc quá dài.',
      nextStep: `Viết từ 1 đến ${most} chữ.`,
    }),
  },
  en: {
    NEGOTIATION_NOT_FOUND: {
      message: 'There is no such negotiation.',
      nextStep: 'Go back to the list and open it again.',
    },
    NEGOTIATION_CLOSED: {
      message: 'This negotiation is over.',
      nextStep: 'Open it again to see how it ended.',
    },
    NEGOTIATION_EXPIRED: ({ expiresAt }) => ({
      message: `The offer ran out at ${hour(expiresAt)}.`,
      nextStep: 'Make another one if you still want to.',
    }),
    NEGOTIATION_SUPERSEDED: {
      message: 'This offer was replaced by a new one.',
      nextStep: 'Look at the new offer, then answer.',
    },
    NEGOTIATION_NOT_YOUR_TURN: {
      message: 'It is not your turn.',
      nextStep: 'Wait for the other side.',
    },
    NEGOTIATION_IS_OPEN: {
      message: 'You are negotiating about this lot already.',
      nextStep: 'Open that negotiation and answer there.',
    },
    NEGOTIATION_LOTS_IMPLAUSIBLE: ({ most }) => ({
      message: 'The lots are not chosen well.',
      nextStep: `Choose 1 to ${most} lots, each once.`,
    }),
    NEGOTIATION_ONLY_BY_PHONE: {
      message: 'A household does not open a negotiation.',
      nextStep: 'Wait for a buyer’s offer, or write down what was agreed by telephone.',
    },
    NEGOTIATION_BUYER_UNKNOWN: {
      message: 'No trader here uses that number.',
      nextStep: 'Check the buyer’s telephone number.',
    },
    NEGOTIATION_GRADE_NOT_OFFERED: {
      message: 'The lot does not sell that grade.',
      nextStep: 'Choose a grade of the lot.',
    },
    NEGOTIATION_PRICE_MISSING: {
      message: 'This grade has no price.',
      nextStep: 'Enter a price a kilogram.',
    },
    NEGOTIATION_TIER_IMPLAUSIBLE: ({ most }) => ({
      message: 'The price tiers cannot be meant.',
      nextStep: `Enter at most ${most} tiers, each with kilograms and a price.`,
    }),
    NEGOTIATION_DEPOSIT_IMPLAUSIBLE: ({ most }) => ({
      message: 'The deposit cannot be meant.',
      nextStep:
        most === null
          ? 'Enter a deposit, or 0 for none.'
          : `Enter at most ${vndTextEn(Number(most))}.`,
    }),
    NEGOTIATION_BAND_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'The price band cannot be meant.',
      nextStep: `Enter a band of ${least} to ${most} % and a share of 0 to 100 %.`,
    }),
    NEGOTIATION_WINDOW_OUTSIDE_LOT: ({ from, to }) => ({
      message: 'The pick-up does not fit the lot.',
      nextStep: `Choose hours between ${hour(from)} and ${hour(to)}.`,
    }),
    NEGOTIATION_WORDS_IMPLAUSIBLE: ({ most }) => ({
      message: 'The words are empty or too long.',
      nextStep: `Write 1 to ${most} letters.`,
    }),
  },
});
