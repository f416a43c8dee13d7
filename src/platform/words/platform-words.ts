import { refusalWords } from './say.js';

refusalWords({
  vi: {
    IDEMPOTENCY_KEY_REUSED: {
      message: 'Mã việc này đã dùng cho một việc khác.',
      nextStep: 'Mở lại màn hình và làm lại từ đầu.',
    },
  },
  en: {
    IDEMPOTENCY_KEY_REUSED: {
      message: 'This act id was already used for another wish.',
      nextStep: 'Open the screen again and start over.',
    },
  },
});
