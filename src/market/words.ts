import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    SEARCH_NAME_MISSING: { message: 'Chưa đặt tên cho tìm kiếm.', nextStep: 'Gõ một tên ngắn.' },
    SEARCHES_MANY: ({ most }) => ({
      message: `Đã lưu ${most} tìm kiếm.`,
      nextStep: 'Xóa bớt một tìm kiếm cũ rồi lưu lại.',
    }),
    SEARCH_ID_TAKEN: { message: 'Tìm kiếm này đã có rồi.', nextStep: 'Lưu lại lần nữa.' },
    SEARCH_NOT_FOUND: {
      message: 'Không tìm thấy tìm kiếm này.',
      nextStep: 'Xem lại danh sách tìm kiếm đã lưu.',
    },
    SHEET_HOUR_WRONG: { message: 'Giờ gửi chưa đúng.', nextStep: 'Chọn giờ từ 0 đến 23.' },
  },
  en: {
    SEARCH_NAME_MISSING: { message: 'The search has no name.', nextStep: 'Type a short one.' },
    SEARCHES_MANY: ({ most }) => ({
      message: `You keep ${most} searches already.`,
      nextStep: 'Remove an old one, then save again.',
    }),
    SEARCH_ID_TAKEN: { message: 'This search exists already.', nextStep: 'Save it once more.' },
    SEARCH_NOT_FOUND: { message: 'There is no such search.', nextStep: 'Look at the list again.' },
    SHEET_HOUR_WRONG: { message: 'The hour is not right.', nextStep: 'Choose one of 0 to 23.' },
  },
});
