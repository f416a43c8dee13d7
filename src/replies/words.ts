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
    OFFER_OF_SEVERAL_GRADES: {
      message: 'Đơn này hỏi mua nhiều loại, chưa rõ số kg là của loại nào.',
      nextStep: 'Mở đơn hỏi mua của hộ rồi trả lời từng loại.',
    },
    HELP_CALL_NOT_FOUND: {
      message: 'Lời nhờ gọi này đã xong, hoặc không còn.',
      nextStep: 'Mở lại danh sách bà con nhờ gọi.',
    },
    HELP_SCREEN_WRONG: {
      message: 'Dấu màn hình chưa đúng.',
      nextStep: 'Đọc chữ và số nhỏ ở đầu màn hình, ví dụ A3.',
    },
    HELP_NOTE_TOO_LONG: ({ most }) => ({
      message: `Lời nhắn dài quá ${most} chữ.`,
      nextStep: 'Ghi một câu ngắn, phần còn lại nói qua điện thoại.',
    }),
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
    OFFER_OF_SEVERAL_GRADES: {
      message: 'The order asks for several grades, and the kilograms do not say of which.',
      nextStep: 'Open the household’s offers and answer grade by grade.',
    },
    HELP_CALL_NOT_FOUND: {
      message: 'This call is done, or is not there any more.',
      nextStep: 'Open the list of those who wait for a call again.',
    },
    HELP_SCREEN_WRONG: {
      message: 'The sign of the screen is not right.',
      nextStep: 'Read the small letter and number at its top, such as A3.',
    },
    HELP_NOTE_TOO_LONG: ({ most }) => ({
      message: `The note is longer than ${most} characters.`,
      nextStep: 'Write one short sentence; say the rest on the telephone.',
    }),
  },
});
