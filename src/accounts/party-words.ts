import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    GRANTEE_NOT_FOUND: {
      message: 'Chợ không thấy hộ hay hợp tác xã này.',
      nextStep: 'Hỏi lại số điện thoại họ dùng để vào chợ.',
    },
    GRANTEE_TOO_MANY_TRIES: {
      message: 'Bà con đã thử quá nhiều số điện thoại.',
      nextStep: 'Chờ một giờ rồi nhập lại đúng số của hàng xóm.',
    },
    ASSISTED_ACT_NOT_FOUND: {
      message: 'Không thấy việc làm thay này.',
      nextStep: 'Mở lại danh sách việc làm thay.',
    },
    ASSISTED_TOO_LATE: {
      message: 'Đã hết hạn bỏ việc này.',
      nextStep: 'Gọi cho người làm thay để cùng sửa.',
    },
    ASSISTED_CHANGED_SINCE: {
      message: 'Việc này đã đổi từ lúc đó nên không bỏ được nữa.',
      nextStep: 'Mở mục đó để xem và sửa số mới nhất.',
    },
    ASSISTED_PROMISED: {
      message: 'Đã có người đặt mua nên chưa bỏ được.',
      nextStep: 'Mở lô rồi rút lô, ghi rõ lý do cho người mua.',
    },
    ASSISTED_DEAL_MADE: {
      message: 'Đơn đã chốt nên không bỏ được nữa.',
      nextStep: 'Mở đơn và gọi cho người mua để thỏa thuận lại.',
    },
    GRANT_NOT_FOUND: {
      message: 'Việc nhờ này không còn nữa.',
      nextStep: 'Mở lại trang để xem những ai đang được nhờ.',
    },
  },
  en: {
    GRANTEE_NOT_FOUND: {
      message: 'The market knows no such household or cooperative.',
      nextStep: 'Ask them which phone number they use here.',
    },
    GRANTEE_TOO_MANY_TRIES: {
      message: 'Too many phone numbers were tried.',
      nextStep: 'Wait an hour, then enter your neighbour’s number.',
    },
    ASSISTED_ACT_NOT_FOUND: {
      message: 'There is no such act.',
      nextStep: 'Open the list of assisted acts again.',
    },
    ASSISTED_TOO_LATE: {
      message: 'The time to undo this is over.',
      nextStep: 'Call whoever did it and mend it together.',
    },
    ASSISTED_CHANGED_SINCE: {
      message: 'This has changed since, so it cannot be undone.',
      nextStep: 'Open the thing itself and mend the newest number.',
    },
    ASSISTED_PROMISED: {
      message: 'Somebody counts on it already.',
      nextStep: 'Open the lot and withdraw it, with a reason for the buyer.',
    },
    ASSISTED_DEAL_MADE: {
      message: 'The deal is settled, so this cannot be undone.',
      nextStep: 'Open the deal and call the buyer.',
    },
    GRANT_NOT_FOUND: {
      message: 'This grant does not stand any more.',
      nextStep: 'Open the page again to see who is trusted now.',
    },
  },
});
