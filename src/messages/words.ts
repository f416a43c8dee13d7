import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    TEMPLATE_KIND_UNKNOWN: {
      message: 'Không có loại tin này.',
      nextStep: 'Chọn một mẫu trong danh sách.',
    },
    TEMPLATE_EMPTY: { message: 'Mẫu tin còn trống.', nextStep: 'Viết lời cho cả Zalo và SMS.' },
    TEMPLATE_BLANK_UNKNOWN: ({ blank }) => ({
      message: `Mẫu này không điền được {${blank}}.`,
      nextStep: 'Chỉ dùng các chỗ điền ghi ở trên mẫu.',
    }),
    TEMPLATE_BLANK_MISSING: ({ blank }) => ({
      message: `Mẫu này phải có {${blank}}.`,
      nextStep: 'Thêm chỗ điền đó vào lời tin.',
    }),
    TEMPLATE_HAS_MARKS: {
      message: 'Lời SMS không được có dấu.',
      nextStep: 'Viết lại lời SMS không dấu.',
    },
    TEMPLATE_TOO_LONG: ({ length, most }) => ({
      message: `Điền đủ thì tin dài ${length} ký tự, quá ${most}.`,
      nextStep: 'Viết ngắn lại rồi lưu.',
    }),
    TEMPLATE_CHANGED: {
      message: 'Mẫu này vừa có người sửa.',
      nextStep: 'Mở lại mẫu, xem bản mới rồi sửa.',
    },
    MESSAGE_CAP_TOO_LARGE: {
      message: 'Mức trần quá lớn.',
      nextStep: 'Nhập không quá 1.000.000.000 đồng một tháng.',
    },
    MESSAGE_PAYER_UNKNOWN: {
      message: 'Không có hợp tác xã này.',
      nextStep: 'Chọn một nơi trong danh sách.',
    },
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
    TEMPLATE_KIND_UNKNOWN: {
      message: 'There is no such kind of message.',
      nextStep: 'Choose a template from the list.',
    },
    TEMPLATE_EMPTY: { message: 'The template is empty.', nextStep: 'Write both texts.' },
    TEMPLATE_BLANK_UNKNOWN: ({ blank }) => ({
      message: `This template cannot fill {${blank}}.`,
      nextStep: 'Use only the blanks named above it.',
    }),
    TEMPLATE_BLANK_MISSING: ({ blank }) => ({
      message: `This template needs {${blank}}.`,
      nextStep: 'Put that blank into the text.',
    }),
    TEMPLATE_HAS_MARKS: {
      message: 'A text message has no marks.',
      nextStep: 'Write the SMS without marks.',
    },
    TEMPLATE_TOO_LONG: ({ length, most }) => ({
      message: `Filled in, the text has ${length} characters, more than ${most}.`,
      nextStep: 'Shorten it and save again.',
    }),
    TEMPLATE_CHANGED: {
      message: 'Somebody has just changed this template.',
      nextStep: 'Open it again and change the new version.',
    },
    MESSAGE_CAP_TOO_LARGE: {
      message: 'This cap is too large.',
      nextStep: 'Enter 1,000,000,000 đồng a month at most.',
    },
    MESSAGE_PAYER_UNKNOWN: {
      message: 'There is no such cooperative.',
      nextStep: 'Choose one from the list.',
    },
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
