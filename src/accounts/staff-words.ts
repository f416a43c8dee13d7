import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    STAFF_SIGN_IN_WRONG: {
      message: 'Số điện thoại, mật khẩu hoặc mã chưa đúng.',
      nextStep: 'Chờ mã mới trên ứng dụng rồi nhập lại. Sai 5 lần thì phải chờ 15 phút.',
    },
    STAFF_TOO_MANY_TRIES: {
      message: 'Có quá nhiều lần đăng nhập sai từ mạng này.',
      nextStep: 'Chờ một giờ, hoặc đổi sang mạng khác.',
    },
    STAFF_ROLE_MISSING: {
      message: 'Số này chưa có vai trò cán bộ.',
      nextStep: 'Nhờ quản trị ghi vai trò cho số này trước.',
    },
    STAFF_ALREADY_SET_UP: {
      message: 'Đăng nhập cán bộ đã lập rồi.',
      nextStep: 'Đăng nhập bằng mật khẩu; nếu mất, nhờ hai đồng nghiệp cấp lại.',
    },
    SIGN_IN_TOO_OLD: {
      message: 'Lần đăng nhập này đã lâu.',
      nextStep: 'Đăng xuất, đăng nhập lại bằng mã gửi về điện thoại rồi làm tiếp trong 15 phút.',
    },
    PASSWORD_SHORT: ({ shortest }) => ({
      message: `Mật khẩu phải có từ ${shortest} đến 200 ký tự.`,
      nextStep: 'Ghép vài từ không liên quan với nhau cho dễ nhớ.',
    }),
    PASSWORD_GUESSED: {
      message: 'Mật khẩu này dễ đoán.',
      nextStep: 'Đừng dùng số điện thoại, tên chợ hay dãy số; hãy ghép vài từ khác.',
    },
    SECOND_FACTOR_WRONG: {
      message: 'Mã 6 số chưa đúng.',
      nextStep: 'Xem mã mới nhất trong ứng dụng vừa quét; kiểm tra giờ của điện thoại.',
    },
    RECOVERY_CODE_WRONG: {
      message: 'Mã cấp lại không đúng hoặc đã quá 24 giờ.',
      nextStep: 'Hỏi lại người đã đồng ý cấp lại.',
    },
    RECOVERY_REASON_MISSING: {
      message: 'Chưa ghi lý do.',
      nextStep: 'Ghi lý do, từ 3 đến 200 ký tự.',
    },
    STAFF_UNKNOWN: {
      message: 'Không có cán bộ nào dùng số này.',
      nextStep: 'Kiểm tra lại số điện thoại của đồng nghiệp.',
    },
    NOT_FOR_YOURSELF: {
      message: 'Không tự cấp lại cho chính mình.',
      nextStep: 'Nhờ hai đồng nghiệp khác.',
    },
    RECOVERY_WAITS: {
      message: 'Đã có đề nghị cấp lại cho người này.',
      nextStep: 'Nhờ một người khác mở đề nghị đó và đồng ý.',
    },
    RECOVERY_UNKNOWN: {
      message: 'Không còn đề nghị này.',
      nextStep: 'Tải lại danh sách.',
    },
    SECOND_PERSON_NEEDED: {
      message: 'Người đề nghị không tự đồng ý được.',
      nextStep: 'Nhờ một đồng nghiệp khác đồng ý.',
    },
  },
  en: {
    STAFF_SIGN_IN_WRONG: {
      message: 'The phone, the password or the code is wrong.',
      nextStep: 'Wait for a new code, then try again. After 5 wrong tries you wait 15 minutes.',
    },
    STAFF_TOO_MANY_TRIES: {
      message: 'Too many wrong sign-ins came from this network.',
      nextStep: 'Wait an hour, or use another network.',
    },
    STAFF_ROLE_MISSING: {
      message: 'This number holds no role of an office.',
      nextStep: 'Have an administrator give it the role first.',
    },
    STAFF_ALREADY_SET_UP: {
      message: 'The sign-in as staff is set up already.',
      nextStep: 'Use the password; if it is lost, two colleagues can let you set up anew.',
    },
    SIGN_IN_TOO_OLD: {
      message: 'This sign-in is too old for that.',
      nextStep: 'Sign out, sign in with a code sent to the phone, and go on within 15 minutes.',
    },
    PASSWORD_SHORT: ({ shortest }) => ({
      message: `A password has ${shortest} to 200 characters.`,
      nextStep: 'Join a few words that have nothing to do with each other.',
    }),
    PASSWORD_GUESSED: {
      message: 'This password is easy to guess.',
      nextStep: 'Use no phone number, name of the market or run of digits; join other words.',
    },
    SECOND_FACTOR_WRONG: {
      message: 'The six digits are wrong.',
      nextStep: 'Look at the newest code of the app; check the clock of the phone.',
    },
    RECOVERY_CODE_WRONG: {
      message: 'The recovery code is wrong or older than 24 hours.',
      nextStep: 'Ask whoever agreed to the recovery.',
    },
    RECOVERY_REASON_MISSING: {
      message: 'No reason was given.',
      nextStep: 'Write 3 to 200 characters.',
    },
    STAFF_UNKNOWN: {
      message: 'Nobody of the staff has this number.',
      nextStep: 'Check your colleague’s number.',
    },
    NOT_FOR_YOURSELF: {
      message: 'Nobody lets herself set up anew.',
      nextStep: 'Ask two other colleagues.',
    },
    RECOVERY_WAITS: {
      message: 'A recovery for this person was already asked for.',
      nextStep: 'Ask another colleague to open and agree to it.',
    },
    RECOVERY_UNKNOWN: {
      message: 'This recovery is no longer there.',
      nextStep: 'Load the list again.',
    },
    SECOND_PERSON_NEEDED: {
      message: 'Whoever asked cannot agree as well.',
      nextStep: 'Ask another colleague to agree.',
    },
  },
});
