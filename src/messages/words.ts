import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    QUIET_HOURS_MALFORMED: {
      message: 'Giờ yên lặng chưa đúng.',
      nextStep: 'Nhập giờ và phút, ví dụ 21:00.',
    },
    PUSH_ADDRESS_MALFORMED: {
      message: 'Trình duyệt này không nhận được thông báo.',
      nextStep: 'Dùng Chrome, Edge, Firefox, hoặc cài ứng dụng vào màn hình chính rồi thử lại.',
    },
  },
  en: {
    QUIET_HOURS_MALFORMED: {
      message: 'These quiet hours cannot be read.',
      nextStep: 'Enter hours and minutes, such as 21:00.',
    },
    PUSH_ADDRESS_MALFORMED: {
      message: 'This browser cannot take notifications.',
      nextStep: 'Use Chrome, Edge or Firefox, or install the app on the home screen and try again.',
    },
  },
});
