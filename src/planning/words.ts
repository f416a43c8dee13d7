import { refusalWords } from '../platform/words/say.js';
import { kgText } from '../platform/words/format.js';

refusalWords({
  vi: {
    HOUSEHOLD_NOT_FOUND: {
      message: 'Không tìm thấy hộ này trong các hộ của bạn.',
      nextStep: 'Chọn hộ trong danh sách, hoặc đổi vai trò.',
    },
    FORECAST_DAY_PAST: {
      message: 'Ngày này đã qua.',
      nextStep: 'Chọn hôm nay hoặc một ngày sắp tới.',
    },
    FORECAST_DAY_FAR: ({ days }) => ({
      message: 'Ngày này còn quá xa.',
      nextStep: `Chọn một ngày trong ${days} ngày tới.`,
    }),
    FORECAST_IMPLAUSIBLE: ({ mostGrams }) => ({
      message: `Một hộ không thể có hơn ${kgText(Number(mostGrams))} trong một ngày.`,
      nextStep: 'Xem lại con số và đơn vị kg, yến, tạ.',
    }),
  },
  en: {
    HOUSEHOLD_NOT_FOUND: {
      message: 'This household is not among yours.',
      nextStep: 'Choose one from the list, or act as another party.',
    },
    FORECAST_DAY_PAST: { message: 'This day is over.', nextStep: 'Choose today or a coming day.' },
    FORECAST_DAY_FAR: ({ days }) => ({
      message: 'This day is too far ahead.',
      nextStep: `Choose one of the next ${days} days.`,
    }),
    FORECAST_IMPLAUSIBLE: ({ mostGrams }) => ({
      message: `A household cannot have more than ${kgText(Number(mostGrams))} on one day.`,
      nextStep: 'Check the number and its unit.',
    }),
  },
});
