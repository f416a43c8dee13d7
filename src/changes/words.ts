import type { RefusalFacts } from '../kernel/refusal.js';
import { momentText, vndText, vndTextEn } from '../platform/words/format.js';
import { refusalWords } from '../platform/words/say.js';

const money = (fact: RefusalFacts[string] | undefined): string => vndText(Number(fact));
const moneyEn = (fact: RefusalFacts[string] | undefined): string => vndTextEn(Number(fact));
const hour = (fact: RefusalFacts[string] | undefined): string => momentText(new Date(String(fact)));

refusalWords({
  vi: {
    CAUSE_NOT_YOURS: {
      message: 'Lý do này không phải của bên mình.',
      nextStep: 'Chọn lý do khác trong danh sách.',
    },
    BREACH_TOO_EARLY: ({ from }) => ({
      message: 'Chưa đến giờ hẹn.',
      nextStep: `Nếu vẫn vậy, báo lại từ ${hour(from)}.`,
    }),
    DEAL_OVER: {
      message: 'Thỏa thuận này đã cân hoặc đã dừng.',
      nextStep: 'Mở lại thỏa thuận để xem.',
    },
    DEAL_ON_SCALE: {
      message: 'Hàng đang được cân.',
      nextStep: 'Nói trên phiếu cân: đồng ý hoặc không đồng ý.',
    },
    CONSEQUENCES_CHANGED: ({ damagesVnd }) => ({
      message: `Xe đã đi thêm một bước, tiền đền bây giờ là ${money(damagesVnd)}.`,
      nextStep: 'Xem lại rồi quyết định.',
    }),
    ENDING_NOTE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Chưa nói rõ chuyện gì.',
      nextStep: `Viết từ ${least} đến ${most} chữ.`,
    }),
    ENDING_NOT_FOUND: {
      message: 'Không thấy việc này.',
      nextStep: 'Mở lại thỏa thuận để xem.',
    },
    REPLY_GIVEN: {
      message: 'Đã trả lời rồi; lời đã nói được giữ nguyên.',
      nextStep: 'Gọi cán bộ xã nếu cần nói thêm.',
    },
    REPLY_TOO_LATE: ({ until }) => ({
      message: `Hạn trả lời đã qua từ ${hour(until)}.`,
      nextStep: 'Gọi cán bộ xã để trình bày.',
    }),
    NOTHING_TO_DECIDE: {
      message: 'Không có gì chờ xét.',
      nextStep: 'Mở lại danh sách.',
    },
  },
  en: {
    CAUSE_NOT_YOURS: {
      message: 'This cause is not one of your side.',
      nextStep: 'Choose another from the list.',
    },
    BREACH_TOO_EARLY: ({ from }) => ({
      message: 'The agreed hour has not come.',
      nextStep: `If nothing changes, report it from ${hour(from)}.`,
    }),
    DEAL_OVER: {
      message: 'This deal was weighed or has ended.',
      nextStep: 'Open it again.',
    },
    DEAL_ON_SCALE: {
      message: 'The goods are on the scale.',
      nextStep: 'Speak on the ticket: agree or dispute.',
    },
    CONSEQUENCES_CHANGED: ({ damagesVnd }) => ({
      message: `The vehicle has moved on; damages are ${moneyEn(damagesVnd)} now.`,
      nextStep: 'Look again, then decide.',
    }),
    ENDING_NOTE_IMPLAUSIBLE: ({ least, most }) => ({
      message: 'Nothing says what happened.',
      nextStep: `Write ${least} to ${most} letters.`,
    }),
    ENDING_NOT_FOUND: { message: 'There is no such thing.', nextStep: 'Open the deal again.' },
    REPLY_GIVEN: {
      message: 'A reply was given; what was said stays.',
      nextStep: 'Call the office to add to it.',
    },
    REPLY_TOO_LATE: ({ until }) => ({
      message: `The time to reply ended at ${hour(until)}.`,
      nextStep: 'Call the office.',
    }),
    NOTHING_TO_DECIDE: { message: 'Nothing waits to be judged.', nextStep: 'Open the list again.' },
  },
});
