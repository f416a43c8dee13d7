import { kgText, kgTextEn, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (fact: unknown): string => kgText(Number(fact));
const kgEn = (fact: unknown): string => kgTextEn(Number(fact));
const vnd = (fact: unknown): string => vndText(Number(fact));
const vndEn = (fact: unknown): string => vndTextEn(Number(fact));
const dayText = (fact: unknown): string => {
  const [year, month, day] = String(fact).split('-');
  return `${day}/${month}/${year}`;
};

refusalWords({
  vi: {
    LOT_NOT_FOUND: {
      message: 'Không tìm thấy lô hàng này.',
      nextStep: 'Về danh sách lô của nhà mình.',
    },
    LOT_NOT_ENOUGH: ({ freeGrams }) => ({
      message: `Lô này chỉ còn ${kg(freeGrams)}.`,
      nextStep: 'Giảm số kg hoặc chọn lô khác.',
    }),
    LOT_CHANGED: {
      message: 'Lô này vừa được sửa ở máy khác.',
      nextStep: 'Xem số mới rồi sửa lại nếu cần.',
    },
    LOT_BELOW_RESERVED: {
      message: 'Đã có người đặt nhiều hơn số kg này.',
      nextStep: 'Nhập số kg không ít hơn phần đã có người đặt.',
    },
    LOT_STEP_NOT_ALLOWED: {
      message: 'Lô đang ở bước khác nên không làm được việc này.',
      nextStep: 'Mở lại lô để xem tình trạng mới nhất.',
    },
    LOT_ID_TAKEN: {
      message: 'Lô này đã được đăng rồi.',
      nextStep: 'Xem trong danh sách lô của nhà mình.',
    },
    LOT_GRADES_MISSING: { message: 'Chưa có loại hàng nào.', nextStep: 'Chọn loại và nhập số kg.' },
    LOT_GRADE_UNKNOWN: {
      message: 'Cây này không có loại hàng đó.',
      nextStep: 'Chọn loại trong danh sách.',
    },
    LOT_GRADE_TWICE: {
      message: 'Một loại được nhập hai lần.',
      nextStep: 'Gộp số kg của loại đó vào một dòng.',
    },
    LOT_GRAMS_WRONG: ({ leastGrams, mostGrams }) => ({
      message: 'Số kg này không hợp lý.',
      nextStep: `Nhập từ ${kg(leastGrams)} đến ${kg(mostGrams)}.`,
    }),
    LOT_PRICE_WRONG: ({ leastVnd, mostVnd }) => ({
      message: 'Giá này không hợp lý.',
      nextStep: `Nhập giá một kg từ ${vnd(leastVnd)} đến ${vnd(mostVnd)}, hoặc chọn «theo giá đơn».`,
    }),
    LOT_WINDOW_WRONG: ({ days }) => ({
      message: 'Giờ lấy hàng chưa đúng.',
      nextStep: `Chọn giờ kết thúc sau giờ bắt đầu, trong vòng ${days} ngày.`,
    }),
    LOT_WINDOW_OVER: { message: 'Giờ lấy hàng đã qua.', nextStep: 'Chọn giờ lấy hàng sắp tới.' },
    LOT_WINDOW_FAR: ({ days }) => ({
      message: 'Ngày lấy hàng còn quá xa.',
      nextStep: `Chọn ngày trong ${days} ngày tới.`,
    }),
    LOT_WINDOW_PROMISED: ({ reservedGrams }) => ({
      message: `Đã hẹn giờ lấy ${kg(reservedGrams)} với người mua.`,
      nextStep: 'Chỉ kéo dài giờ lấy hàng, hoặc gọi người mua để hẹn lại.',
    }),
    LOT_MIN_TAKE_LARGE: ({ totalGrams }) => ({
      message: 'Số kg lấy ít nhất lớn hơn cả lô.',
      nextStep: `Nhập không quá ${kg(totalGrams)}.`,
    }),
    LOT_NOTE_LONG: ({ most }) => ({
      message: 'Lời chỉ đường quá dài.',
      nextStep: `Viết gọn trong ${most} chữ.`,
    }),
    LOT_SPRAY_INCOMPLETE: {
      message: 'Ngày phun thuốc và số ngày cách ly phải đi cùng nhau.',
      nextStep: 'Nhập cả hai, hoặc bỏ trống cả hai.',
    },
    LOT_SPRAY_INTERVAL: ({ pickableFrom }) => ({
      message: `Chưa hết thời gian cách ly thuốc: đến ${dayText(pickableFrom)} mới được hái.`,
      nextStep: `Chọn ngày lấy hàng từ ${dayText(pickableFrom)}.`,
    }),
    LOT_PHOTO_NEEDED: ({ fromGrams }) => ({
      message: `Lô trên ${kg(fromGrams)} cần có ảnh hoặc cán bộ xã xác nhận.`,
      nextStep: 'Chụp một ảnh lô hàng.',
    }),
    LOT_REASON_MISSING: ({ promises }) => ({
      message: `Lô này đang có ${promises} phần đã hẹn với người mua.`,
      nextStep: 'Ghi lý do rút lô để báo cho người mua.',
    }),
    VARIETY_UNKNOWN: {
      message: 'Cây này không có giống đó.',
      nextStep: 'Chọn giống trong danh sách.',
    },
    PHOTO_NOT_FOUND: { message: 'Không tìm thấy ảnh.', nextStep: 'Chụp hoặc chọn lại ảnh.' },
  },
  en: {
    LOT_NOT_FOUND: {
      message: 'There is no such lot.',
      nextStep: 'Go back to the list of your lots.',
    },
    LOT_NOT_ENOUGH: ({ freeGrams }) => ({
      message: `Only ${kgEn(freeGrams)} of this lot are left.`,
      nextStep: 'Ask for less, or choose another lot.',
    }),
    LOT_CHANGED: {
      message: 'This lot was just changed on another phone.',
      nextStep: 'Look at the new figures and change them if you need to.',
    },
    LOT_BELOW_RESERVED: {
      message: 'More than this is already promised.',
      nextStep: 'Enter no less than what is promised.',
    },
    LOT_STEP_NOT_ALLOWED: {
      message: 'The lot is not in a state for this.',
      nextStep: 'Open it again to see how it stands.',
    },
    LOT_ID_TAKEN: { message: 'This lot exists already.', nextStep: 'Look for it among your lots.' },
    LOT_GRADES_MISSING: {
      message: 'The lot has no grade.',
      nextStep: 'Choose a grade and enter its weight.',
    },
    LOT_GRADE_UNKNOWN: {
      message: 'This crop has no such grade.',
      nextStep: 'Choose one from the list.',
    },
    LOT_GRADE_TWICE: {
      message: 'A grade was entered twice.',
      nextStep: 'Put its weight on one line.',
    },
    LOT_GRAMS_WRONG: ({ leastGrams, mostGrams }) => ({
      message: 'This weight cannot be right.',
      nextStep: `Enter ${kgEn(leastGrams)} to ${kgEn(mostGrams)}.`,
    }),
    LOT_PRICE_WRONG: ({ leastVnd, mostVnd }) => ({
      message: 'This price cannot be right.',
      nextStep: `Enter ${vndEn(leastVnd)} to ${vndEn(mostVnd)} a kilogram, or leave it to the order.`,
    }),
    LOT_WINDOW_WRONG: ({ days }) => ({
      message: 'The pick-up time is not right.',
      nextStep: `Let it end after it begins, within ${days} days.`,
    }),
    LOT_WINDOW_OVER: { message: 'The pick-up time is over.', nextStep: 'Choose a coming time.' },
    LOT_WINDOW_FAR: ({ days }) => ({
      message: 'The pick-up day is too far ahead.',
      nextStep: `Choose one of the next ${days} days.`,
    }),
    LOT_WINDOW_PROMISED: ({ reservedGrams }) => ({
      message: `These hours are promised to buyers of ${kgEn(reservedGrams)}.`,
      nextStep: 'Only lengthen them, or call the buyer.',
    }),
    LOT_MIN_TAKE_LARGE: ({ totalGrams }) => ({
      message: 'The least take is more than the whole lot.',
      nextStep: `Enter no more than ${kgEn(totalGrams)}.`,
    }),
    LOT_NOTE_LONG: ({ most }) => ({
      message: 'The directions are too long.',
      nextStep: `Use at most ${most} letters.`,
    }),
    LOT_SPRAY_INCOMPLETE: {
      message: 'The day of spraying and the days to wait belong together.',
      nextStep: 'Enter both, or neither.',
    },
    LOT_SPRAY_INTERVAL: ({ pickableFrom }) => ({
      message: `The spray interval is not over: it may be picked from ${dayText(pickableFrom)}.`,
      nextStep: `Choose a pick-up day from ${dayText(pickableFrom)}.`,
    }),
    LOT_PHOTO_NEEDED: ({ fromGrams }) => ({
      message: `A lot above ${kgEn(fromGrams)} needs a photo or a commune officer’s word.`,
      nextStep: 'Take one photo of it.',
    }),
    LOT_REASON_MISSING: ({ promises }) => ({
      message: `${promises} parts of this lot are promised to buyers.`,
      nextStep: 'Write why you withdraw it, so that they can be told.',
    }),
    VARIETY_UNKNOWN: {
      message: 'This crop has no such variety.',
      nextStep: 'Choose one from the list.',
    },
    PHOTO_NOT_FOUND: { message: 'There is no such photo.', nextStep: 'Take or choose it again.' },
  },
});
