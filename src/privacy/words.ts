import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    PERSON_UNKNOWN: {
      message: 'Không có người này.',
      nextStep: 'Kiểm tra lại người cần xuất hoặc xóa dữ liệu.',
    },
    EXPORTS_SPENT: ({ most }) => ({
      message: `Hôm nay đã lấy dữ liệu ${most} lần.`,
      nextStep: 'Dùng bản đã lấy, hoặc lấy lại vào ngày mai.',
    }),
    HANDED_OVER_BEFORE: {
      message: 'Dữ liệu lần này đã giao xong.',
      nextStep: 'Hộ cần bản nữa thì gửi mã mới, hoặc ký giấy mới.',
    },
    ERASURE_WAITS: {
      message: 'Đã có yêu cầu xóa đang chờ.',
      nextStep: 'Xem ngày xóa ở trang dữ liệu; trước ngày đó còn rút lại được.',
    },
    ERASURE_OF_OTHER_PROFILE: {
      message: 'Hồ sơ đang dùng không phải của riêng mình.',
      nextStep: 'Chuyển sang hồ sơ hộ hoặc cơ sở muốn xóa, rồi yêu cầu lại.',
    },
    STILL_OWED: ({ deals, payments }) => ({
      message: `Còn ${deals} thỏa thuận chưa giao và ${payments} khoản tiền chưa xong.`,
      nextStep: 'Giao hàng và thanh toán xong rồi xóa.',
    }),
    NO_ERASURE: {
      message: 'Không có yêu cầu xóa nào đang chờ.',
      nextStep: 'Tải lại trang.',
    },
  },
  en: {
    PERSON_UNKNOWN: {
      message: 'There is no such person.',
      nextStep: 'Check whose data is to be exported or erased.',
    },
    EXPORTS_SPENT: ({ most }) => ({
      message: `The data were taken home ${most} times today.`,
      nextStep: 'Use what you have, or take them again tomorrow.',
    }),
    HANDED_OVER_BEFORE: {
      message: 'The data of this time were handed over.',
      nextStep: 'If the household wants them again, send a new code or let it sign anew.',
    },
    ERASURE_WAITS: {
      message: 'A request is waiting already.',
      nextStep: 'See its day on the page of your data.',
    },
    ERASURE_OF_OTHER_PROFILE: {
      message: 'The profile in use is not your own.',
      nextStep: 'Change to the household or firm to be forgotten, then ask again.',
    },
    STILL_OWED: ({ deals, payments }) => ({
      message: `${deals} deals are not delivered and ${payments} payments are not settled.`,
      nextStep: 'Deliver and settle first.',
    }),
    NO_ERASURE: {
      message: 'No request is waiting.',
      nextStep: 'Load the page again.',
    },
  },
});
