import { kgText, kgTextEn } from '../platform/words/format.js';
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
    ANSWER_TWICE: {
      message: 'Một ngày được nhập hai lần cho cùng một loại.',
      nextStep: 'Giữ một dòng cho mỗi ngày và loại rồi gửi lại.',
    },
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
    INTENTION_DAY_WRONG: {
      message: 'Đơn này không lấy hàng ngày ấy.',
      nextStep: 'Chọn một ngày của đơn, từ hôm nay trở đi.',
    },
    INTENTION_GRAMS_WRONG: ({ mostGrams }) => ({
      message: 'Số kg này không hợp lý.',
      nextStep: `Nhập từ 1 kg đến ${kgText(Number(mostGrams))}.`,
    }),
    INTENTION_NO_FORECAST: {
      message: 'Ngày này chưa hộ nào báo trước mà chưa có người dự kiến lấy.',
      nextStep: 'Chọn ngày khác, hoặc tìm lô đang bán.',
    },
    INTENTION_NOT_FOUND: {
      message: 'Không tìm thấy lời dự kiến này.',
      nextStep: 'Mở lại đơn để xem.',
    },
    INTENTION_OVER: {
      message: 'Lời dự kiến này đã hết.',
      nextStep: 'Gửi lời hỏi mua như thường nếu còn cần.',
    },
    INTENTION_WITHOUT_LOT: {
      message: 'Hộ chưa đăng lô nên chưa hỏi mua được.',
      nextStep: 'Chờ tin báo hộ đã có lô.',
    },
    INTENTION_LOT_UNFIT: {
      message: 'Lô của hộ không còn hàng đúng loại đơn cần.',
      nextStep: 'Thôi lời dự kiến này, hoặc tìm lô khác.',
    },
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
    ANSWER_TWICE: {
      message: 'One day was entered twice for one grade.',
      nextStep: 'Keep one line for each day and grade and send again.',
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
      nextStep: `Enter ${kgTextEn(Number(mostGrams))} at most.`,
    }),
    INTENTION_DAY_WRONG: {
      message: 'This order fetches nothing on that day.',
      nextStep: 'Choose one of its days, from today on.',
    },
    INTENTION_GRAMS_WRONG: ({ mostGrams }) => ({
      message: 'This weight cannot be right.',
      nextStep: `Enter 1 kg to ${kgTextEn(Number(mostGrams))}.`,
    }),
    INTENTION_NO_FORECAST: {
      message: 'Nothing is foretold for this day that nobody means to take.',
      nextStep: 'Choose another day, or look for lots on sale.',
    },
    INTENTION_NOT_FOUND: {
      message: 'This intention was not found.',
      nextStep: 'Open the order again.',
    },
    INTENTION_OVER: {
      message: 'This intention is over.',
      nextStep: 'Ask for the fruit in an offer if it is still needed.',
    },
    INTENTION_WITHOUT_LOT: {
      message: 'There is no lot to ask for yet.',
      nextStep: 'Wait for the message that says so.',
    },
    INTENTION_LOT_UNFIT: {
      message: 'The lot has nothing left of what the order wants.',
      nextStep: 'Drop this intention, or look for another lot.',
    },
  },
});
