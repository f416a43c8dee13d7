import { kgText, kgTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const kg = (grams: unknown): string => kgText(Number(grams));
const kgEn = (grams: unknown): string => kgTextEn(Number(grams));

refusalWords({
  vi: {
    DEAL_NOT_FOUND: {
      message: 'Không thấy thỏa thuận này.',
      nextStep: 'Mở danh sách thỏa thuận và chọn lại.',
    },
    DEAL_NOT_OPEN: {
      message: 'Thỏa thuận này đã cân xong hoặc đã hủy.',
      nextStep: 'Mở lại thỏa thuận để xem phiếu cân của nó.',
    },
    TICKET_NOT_FOUND: {
      message: 'Không thấy phiếu cân này.',
      nextStep: 'Mở danh sách phiếu cân và chọn lại.',
    },
    TICKET_NOT_OPEN: {
      message: 'Phiếu cân này đã gửi, không thêm bớt được nữa.',
      nextStep: 'Hỏi hộ bán: nếu hộ không đồng ý phiếu thì cân lại được.',
    },
    TICKET_STEP_NOT_ALLOWED: {
      message: 'Phiếu cân đã sang bước khác.',
      nextStep: 'Mở lại phiếu để xem bước hiện tại.',
    },
    NOTHING_WEIGHED: {
      message: 'Phiếu chưa có mã cân nào.',
      nextStep: 'Cân ít nhất một mã rồi mới gửi.',
    },
    GRADE_NOT_IN_DEAL: {
      message: 'Loại này không có trong thỏa thuận.',
      nextStep: 'Chọn một loại có giá trong thỏa thuận.',
    },
    DEDUCTION_ABOVE_DEAL: ({ entered, allowed }) => ({
      message: `Trừ hao ${kg(entered)} là quá thỏa thuận, chỉ được trừ ${kg(allowed)}.`,
      nextStep: 'Dùng mức trừ của thỏa thuận.',
    }),
    OVER_DEAL: ({ payable, most, over }) => ({
      message: `Phiếu ${kg(payable)}, người mua mới nhận đến ${kg(most)}.`,
      nextStep: `Đã hỏi người mua. Trong lúc chờ, để ${kg(over)} lại cho hộ; cần đi ngay thì sửa mã cân rồi gửi lại.`,
    }),
    WEIGHT_ABSURD: ({ most }) => ({
      message: `Một mã cân phải nặng hơn 0 và không quá ${kg(most)}.`,
      nextStep: 'Xem lại dấu phẩy, hoặc chia thành nhiều mã cân.',
    }),
    CRATES_ABSURD: ({ most }) => ({
      message: `Số bì phải từ 0 đến ${most}.`,
      nextStep: 'Đếm lại số bì của mã cân này.',
    }),
    CRATE_UNKNOWN: {
      message: 'Chợ chưa có loại bì này.',
      nextStep: 'Chọn loại bì trong danh sách, hoặc nhập cân bì thực tế.',
    },
    TARE_MISSING: {
      message: 'Có bì mà chưa biết bì nặng bao nhiêu.',
      nextStep: 'Chọn loại bì, hoặc nhập cân bì thực tế.',
    },
    TARE_OVER_GROSS: ({ gross, tare }) => ({
      message: `Bì ${kg(tare)} không thể nặng bằng cả mã cân ${kg(gross)}.`,
      nextStep: 'Xem lại số cân và số bì.',
    }),
    WEIGH_ROW_TAKEN: {
      message: 'Mã cân này đã được ghi với số khác.',
      nextStep: 'Mở lại phiếu, xem mã đã ghi rồi cân mã mới.',
    },
    WEIGH_ROW_NOT_FOUND: {
      message: 'Không thấy mã cân này.',
      nextStep: 'Mở lại phiếu để xem các mã đã cân.',
    },
    WEIGH_ROW_REPLACED: {
      message: 'Mã cân này đã được sửa hoặc bỏ trước đó.',
      nextStep: 'Mở lại phiếu và sửa mã mới nhất.',
    },
    CONFIRM_METHOD_NOT_YOURS: {
      message: 'Cách xác nhận này không phải của vai trò đang dùng.',
      nextStep: 'Hộ xác nhận trên máy của mình; hợp tác xã xác nhận làm chứng.',
    },
    WITNESS_WEIGHED: {
      message: 'Người đã cân không thể làm chứng cho chính phiếu này.',
      nextStep: 'Nhờ hộ tự xác nhận, hoặc nhờ người khác trong hợp tác xã.',
    },
    DISPUTE_REASON_MISSING: {
      message: 'Chưa nói phiếu sai ở đâu.',
      nextStep: 'Viết một câu, ví dụ: thiếu một sọt loại 1.',
    },
    DISPUTE_TOO_LATE: ({ hours }) => ({
      message: `Đã quá ${hours} giờ từ lúc gửi phiếu.`,
      nextStep: 'Gọi cho người mua và hợp tác xã để giải quyết.',
    }),
  },
  en: {
    DEAL_NOT_FOUND: {
      message: 'There is no such deal.',
      nextStep: 'Open the list of deals and choose again.',
    },
    DEAL_NOT_OPEN: {
      message: 'This deal was weighed already, or cancelled.',
      nextStep: 'Open the deal again to see its ticket.',
    },
    TICKET_NOT_FOUND: {
      message: 'There is no such weigh ticket.',
      nextStep: 'Open the list of tickets and choose again.',
    },
    TICKET_NOT_OPEN: {
      message: 'This ticket was submitted; nothing can be added or taken off.',
      nextStep: 'Ask the household: if it disputes the ticket, it can be weighed again.',
    },
    TICKET_STEP_NOT_ALLOWED: {
      message: 'The ticket has moved on.',
      nextStep: 'Open it again to see where it stands.',
    },
    NOTHING_WEIGHED: {
      message: 'Nothing was weighed on this ticket.',
      nextStep: 'Weigh at least one load before you submit it.',
    },
    GRADE_NOT_IN_DEAL: {
      message: 'This grade is not in the deal.',
      nextStep: 'Choose a grade that has a price in the deal.',
    },
    DEDUCTION_ABOVE_DEAL: ({ entered, allowed }) => ({
      message: `A deduction of ${kgEn(entered)} is above the deal, which allows ${kgEn(allowed)}.`,
      nextStep: 'Use the deduction of the deal.',
    }),
    OVER_DEAL: ({ payable, most, over }) => ({
      message: `The ticket has ${kgEn(payable)}; the buyer takes up to ${kgEn(most)}.`,
      nextStep: `The buyer was asked. Meanwhile leave ${kgEn(over)} with the household; to drive on, correct the loads and submit again.`,
    }),
    WEIGHT_ABSURD: ({ most }) => ({
      message: `One load must weigh more than 0 and at most ${kgEn(most)}.`,
      nextStep: 'Check the decimal comma, or split it into several loads.',
    }),
    CRATES_ABSURD: ({ most }) => ({
      message: `The number of crates must be 0 to ${most}.`,
      nextStep: 'Count the crates of this load again.',
    }),
    CRATE_UNKNOWN: {
      message: 'The market does not know this crate type.',
      nextStep: 'Choose one from the list, or enter the measured tare.',
    },
    TARE_MISSING: {
      message: 'There are crates, but nothing says what they weigh.',
      nextStep: 'Choose the crate type, or enter the measured tare.',
    },
    TARE_OVER_GROSS: ({ gross, tare }) => ({
      message: `Crates of ${kgEn(tare)} cannot weigh as much as the whole load of ${kgEn(gross)}.`,
      nextStep: 'Check the weight and the number of crates.',
    }),
    WEIGH_ROW_TAKEN: {
      message: 'This load was written down with other numbers.',
      nextStep: 'Open the ticket again, look at the row, then weigh a new one.',
    },
    WEIGH_ROW_NOT_FOUND: {
      message: 'There is no such load.',
      nextStep: 'Open the ticket again to see its rows.',
    },
    WEIGH_ROW_REPLACED: {
      message: 'This load was corrected or removed before.',
      nextStep: 'Open the ticket again and correct the newest row.',
    },
    CONFIRM_METHOD_NOT_YOURS: {
      message: 'This way to confirm does not belong to your role.',
      nextStep: 'A household confirms on its own phone, a cooperative as witness.',
    },
    WITNESS_WEIGHED: {
      message: 'Whoever weighed cannot witness the same ticket.',
      nextStep: 'Ask the household itself, or another clerk of the cooperative.',
    },
    DISPUTE_REASON_MISSING: {
      message: 'Nothing says what is wrong.',
      nextStep: 'Write one sentence, such as: one basket of grade 1 is missing.',
    },
    DISPUTE_TOO_LATE: ({ hours }) => ({
      message: `More than ${hours} hours have passed since the ticket was submitted.`,
      nextStep: 'Call the buyer and the cooperative to settle it.',
    }),
  },
});
