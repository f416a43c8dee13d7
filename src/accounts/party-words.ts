import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    CASE_TOO_LONG: ({ most }) => ({
      message: `Số giấy tờ dài quá ${most} chữ.`,
      nextStep: 'Ghi ngắn lại, chỉ số đơn hoặc số phiếu.',
    }),
    PURPOSE_MISSING: {
      message: 'Chưa nói xem dữ liệu của người này để làm gì.',
      nextStep: 'Mở thẻ của họ, chọn để làm gì, rồi làm lại.',
    },
    TAX_CODE_INVALID: {
      message: 'Mã số thuế hoặc số căn cước chưa đúng.',
      nextStep: 'Nhập 10 số mã số thuế, hoặc 12 số căn cước.',
    },
    PLATE_INVALID: {
      message: 'Biển số xe chưa đúng.',
      nextStep: 'Nhập như trên xe, ví dụ 98C-123.45.',
    },
    PARTY_NOT_FOUND: {
      message: 'Không tìm thấy bên này.',
      nextStep: 'Tìm lại theo tên hoặc số điện thoại.',
    },
    PARTY_STEP_NOT_ALLOWED: {
      message: 'Hồ sơ đang ở bước khác nên không làm được việc này.',
      nextStep: 'Mở lại hồ sơ để xem tình trạng mới nhất.',
    },
    PARTY_REASON_MISSING: {
      message: 'Chưa ghi lý do.',
      nextStep: 'Ghi một câu để bên kia biết cần làm gì.',
    },
    HOUSEHOLD_LIKELY_THERE: {
      message: 'Xã này đã có hộ cùng tên trồng cây này.',
      nextStep:
        'Nếu là nhà mình thì nhờ hợp tác xã thêm số điện thoại; nếu là hộ khác thì bấm khai tiếp.',
    },
    PERSON_THERE: {
      message: 'Số này đã làm việc cho nhà mình rồi.',
      nextStep: 'Xem lại danh sách, hoặc nhập số khác.',
    },
    PERSON_GONE: {
      message: 'Số này không còn trong danh sách.',
      nextStep: 'Tải lại trang.',
    },
    LAST_PERSON: {
      message: 'Đây là số cuối cùng nên không bớt được.',
      nextStep: 'Thêm một số khác trước, rồi hãy bớt số này.',
    },
    PEOPLE_TOO_MANY: ({ most }) => ({
      message: `Nhiều nhất ${most} số cùng làm việc cho một bên.`,
      nextStep: 'Bớt một số không dùng nữa, rồi thêm lại.',
    }),
    PARTY_HAS_PEOPLE: {
      message: 'Bên này vẫn còn người đứng tên.',
      nextStep: 'Nhờ chính họ thêm số mới ở mục Số của nhà mình.',
    },
    MERGE_NOT_POSSIBLE: {
      message: 'Hai bên này không gộp được.',
      nextStep: 'Chọn hai hộ khác nhau, chưa gộp với hộ nào.',
    },
    MERGE_NOT_FOUND: {
      message: 'Không thấy lần gộp này.',
      nextStep: 'Mở lại danh sách đã gộp.',
    },
    MERGE_TOO_OLD: {
      message: 'Đã quá 30 ngày nên không tách ra được.',
      nextStep: 'Khai lại hộ mới nếu đúng là hai hộ.',
    },
    HOUSEHOLD_MERGED: {
      message: 'Hộ này đã gộp vào hộ khác.',
      nextStep: 'Đổi sang hộ kia ở mục Vai trò rồi làm tiếp.',
    },
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
      nextStep: 'Mở lô sửa số còn trống, hoặc rút lô và ghi rõ lý do cho người mua.',
    },
    ASSISTED_PROMISE_LOST: {
      message: 'Lúc rút lô đã có người đặt mua, lời hẹn ấy không lấy lại được.',
      nextStep: 'Đăng lô mới cho số hàng còn bán.',
    },
    ASSISTED_UNDONE: {
      message: 'Việc này đã bỏ rồi.',
      nextStep: 'Tải lại danh sách để xem.',
    },
    ASSISTED_DEAL_MADE: {
      message: 'Đơn đã chốt nên không bỏ được nữa.',
      nextStep: 'Mở đơn và gọi cho người mua để thỏa thuận lại.',
    },
    GRANT_NOT_FOUND: {
      message: 'Việc nhờ này không còn nữa.',
      nextStep: 'Mở lại trang để xem những ai đang được nhờ.',
    },
    INVITED_IS_MEMBER: {
      message: 'Hộ dùng số này đã là thành viên.',
      nextStep: 'Tìm tên hộ trong danh sách thành viên.',
    },
    INVITED_TOO_MANY: ({ most }) => ({
      message: `Hôm nay hợp tác xã đã mời ${most} số.`,
      nextStep: 'Mời tiếp vào ngày mai, hoặc nhập cả danh sách từ bảng tính.',
    }),
    INVITATION_NOT_FOUND: {
      message: 'Lời mời này không còn nữa.',
      nextStep: 'Mở lại danh sách lời mời, hoặc nhờ hợp tác xã mời lại.',
    },
    PLANTED_YEAR_WRONG: {
      message: 'Năm trồng chưa đúng.',
      nextStep: 'Nhập năm trồng bốn chữ số, hoặc để trống nếu không nhớ.',
    },
    PLOTS_TOO_MANY: ({ most }) => ({
      message: `Mỗi hộ khai nhiều nhất ${most} thửa.`,
      nextStep: 'Gộp các thửa cùng cây ở một thôn thành một.',
    }),
  },
  en: {
    CASE_TOO_LONG: ({ most }) => ({
      message: `The number of the paper is longer than ${most} characters.`,
      nextStep: 'Write the number of the order or ticket alone.',
    }),
    PURPOSE_MISSING: {
      message: 'It was not said what this person’s data is looked at for.',
      nextStep: 'Open their card, choose what for, then do it again.',
    },
    TAX_CODE_INVALID: {
      message: 'The tax code or identity number is not right.',
      nextStep: 'Enter the 10 digits of the tax code, or the 12 of the identity card.',
    },
    PLATE_INVALID: {
      message: 'The number plate is not right.',
      nextStep: 'Enter it as it stands on the vehicle, such as 98C-123.45.',
    },
    PARTY_NOT_FOUND: {
      message: 'There is no such party.',
      nextStep: 'Look for it by name or phone again.',
    },
    PARTY_STEP_NOT_ALLOWED: {
      message: 'The papers are at another step.',
      nextStep: 'Open them again to see how they stand.',
    },
    PARTY_REASON_MISSING: {
      message: 'No reason was given.',
      nextStep: 'Write one sentence, so that they know what to do.',
    },
    HOUSEHOLD_LIKELY_THERE: {
      message: 'This commune has a household of that name with this crop.',
      nextStep: 'If it is yours, ask the cooperative to add your phone; if it is another, go on.',
    },
    PERSON_THERE: {
      message: 'This number speaks for you already.',
      nextStep: 'Look at the list, or enter another.',
    },
    PERSON_GONE: {
      message: 'This number is not on the list any more.',
      nextStep: 'Load the page again.',
    },
    LAST_PERSON: {
      message: 'This is the last number, so it stays.',
      nextStep: 'Add another first, then take this one away.',
    },
    PEOPLE_TOO_MANY: ({ most }) => ({
      message: `At most ${most} numbers speak for one party.`,
      nextStep: 'Take away one that is not used, then add this.',
    }),
    PARTY_HAS_PEOPLE: {
      message: 'Somebody speaks for this party still.',
      nextStep: 'Ask them to add the number under Our numbers.',
    },
    MERGE_NOT_POSSIBLE: {
      message: 'These two cannot be merged.',
      nextStep: 'Choose two different households that were not merged before.',
    },
    MERGE_NOT_FOUND: {
      message: 'There is no such merge.',
      nextStep: 'Open the list of merges again.',
    },
    MERGE_TOO_OLD: {
      message: 'More than 30 days have passed, so it stays merged.',
      nextStep: 'Register the household anew if there are really two.',
    },
    HOUSEHOLD_MERGED: {
      message: 'This household was merged into another.',
      nextStep: 'Change to the other one under Role, and go on there.',
    },
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
      nextStep: 'Open the lot: change what is free, or withdraw it with a reason for the buyer.',
    },
    ASSISTED_PROMISE_LOST: {
      message: 'Somebody counted on the lot when it was withdrawn, and that does not come back.',
      nextStep: 'Offer a new lot with what is still for sale.',
    },
    ASSISTED_UNDONE: {
      message: 'This has been undone already.',
      nextStep: 'Load the list again.',
    },
    ASSISTED_DEAL_MADE: {
      message: 'The deal is settled, so this cannot be undone.',
      nextStep: 'Open the deal and call the buyer.',
    },
    GRANT_NOT_FOUND: {
      message: 'This grant does not stand any more.',
      nextStep: 'Open the page again to see who is trusted now.',
    },
    INVITED_IS_MEMBER: {
      message: 'The household with this number is a member already.',
      nextStep: 'Look for its name in the list of members.',
    },
    INVITED_TOO_MANY: ({ most }) => ({
      message: `The cooperative has invited ${most} numbers today.`,
      nextStep: 'Go on tomorrow, or load a whole list from a sheet.',
    }),
    INVITATION_NOT_FOUND: {
      message: 'This invitation does not stand any more.',
      nextStep: 'Open the list again, or ask the cooperative to invite you anew.',
    },
    PLANTED_YEAR_WRONG: {
      message: 'The year of planting is not right.',
      nextStep: 'Enter four digits, or leave it out.',
    },
    PLOTS_TOO_MANY: ({ most }) => ({
      message: `A household may have ${most} plots at most.`,
      nextStep: 'Put plots of one crop in one hamlet together.',
    }),
  },
});
