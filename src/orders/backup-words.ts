import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    BACKUP_NOT_FOUND: {
      message: 'Không tìm thấy lời nhờ này.',
      nextStep: 'Về danh sách đơn hỏi mua và mở lại.',
    },
    BACKUP_OVER: {
      message: 'Lời nhờ này đã xong.',
      nextStep: 'Bác bán hàng nơi khác như thường.',
    },
    BACKUP_SHARE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Phần dự phòng này không hợp lý.',
      nextStep: `Chọn từ ${least} đến ${most} %.`,
    }),
    BACKUP_TOO_LATE: {
      message: 'Sắp hết giờ lấy hàng, không kịp nhờ dự phòng.',
      nextStep: 'Gọi thẳng cho hộ, hoặc lập đơn khác.',
    },
    NO_BACKUP_FITS: {
      message: 'Chưa có lô nào làm dự phòng được.',
      nextStep: 'Thử lại sau, khi có lô mới.',
    },
  },
  en: {
    BACKUP_NOT_FOUND: {
      message: 'There is no such request.',
      nextStep: 'Go back to the offers and open it anew.',
    },
    BACKUP_OVER: { message: 'This request is over.', nextStep: 'Sell your fruit as usual.' },
    BACKUP_SHARE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'That is no reasonable share to keep in reserve.',
      nextStep: `Choose from ${least} to ${most} %.`,
    }),
    BACKUP_TOO_LATE: {
      message: 'The pick-up is nearly over, too late to ask anybody to stand by.',
      nextStep: 'Call a household, or open another order.',
    },
    NO_BACKUP_FITS: {
      message: 'No lot can stand by yet.',
      nextStep: 'Try again when new lots are there.',
    },
  },
});
