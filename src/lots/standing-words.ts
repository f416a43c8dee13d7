import { refusalWords } from '../platform/words/say.js';

/** What is said of a household that rests, declares or chooses its buyers. */
refusalWords({
  vi: {
    POOL_LOTS_MISSING: { message: 'Chưa chọn lô nào.', nextStep: 'Chọn ít nhất một lô.' },
    POOL_LARGE: ({ most }) => ({
      message: 'Đã chọn quá nhiều lô.',
      nextStep: `Mỗi niêm yết gộp nhiều nhất ${most} lô.`,
    }),
    POOL_LOT_NOT_FOUND: {
      message: 'Có lô không còn bán, hoặc không phải của hộ thành viên.',
      nextStep: 'Tải lại danh sách rồi chọn lại.',
    },
    POOL_LOT_OTHER_CROP: {
      message: 'Có lô khác cây hoặc khác giống.',
      nextStep: 'Chỉ gộp các lô cùng một cây.',
    },
    POOL_LOT_TAKEN: {
      message: 'Có lô đang nằm trong niêm yết gộp khác.',
      nextStep: 'Bỏ lô đó ra, hoặc đóng niêm yết kia trước.',
    },
    POOL_ID_TAKEN: {
      message: 'Niêm yết gộp này đã có rồi.',
      nextStep: 'Xem trong danh sách niêm yết gộp.',
    },
    POOL_NOT_FOUND: {
      message: 'Không tìm thấy niêm yết gộp đang mở.',
      nextStep: 'Xem lại danh sách niêm yết gộp.',
    },
    LOTS_UNLIKE: {
      message: 'Hai lô này không gộp được.',
      nextStep: 'Chỉ gộp hai lô cùng hộ, cùng cây, cùng giống và trùng giờ lấy.',
    },
    LOT_PROMISED: {
      message: 'Lô này đang có phần đã hẹn với người mua.',
      nextStep: 'Gộp lô kia vào lô này, hoặc đợi người mua lấy xong.',
    },
    LOT_AUDIENCE_UNKNOWN: {
      message: 'Có người mua không tìm thấy.',
      nextStep: 'Chọn lại thương lái hoặc hợp tác xã trong danh sách.',
    },
    LOT_AUDIENCE_LARGE: ({ most }) => ({
      message: 'Đã chọn quá nhiều người mua.',
      nextStep: `Chọn không quá ${most} người, hoặc mở cho mọi người.`,
    }),
    LOT_OPENING_WRONG: {
      message: 'Giờ mở cho mọi người chưa đúng.',
      nextStep: 'Chọn giờ sau bây giờ và trước khi hết giờ lấy hàng.',
    },
    DECISION_NOTE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Chưa nói rõ vì sao.',
      nextStep: `Viết từ ${least} đến ${most} chữ, hộ sẽ đọc.`,
    }),
    WITHDRAWAL_NOT_TO_DECIDE: {
      message: 'Lần rút lô này không có lỗi hẹn nào chờ xã xác nhận.',
      nextStep: 'Xem lại lý do rút lô hộ đã ghi.',
    },
    CLAIM_NUMBER_WRONG: ({ kind }) => ({
      message: kind === 'GROWING_AREA' ? 'Mã vùng trồng chưa đúng.' : 'Số giấy chưa đúng.',
      nextStep:
        kind === 'GROWING_AREA'
          ? 'Nhập đúng như trên giấy, ví dụ VN-BGOR-0017.'
          : 'Nhập đúng số in trên giấy chứng nhận.',
    }),
    CLAIM_DAYS_WRONG: {
      message: 'Ngày hiệu lực chưa đúng.',
      nextStep: 'Nhập ngày bắt đầu không sau hôm nay và ngày hết hạn sau đó.',
    },
    CLAIM_OVER: { message: 'Giấy này đã hết hạn.', nextStep: 'Khai giấy còn hiệu lực.' },
    CLAIM_SAID: { message: 'Giấy này đã được khai rồi.', nextStep: 'Xem trong danh sách giấy.' },
    CLAIM_NOT_FOUND: {
      message: 'Không tìm thấy giấy này.',
      nextStep: 'Xem lại danh sách giấy đã khai.',
    },
    PAUSE_DAYS_WRONG: ({ mostDays }) => ({
      message: 'Những ngày nghỉ bán chưa đúng.',
      nextStep: `Chọn ngày cuối không trước ngày đầu, trong vòng ${mostDays} ngày.`,
    }),
    PAUSE_DAYS_OVER: { message: 'Những ngày này đã qua.', nextStep: 'Chọn ngày từ hôm nay.' },
    PAUSE_NOT_FOUND: {
      message: 'Nhà mình đang bán bình thường.',
      nextStep: 'Không cần làm gì thêm.',
    },
  },
  en: {
    POOL_LOTS_MISSING: { message: 'No lot is chosen.', nextStep: 'Choose one at least.' },
    POOL_LARGE: ({ most }) => ({
      message: 'These are too many lots.',
      nextStep: `A pooled listing holds ${most} at most.`,
    }),
    POOL_LOT_NOT_FOUND: {
      message: 'One of these lots is closed, or is not a member’s.',
      nextStep: 'Load the list again and choose anew.',
    },
    POOL_LOT_OTHER_CROP: {
      message: 'One of these lots is of another crop or variety.',
      nextStep: 'Pool lots of one crop only.',
    },
    POOL_LOT_TAKEN: {
      message: 'One of these lots is in another pooled listing.',
      nextStep: 'Leave it out, or close the other listing first.',
    },
    POOL_ID_TAKEN: {
      message: 'This pooled listing exists already.',
      nextStep: 'Look for it in the list.',
    },
    POOL_NOT_FOUND: {
      message: 'There is no such open pooled listing.',
      nextStep: 'Look at the list again.',
    },
    LOTS_UNLIKE: {
      message: 'These two lots cannot be joined.',
      nextStep: 'Join lots of one household, crop and variety whose hours touch.',
    },
    LOT_PROMISED: {
      message: 'Parts of this lot are promised to buyers.',
      nextStep: 'Join the other lot to this one, or wait until they are fetched.',
    },
    LOT_AUDIENCE_UNKNOWN: {
      message: 'One of these buyers is not known.',
      nextStep: 'Choose traders or cooperatives from the list.',
    },
    LOT_AUDIENCE_LARGE: ({ most }) => ({
      message: 'These are too many buyers.',
      nextStep: `Choose at most ${most}, or show it to everybody.`,
    }),
    LOT_OPENING_WRONG: {
      message: 'The hour at which everybody sees it is not right.',
      nextStep: 'Choose one after now and before the pick-up time ends.',
    },
    DECISION_NOTE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'It is not said why.',
      nextStep: `Write ${least} to ${most} letters; the household reads them.`,
    }),
    WITHDRAWAL_NOT_TO_DECIDE: {
      message: 'No broken promise of this withdrawal waits for the commune.',
      nextStep: 'Look at the reason the household gave.',
    },
    CLAIM_NUMBER_WRONG: ({ kind }) => ({
      message:
        kind === 'GROWING_AREA'
          ? 'The growing-area code is not right.'
          : 'The number is not right.',
      nextStep:
        kind === 'GROWING_AREA'
          ? 'Enter it as it is printed, VN-BGOR-0017 for instance.'
          : 'Enter the number that is printed on the certificate.',
    }),
    CLAIM_DAYS_WRONG: {
      message: 'The days are not right.',
      nextStep: 'Let it begin no later than today and end after that.',
    },
    CLAIM_OVER: { message: 'This paper has run out.', nextStep: 'Declare one that is valid.' },
    CLAIM_SAID: {
      message: 'This paper was declared already.',
      nextStep: 'Look for it in the list.',
    },
    CLAIM_NOT_FOUND: { message: 'There is no such paper.', nextStep: 'Look at the list again.' },
    PAUSE_DAYS_WRONG: ({ mostDays }) => ({
      message: 'These days are not right.',
      nextStep: `Let the last not come before the first, within ${mostDays} days.`,
    }),
    PAUSE_DAYS_OVER: { message: 'These days are over.', nextStep: 'Choose days from today on.' },
    PAUSE_NOT_FOUND: {
      message: 'The household sells as usual.',
      nextStep: 'Nothing needs to be done.',
    },
  },
});
