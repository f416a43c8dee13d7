import { kgText } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    DEMAND_OVER: {
      message: 'Đơn này không còn trên bảng nhu cầu.',
      nextStep: 'Mở lại đơn để xem tình trạng mới nhất.',
    },
    DEMAND_NOT_FOUND: {
      message: 'Nhu cầu này không còn trên bảng.',
      nextStep: 'Xem các nhu cầu khác.',
    },
    DEMAND_PRICE_OPEN: {
      message: 'Người mua chưa ra giá, nên chưa nhận thẳng được.',
      nextStep: 'Báo số kg có, rồi mặc cả khi người mua hỏi.',
    },
    ANSWER_MISSING: { message: 'Chưa nhập số kg.', nextStep: 'Nhập số kg cho ít nhất một ngày.' },
    ANSWER_DAY_WRONG: {
      message: 'Người mua không lấy hàng ngày này.',
      nextStep: 'Chọn một trong các ngày trên bảng.',
    },
    ANSWER_GRADE_WRONG: {
      message: 'Người mua không cần loại này.',
      nextStep: 'Chọn một loại trên bảng.',
    },
    ANSWER_GRAMS_WRONG: ({ mostGrams }) => ({
      message: 'Số kg này không hợp lý.',
      nextStep: `Nhập không quá ${kgText(Number(mostGrams))}.`,
    }),
  },
  en: {
    DEMAND_OVER: {
      message: 'This order is no longer on the demand board.',
      nextStep: 'Open it again to see how it stands.',
    },
    DEMAND_NOT_FOUND: {
      message: 'This need is no longer on the board.',
      nextStep: 'Look at the others.',
    },
    DEMAND_PRICE_OPEN: {
      message: 'The buyer has named no price, so this cannot be taken at once.',
      nextStep: 'Say how much there is, and bargain when she asks.',
    },
    ANSWER_MISSING: {
      message: 'No weight was entered.',
      nextStep: 'Enter it for one day at least.',
    },
    ANSWER_DAY_WRONG: {
      message: 'The buyer does not fetch on this day.',
      nextStep: 'Choose one of the days on the board.',
    },
    ANSWER_GRADE_WRONG: {
      message: 'The buyer does not want this grade.',
      nextStep: 'Choose one on the board.',
    },
    ANSWER_GRAMS_WRONG: ({ mostGrams }) => ({
      message: 'This weight cannot be right.',
      nextStep: `Enter ${kgText(Number(mostGrams))} at most.`,
    }),
  },
});
