import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    HOUSEHOLD_NOT_FOUND: {
      message: 'Không tìm thấy hộ này trong các hộ bên mình phụ trách.',
      nextStep: 'Chọn hộ trong danh sách, hoặc đổi vai trò.',
    },
    HOUSEHOLD_SUSPENDED: ({ reason }) => ({
      message: `Hộ đang tạm dừng bán: ${reason}.`,
      nextStep: 'Liên hệ cán bộ xã để được mở lại.',
    }),
    CONSENT_MISSING: {
      message: 'Hộ này chưa đồng ý cho xã bán thay.',
      nextStep: 'Xin phép hộ bằng mã đọc qua điện thoại hoặc giấy có chữ ký, rồi làm lại.',
    },
    CONSENT_WITHDRAWN: {
      message: 'Hộ vừa thôi nhờ bên mình việc này, nên chưa có gì thay đổi.',
      nextStep: 'Hỏi lại hộ; nếu hộ vẫn muốn nhờ thì xin phép rồi làm lại.',
    },
    ASKER_SUSPENDED: {
      message: 'Bên mình đang tạm dừng nên chưa nhận thêm lời nhờ nào.',
      nextStep: 'Mở hồ sơ của bên mình để xem lý do.',
    },
    GRANT_POWER_WRONG: {
      message: 'Xã chỉ nhận lời nhờ bán thay.',
      nextStep: 'Chọn bán thay; xem hàng và tiền là việc của hộ và hợp tác xã.',
    },
    HOUSEHOLD_ASKS_ITSELF: {
      message: 'Hộ này đang dùng app trên máy của hộ.',
      nextStep: 'Bảo hộ mở app trên máy đó, vào “Dữ liệu của tôi” để tự yêu cầu.',
    },
    GRANT_STANDS: {
      message: 'Hộ này đang nhờ bên mình việc đó rồi.',
      nextStep: 'Mở trang của hộ, làm thay được ngay.',
    },
    HOUSEHOLD_WITHOUT_PHONE: {
      message: 'Hộ này chưa có số điện thoại nào ở chợ.',
      nextStep: 'Cho hộ ký giấy rồi chụp lại.',
    },
    GRANT_CODE_WAIT: ({ seconds }) => ({
      message: 'Mã vừa được gửi cho hộ.',
      nextStep: `Nhờ hộ xem tin nhắn; ${seconds} giây nữa mới gửi được mã khác.`,
    }),
    GRANT_CODES_TOO_MANY: ({ most }) => ({
      message: `Hôm nay hộ này đã nhận ${most} mã xin phép.`,
      nextStep: 'Cho hộ ký giấy rồi chụp lại, hoặc xin phép vào ngày mai.',
    }),
    GRANT_CODES_SPENT: ({ most }) => ({
      message: `Hôm nay bên mình đã gửi ${most} mã xin phép.`,
      nextStep: 'Cho hộ ký giấy rồi chụp lại, hoặc làm tiếp vào ngày mai.',
    }),
    GRANT_CODE_WRONG: {
      message: 'Mã không đúng hoặc đã hết hạn.',
      nextStep: 'Nhờ hộ đọc lại tin nhắn mới nhất, hoặc gửi mã khác.',
    },
    GRANT_PROOF_MISSING: {
      message: 'Chưa có mã hộ đọc cũng chưa có ảnh giấy ký.',
      nextStep: 'Nhập mã hộ đọc, hoặc chụp giấy có chữ ký của hộ.',
    },
    GRANT_PAPER_NOT_FOUND: {
      message: 'Không thấy ảnh giấy này, hoặc ảnh đã dùng cho hộ khác.',
      nextStep: 'Chụp lại giấy có chữ ký.',
    },
  },
  en: {
    HOUSEHOLD_NOT_FOUND: {
      message: 'This household is not among yours.',
      nextStep: 'Choose one from the list, or act as another party.',
    },
    HOUSEHOLD_SUSPENDED: ({ reason }) => ({
      message: `The household may not sell now: ${reason}.`,
      nextStep: 'Ask the commune officer to lift it.',
    }),
    CONSENT_MISSING: {
      message: 'This household has not agreed that the commune sells for it.',
      nextStep: 'Ask it, by a code it reads out or a signed paper, then do it again.',
    },
    CONSENT_WITHDRAWN: {
      message: 'The household has just taken its word back, so nothing was done.',
      nextStep: 'Talk to it; if it still wants this, ask for its word and do it again.',
    },
    ASKER_SUSPENDED: {
      message: 'You are suspended, so nothing more can be entrusted to you.',
      nextStep: 'Open your own papers to see why.',
    },
    GRANT_POWER_WRONG: {
      message: 'A commune is only entrusted with selling.',
      nextStep: 'Choose selling; the rest is between a household and its cooperative.',
    },
    HOUSEHOLD_ASKS_ITSELF: {
      message: 'This household uses the app on a device of its own.',
      nextStep: 'Let it open the app there and ask on its page “My data”.',
    },
    GRANT_STANDS: {
      message: 'This household lets you do that already.',
      nextStep: 'Open its page and go on.',
    },
    HOUSEHOLD_WITHOUT_PHONE: {
      message: 'This household has no telephone at the market.',
      nextStep: 'Let it sign a paper and photograph that.',
    },
    GRANT_CODE_WAIT: ({ seconds }) => ({
      message: 'The household has just been sent a code.',
      nextStep: `Ask it to look; another can be sent in ${seconds} seconds.`,
    }),
    GRANT_CODES_TOO_MANY: ({ most }) => ({
      message: `This household was sent ${most} codes today.`,
      nextStep: 'Let it sign a paper and photograph that, or ask tomorrow.',
    }),
    GRANT_CODES_SPENT: ({ most }) => ({
      message: `You have sent ${most} codes today.`,
      nextStep: 'Photograph signed papers, or go on tomorrow.',
    }),
    GRANT_CODE_WRONG: {
      message: 'The code is wrong or has expired.',
      nextStep: 'Let the household read its newest message again, or send another code.',
    },
    GRANT_PROOF_MISSING: {
      message: 'There is neither a code nor a photo of a signed paper.',
      nextStep: 'Enter the code the household reads out, or photograph the paper it signed.',
    },
    GRANT_PAPER_NOT_FOUND: {
      message: 'There is no such photo of a paper, or it was used for another household.',
      nextStep: 'Photograph the signed paper again.',
    },
  },
});
