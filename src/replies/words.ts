import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    CALL_NOT_FOUND: {
      message: 'Không thấy hộ này trong danh sách gọi.',
      nextStep: 'Mở lại danh sách gọi điện.',
    },
    CALL_ALREADY_ANSWERED: {
      message: 'Lời hỏi mua này đã có câu trả lời khác, hoặc đã hết hạn.',
      nextStep: 'Mở lại danh sách gọi điện để xem lại.',
    },
  },
  en: {
    CALL_NOT_FOUND: {
      message: 'This household is not on the list of calls.',
      nextStep: 'Open the list of calls again.',
    },
    CALL_ALREADY_ANSWERED: {
      message: 'This offer has been answered otherwise, or has run out.',
      nextStep: 'Open the list of calls again and look.',
    },
  },
});
