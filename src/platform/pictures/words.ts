import { refusalWords } from '../words/say.js';

refusalWords({
  vi: {
    PHOTO_MISSING: { message: 'Chưa có ảnh nào được gửi.', nextStep: 'Chọn một ảnh rồi gửi lại.' },
    PHOTO_KIND: {
      message: 'Tệp này không phải ảnh JPEG, PNG hoặc WebP.',
      nextStep: 'Chụp ảnh bằng máy ảnh của điện thoại.',
    },
    PHOTO_TOO_LARGE: ({ megabytes }) => ({
      message: `Ảnh lớn hơn ${megabytes} MB.`,
      nextStep: 'Chọn ảnh nhỏ hơn.',
    }),
    PHOTO_BROKEN: { message: 'Ảnh bị hỏng hoặc quá lớn để mở.', nextStep: 'Chụp lại ảnh khác.' },
    PHOTO_TOO_MANY: { message: 'Đã gửi quá nhiều ảnh.', nextStep: 'Chờ một giờ rồi gửi tiếp.' },
  },
  en: {
    PHOTO_MISSING: { message: 'No photo was sent.', nextStep: 'Choose one and send it again.' },
    PHOTO_KIND: {
      message: 'This file is no JPEG, PNG or WebP picture.',
      nextStep: 'Take it with the phone’s camera.',
    },
    PHOTO_TOO_LARGE: ({ megabytes }) => ({
      message: `The photo is larger than ${megabytes} MB.`,
      nextStep: 'Choose a smaller one.',
    }),
    PHOTO_BROKEN: {
      message: 'The photo is damaged or too large to open.',
      nextStep: 'Take another one.',
    },
    PHOTO_TOO_MANY: {
      message: 'Too many photos were sent.',
      nextStep: 'Wait an hour, then go on.',
    },
  },
});
