import { refusalWords } from '../platform/words/say.js';

refusalWords({
  vi: {
    PAYABLE_NOT_FOUND: {
      message: 'Không thấy khoản tiền này.',
      nextStep: 'Mở danh sách tiền và chọn lại.',
    },
    PAYABLE_STEP_NOT_ALLOWED: {
      message: 'Khoản tiền này đã sang bước khác.',
      nextStep: 'Mở lại danh sách tiền để xem bước hiện tại.',
    },
    PAYABLES_MISSING: {
      message: 'Chưa chọn khoản nào.',
      nextStep: 'Chọn ít nhất một phiếu đã trả.',
    },
    PAYABLES_TOO_MANY: ({ most }) => ({
      message: `Mỗi lần chỉ báo được ${most} khoản.`,
      nextStep: 'Chia thành nhiều lần báo.',
    }),
    REFERENCE_TOO_LONG: ({ most }) => ({
      message: `Số giao dịch dài quá ${most} ký tự.`,
      nextStep: 'Chỉ nhập số giao dịch ngân hàng cho.',
    }),
    DEPOSIT_NOT_FOUND: {
      message: 'Không thấy tiền cọc này.',
      nextStep: 'Mở lại thỏa thuận để xem.',
    },
    DEPOSIT_NOT_AGREED: {
      message: 'Thỏa thuận này không có cọc.',
      nextStep: 'Trả tiền theo phiếu cân sau khi cân.',
    },
    DEPOSIT_STEP_NOT_ALLOWED: {
      message: 'Tiền cọc đã sang bước khác.',
      nextStep: 'Mở lại thỏa thuận để xem bước hiện tại.',
    },
    DEPOSIT_NOTHING_TO_RETURN: {
      message: 'Không có tiền cọc nào phải trả lại.',
      nextStep: 'Mở lại thỏa thuận để xem tiền cọc đã trừ vào đâu.',
    },
    CONTEST_REASON_MISSING: {
      message: 'Chưa nói thiếu gì.',
      nextStep: 'Viết một câu, ví dụ: tài khoản chưa nhận được.',
    },
  },
  en: {
    PAYABLE_NOT_FOUND: {
      message: 'There is no such payable.',
      nextStep: 'Open the list of payments and choose again.',
    },
    PAYABLE_STEP_NOT_ALLOWED: {
      message: 'This payable has moved on.',
      nextStep: 'Open the list of payments again to see where it stands.',
    },
    PAYABLES_MISSING: {
      message: 'Nothing was chosen.',
      nextStep: 'Choose at least one ticket that is paid.',
    },
    PAYABLES_TOO_MANY: ({ most }) => ({
      message: `At most ${most} can be declared at once.`,
      nextStep: 'Declare them in several parts.',
    }),
    REFERENCE_TOO_LONG: ({ most }) => ({
      message: `The reference is longer than ${most} characters.`,
      nextStep: 'Enter only the reference the bank gave.',
    }),
    DEPOSIT_NOT_FOUND: {
      message: 'There is no such deposit.',
      nextStep: 'Open the deal again.',
    },
    DEPOSIT_NOT_AGREED: {
      message: 'No deposit was agreed for this deal.',
      nextStep: 'Pay by the ticket, once it is weighed.',
    },
    DEPOSIT_STEP_NOT_ALLOWED: {
      message: 'The deposit has moved on.',
      nextStep: 'Open the deal again to see where it stands.',
    },
    DEPOSIT_NOTHING_TO_RETURN: {
      message: 'Nothing of this deposit has to be returned.',
      nextStep: 'Open the deal again to see what it was counted towards.',
    },
    CONTEST_REASON_MISSING: {
      message: 'Nothing says what is missing.',
      nextStep: 'Write one sentence, such as: it has not reached my account.',
    },
  },
});
