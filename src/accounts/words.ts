import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    PHONE_INVALID: {
      message: 'Số điện thoại chưa đúng.',
      nextStep: 'Nhập số di động 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    },
    PHONE_OLD_PREFIX: {
      message: 'Đây là đầu số 11 số cũ, nay đã đổi thành 10 số.',
      nextStep: 'Nhập số mới 10 chữ số của sim này.',
    },
    OTP_WAIT: ({ seconds }) => ({
      message: 'Mã vừa được gửi đi.',
      nextStep: `Chờ ${seconds} giây rồi hãy xin mã khác.`,
    }),
    OTP_DAY_SPENT: {
      message: 'Hôm nay chợ đã gửi hết số tin nhắn cho phép.',
      nextStep: 'Dùng máy đã đăng nhập, hoặc chờ đến ngày mai.',
    },
    OTP_TOO_MANY_SENDS: ({ minutes }) => ({
      message: 'Đã gửi mã quá nhiều lần.',
      nextStep: `Chờ ${minutes} phút rồi bấm gửi lại.`,
    }),
    OTP_LOCKED: ({ minutes }) => ({
      message: 'Số này nhập sai mã 5 lần nên tạm khóa.',
      nextStep: `Chờ ${minutes} phút rồi thử lại.`,
    }),
    OTP_WRONG: {
      message: 'Mã không đúng hoặc đã hết hạn.',
      nextStep: 'Xem lại tin nhắn mới nhất, hoặc bấm gửi mã khác.',
    },
    OTP_TOO_MANY_TRIES: {
      message: 'Có quá nhiều lần nhập sai từ mạng này.',
      nextStep: 'Chờ một giờ, hoặc đổi sang mạng khác.',
    },
    PHONE_ASLEEP: {
      message: 'Số này hơn một năm không vào chợ, có thể đã đổi chủ.',
      nextStep: 'Mang giấy tờ tới xã để cán bộ cấp mã vào chợ.',
    },
    VOUCHER_REASON_MISSING: {
      message: 'Chưa ghi đã xem giấy tờ gì.',
      nextStep: 'Ghi một câu, ví dụ: đã xem căn cước, tin nhắn không tới.',
    },
    VOUCHER_NOT_YOURS: {
      message: 'Không cấp được mã cho số này.',
      nextStep: 'Xem lại số; chỉ cấp cho hộ, hợp tác xã, thương lái, nhà xe của địa bàn mình.',
    },
    VOUCHERS_TOO_MANY: ({ most }) => ({
      message: `Hôm nay đã cấp ${most} mã.`,
      nextStep: 'Nhờ đồng nghiệp cấp tiếp, hoặc chờ đến ngày mai.',
    }),
    PHONE_SAME: {
      message: 'Đây là số đang dùng.',
      nextStep: 'Nhập số mới muốn đổi sang.',
    },
    PHONE_TAKEN: {
      message: 'Số này đã có người dùng ở chợ.',
      nextStep: 'Đăng nhập bằng số đó, hoặc nhập số khác.',
    },
    CHANGE_WAITS: {
      message: 'Đã có một thay đổi đang chờ.',
      nextStep: 'Hủy thay đổi đang chờ rồi làm lại.',
    },
    CHANGE_GONE: {
      message: 'Thay đổi này không còn chờ nữa.',
      nextStep: 'Tải lại trang.',
    },
    BANK_UNKNOWN: { message: 'Chưa chọn ngân hàng.', nextStep: 'Chọn ngân hàng trong danh sách.' },
    ACCOUNT_INVALID: {
      message: 'Số tài khoản chưa đúng.',
      nextStep: 'Nhập từ 6 đến 19 chữ số.',
    },
    CONSENT_TEXT_CHANGED: {
      message: 'Lời đồng ý này vừa được thay.',
      nextStep: 'Tải lại trang, đọc lời mới rồi chọn.',
    },
    DEVICE_UNKNOWN: {
      message: 'Máy này không còn đăng nhập.',
      nextStep: 'Tải lại danh sách máy.',
    },
    PARTY_NOT_YOURS: {
      message: 'Bạn không có vai trò này.',
      nextStep: 'Chọn một vai trò trong danh sách.',
    },
    OTHER_SIGN_IN_NEEDED: {
      message: 'Việc của cán bộ và việc chợ dùng hai lần đăng nhập riêng.',
      nextStep: 'Đăng xuất, rồi đăng nhập theo vai trò muốn dùng.',
    },
    NAME_MISSING: { message: 'Chưa có tên hộ.', nextStep: 'Nhập họ và tên chủ hộ.' },
    UNIT_UNKNOWN: { message: 'Chưa chọn xã hoặc thôn.', nextStep: 'Chọn xã trong danh sách.' },
    CROP_UNKNOWN: { message: 'Chợ chưa có loại cây này.', nextStep: 'Chọn cây trong danh sách.' },
    AREA_IMPLAUSIBLE: {
      message: 'Diện tích này không hợp lý.',
      nextStep: 'Nhập lại diện tích theo mét vuông (1 sào = 360 m²).',
    },
    PIN_NEEDED: {
      message: 'Hồ sơ này có mã bốn số.',
      nextStep: 'Nhập mã của hồ sơ để mở.',
    },
    PIN_WRONG: ({ left }) => ({
      message: `Mã chưa đúng, còn thử được ${left} lần.`,
      nextStep: 'Nhập lại, hoặc bấm quên mã.',
    }),
    PIN_LOCKED: {
      message: 'Nhập sai mã quá năm lần nên hồ sơ tạm khóa.',
      nextStep: 'Bấm quên mã để mở bằng tin nhắn gửi tới số của mình.',
    },
    PIN_SHAPE: { message: 'Mã hồ sơ là bốn chữ số.', nextStep: 'Nhập đủ bốn chữ số.' },
    PIN_EASY: {
      message: 'Mã này ai cũng đoán ra.',
      nextStep: 'Chọn bốn số khác, đừng giống nhau hay liền nhau.',
    },
  },
  en: {
    PHONE_INVALID: {
      message: 'This phone number is not right.',
      nextStep: 'Enter a 10-digit mobile number that begins with 03, 05, 07, 08 or 09.',
    },
    PHONE_OLD_PREFIX: {
      message: 'This is an old 11-digit number; it has 10 digits now.',
      nextStep: 'Enter the new 10-digit number of this SIM.',
    },
    OTP_WAIT: ({ seconds }) => ({
      message: 'A code is on its way.',
      nextStep: `Wait ${seconds} seconds before asking for another.`,
    }),
    OTP_DAY_SPENT: {
      message: 'The market has sent all the messages it may send today.',
      nextStep: 'Use a device that is signed in, or wait until tomorrow.',
    },
    OTP_TOO_MANY_SENDS: ({ minutes }) => ({
      message: 'The code was sent too many times.',
      nextStep: `Wait ${minutes} minutes, then ask again.`,
    }),
    OTP_LOCKED: ({ minutes }) => ({
      message: 'Five wrong codes: this number is locked for now.',
      nextStep: `Wait ${minutes} minutes, then try again.`,
    }),
    OTP_WRONG: {
      message: 'The code is wrong or has expired.',
      nextStep: 'Look at the newest message, or ask for another code.',
    },
    OTP_TOO_MANY_TRIES: {
      message: 'Too many wrong codes came from this network.',
      nextStep: 'Wait an hour, or use another network.',
    },
    PHONE_ASLEEP: {
      message: 'This number has not been used here for over a year; it may have another owner.',
      nextStep: 'Go to the commune with your papers, and its officer gives you a code.',
    },
    VOUCHER_REASON_MISSING: {
      message: 'What was seen is not written.',
      nextStep: 'Write one sentence, such as: saw the identity card, no message arrives.',
    },
    VOUCHER_NOT_YOURS: {
      message: 'No code can be given for this number.',
      nextStep: 'Look at it again; codes are for parties of the market in your own territory.',
    },
    VOUCHERS_TOO_MANY: ({ most }) => ({
      message: `You have given ${most} codes today.`,
      nextStep: 'Ask a colleague, or go on tomorrow.',
    }),
    PHONE_SAME: {
      message: 'This is the number in use.',
      nextStep: 'Enter the number to change to.',
    },
    PHONE_TAKEN: {
      message: 'Somebody at the market has this number.',
      nextStep: 'Sign in with it, or enter another.',
    },
    CHANGE_WAITS: {
      message: 'A change is waiting already.',
      nextStep: 'Stop the one that waits, then try again.',
    },
    CHANGE_GONE: {
      message: 'This change is no longer waiting.',
      nextStep: 'Load the page again.',
    },
    BANK_UNKNOWN: { message: 'No bank was chosen.', nextStep: 'Choose one from the list.' },
    ACCOUNT_INVALID: {
      message: 'The account number cannot be right.',
      nextStep: 'Enter 6 to 19 digits.',
    },
    CONSENT_TEXT_CHANGED: {
      message: 'The text of this consent has just changed.',
      nextStep: 'Load the page again, read it and choose.',
    },
    DEVICE_UNKNOWN: {
      message: 'This device is no longer signed in.',
      nextStep: 'Load the list again.',
    },
    PARTY_NOT_YOURS: {
      message: 'You do not hold this role.',
      nextStep: 'Choose one from your own list.',
    },
    OTHER_SIGN_IN_NEEDED: {
      message: 'Work of the staff and work of the market are two separate sign-ins.',
      nextStep: 'Sign out, then sign in for the role you want.',
    },
    NAME_MISSING: {
      message: 'The household has no name.',
      nextStep: 'Enter the full name of its head.',
    },
    UNIT_UNKNOWN: {
      message: 'No commune or hamlet was chosen.',
      nextStep: 'Choose one from the list.',
    },
    CROP_UNKNOWN: {
      message: 'The market does not know this crop.',
      nextStep: 'Choose one from the list.',
    },
    AREA_IMPLAUSIBLE: {
      message: 'This area cannot be right.',
      nextStep: 'Enter it again in square metres (1 sào is 360 m²).',
    },
    PIN_NEEDED: {
      message: 'This profile is behind a number.',
      nextStep: 'Enter its four digits.',
    },
    PIN_WRONG: ({ left }) => ({
      message: `That is not the number; ${left} tries are left.`,
      nextStep: 'Try again, or say that you forgot it.',
    }),
    PIN_LOCKED: {
      message: 'Five wrong numbers: the profile is locked.',
      nextStep: 'Say that you forgot it, and open it with a code sent to your phone.',
    },
    PIN_SHAPE: { message: 'The number has four digits.', nextStep: 'Enter four digits.' },
    PIN_EASY: {
      message: 'Anybody would guess this number.',
      nextStep: 'Choose four others, not all the same and no run.',
    },
  },
});
