import type { Refusal, RefusalFacts } from '../kernel/refusal.js';
import type { Locale } from '../platform/access/actor.js';
import { momentText } from '../platform/words/format.js';
import { refusalWords, type Sentence, sentenceOf } from '../platform/words/say.js';
import { problemsIn } from './domain/problems.js';
import { reasonSentence, type KeptReasonCode } from './domain/reason-words.js';

const moment = (fact: RefusalFacts[string] | undefined): string =>
  momentText(new Date(String(fact)));

const said = (problems: readonly Refusal[], locale: Locale): Sentence => ({
  message: problems.map((problem) => sentenceOf(problem, locale).message).join(' '),
  nextStep: problems.map((problem) => sentenceOf(problem, locale).nextStep)[0] ?? '',
});

const FIELD_VI: Readonly<Record<string, string>> = {
  type: 'loại giấy',
  plate: 'biển số',
  driverId: 'tài xế',
  fromCode: 'nơi đi',
  toCode: 'nơi đến',
  cropCode: 'mặt hàng',
  loadKg: 'số cân',
  validFrom: 'giờ đi',
  validTo: 'giờ đến',
};

refusalWords({
  vi: {
    PERMIT_NOT_FOUND: {
      message: 'Không tìm thấy giấy này.',
      nextStep: 'Mở lại danh sách giấy.',
    },
    PERMIT_STEP_NOT_ALLOWED: {
      message: 'Giấy này đã được xử lý rồi.',
      nextStep: 'Mở lại để xem kết quả.',
    },
    PERMIT_CLAIMED: ({ until }) => ({
      message: `Người khác đang xem hồ sơ này đến ${moment(until)}.`,
      nextStep: 'Chọn hồ sơ khác trong hàng chờ.',
    }),
    PERMIT_REASON_MISSING: {
      message: 'Chưa ghi lý do.',
      nextStep: 'Ghi một câu để người xin giấy hiểu.',
    },
    CLOSURE_UNIT_UNKNOWN: {
      message: 'Không có xã này vào ngày đó.',
      nextStep: 'Chọn xã trong danh sách.',
    },
    CLOSURE_WINDOW_WRONG: {
      message: 'Thời gian phong tỏa chưa đúng.',
      nextStep: 'Chọn giờ kết thúc sau giờ bắt đầu và chưa qua, bắt đầu trong 90 ngày tới.',
    },
    CLOSURE_SOURCE_MISSING: {
      message: 'Chưa ghi quyết định.',
      nextStep: 'Ghi số quyết định để người bán, người mua biết vì sao.',
    },
    CLOSURE_NOT_FOUND: {
      message: 'Lần phong tỏa này đã hết.',
      nextStep: 'Tải lại danh sách.',
    },
    PERMIT_RULES_UNMET: ({ code, ...facts }) => ({
      message: `Chưa cấp được. ${reasonSentence(code as KeptReasonCode, facts, 'vi')}`,
      nextStep: 'Bổ sung điều còn thiếu, hoặc không cấp và ghi lý do.',
    }),
    PERMIT_NOT_NEEDED: {
      message: 'Chuyến này không cần giấy phép.',
      nextStep: 'Cứ đi, không phải xin.',
    },
    PERMIT_ENDS_EARLY: ({ validTo }) => ({
      message: `Giấy chỉ cấp được đến ${moment(validTo)}, trước khi chuyến xong.`,
      nextStep: 'Xét nghiệm lại hoặc đổi giờ chạy rồi xin giấy.',
    }),
    PERMIT_REQUEST_WRONG: (facts) => said(problemsIn(facts), 'vi'),
    PERMIT_MISSING: ({ state }) =>
      state === 'SUBMITTED'
        ? {
            message: 'Giấy phép của chuyến này đang chờ duyệt.',
            nextStep: 'Chờ phòng nông nghiệp cấp giấy rồi xuất phát.',
          }
        : {
            message: 'Chuyến này chưa có giấy phép còn hạn cho cả chuyến.',
            nextStep: 'Xin giấy phép vận chuyển rồi xuất phát.',
          },
    DEPARTURE_HELD: ({ code, ...facts }) => ({
      message: `Chưa được xuất phát. ${reasonSentence(code as KeptReasonCode, facts, 'vi')}`,
      nextStep: 'Làm đủ điều còn thiếu rồi bấm xuất phát lại.',
    }),
    FIELD_MISSING: ({ field }) => ({
      message: `Còn thiếu ${FIELD_VI[String(field)] ?? field}.`,
      nextStep: 'Điền đủ rồi gửi lại.',
    }),
    PLATE_MALFORMED: ({ plate }) => ({
      message: `Biển số ${plate} không đúng dạng.`,
      nextStep: 'Sửa biển số xe như 98C-123.45.',
    }),
    DRIVER_NOT_ABOARD: {
      message: 'Tài xế không có trong danh sách người trên xe.',
      nextStep: 'Thêm tài xế vào danh sách.',
    },
    TOO_MANY_ABOARD: ({ persons, most }) => ({
      message: `Khai ${persons} người, xe tải chở nhiều nhất ${most} người.`,
      nextStep: `Khai lại, nhiều nhất ${most} người.`,
    }),
    ROUTE_WRONG: ({ place }) => ({
      message: `Lộ trình chưa khớp ở điểm ${place}.`,
      nextStep: 'Xem lại các điểm dừng của chuyến.',
    }),
    GOODS_NOT_LISTED: ({ cropCode }) => ({
      message: `Mặt hàng ${cropCode} không nằm trong danh mục.`,
      nextStep: 'Chọn mặt hàng trong danh sách.',
    }),
    LOAD_OVER_PAYLOAD: ({ loadKg, payloadKg }) => ({
      message: `Hàng ${loadKg} kg, xe chỉ chở được ${payloadKg} kg.`,
      nextStep: 'Bớt hàng hoặc đổi xe lớn hơn.',
    }),
    WINDOW_WRONG: {
      message: 'Giờ đi và giờ đến không hợp lý.',
      nextStep: 'Xem lại giờ của chuyến.',
    },
    NOT_SIGNED: { message: 'Chưa ký đơn.', nextStep: 'Bấm gửi để ký đơn.' },
    DUPLICATE_PERMIT: {
      message: 'Xe hoặc tài xế này đã có giấy trong giờ đó.',
      nextStep: 'Giao xong chuyến trước rồi xin giấy cho chuyến này.',
    },
    PROOF_PERSON_UNKNOWN: {
      message: 'Không tìm thấy người này trong đội của bên mình.',
      nextStep: 'Chọn người trong danh sách tài xế.',
    },
    PROOF_TIMES_WRONG: {
      message: 'Giờ lấy mẫu và giờ có kết quả không hợp lý.',
      nextStep: 'Nhập lại theo tờ kết quả.',
    },
    CREW_PERSON_UNKNOWN: {
      message: 'Có người đi cùng không thuộc nhà xe này.',
      nextStep: 'Chọn người trong danh sách của nhà xe.',
    },
    CHECKPOINT_UNKNOWN: {
      message: 'Không tìm thấy chốt này.',
      nextStep: 'Chọn chốt trong danh sách.',
    },
    TOO_MANY_SCANS: ({ most }) => ({
      message: `Gửi quá ${most} lượt quét một lần.`,
      nextStep: 'Gửi thành nhiều đợt nhỏ.',
    }),
    SCAN_REASON_MISSING: {
      message: 'Quyết định khác kết quả quét thì phải ghi lý do.',
      nextStep: 'Ghi lý do cho qua hoặc giữ lại.',
    },
    RULE_PACK_NOT_FOUND: {
      message: 'Không có quy định nào mang mã này đang có hiệu lực.',
      nextStep: 'Mở lại danh sách quy định.',
    },
  },
  en: {
    PERMIT_NOT_FOUND: {
      message: 'This permit was not found.',
      nextStep: 'Open the list of permits again.',
    },
    PERMIT_STEP_NOT_ALLOWED: {
      message: 'This permit was already dealt with.',
      nextStep: 'Open it again to see the outcome.',
    },
    PERMIT_CLAIMED: ({ until }) => ({
      message: `Somebody else looks at this file until ${moment(until)}.`,
      nextStep: 'Choose another file of the queue.',
    }),
    PERMIT_REASON_MISSING: {
      message: 'There is no reason.',
      nextStep: 'Write one sentence the applicant understands.',
    },
    CLOSURE_UNIT_UNKNOWN: {
      message: 'There is no such commune on that day.',
      nextStep: 'Choose one from the list.',
    },
    CLOSURE_WINDOW_WRONG: {
      message: 'The time of the closure cannot be right.',
      nextStep: 'It ends after it begins and not in the past, and begins within 90 days.',
    },
    CLOSURE_SOURCE_MISSING: {
      message: 'No decision was named.',
      nextStep: 'Write its number, so that sellers and buyers know why.',
    },
    CLOSURE_NOT_FOUND: {
      message: 'This closure is over.',
      nextStep: 'Load the list again.',
    },
    PERMIT_RULES_UNMET: ({ code, ...facts }) => ({
      message: `It cannot be issued yet. ${reasonSentence(code as KeptReasonCode, facts, 'en')}`,
      nextStep: 'Add what is missing, or reject it with a reason.',
    }),
    PERMIT_NOT_NEEDED: {
      message: 'This trip needs no permit.',
      nextStep: 'Go ahead without one.',
    },
    PERMIT_ENDS_EARLY: ({ validTo }) => ({
      message: `A permit could only run to ${moment(validTo)}, before the trip ends.`,
      nextStep: 'Test again or move the trip, then ask for the permit.',
    }),
    PERMIT_REQUEST_WRONG: (facts) => said(problemsIn(facts), 'en'),
    PERMIT_MISSING: ({ state }) =>
      state === 'SUBMITTED'
        ? {
            message: 'The permit of this run waits for the office.',
            nextStep: 'Leave once it is issued.',
          }
        : {
            message: 'This run has no permit that covers the whole trip.',
            nextStep: 'Ask for a transport permit, then leave.',
          },
    DEPARTURE_HELD: ({ code, ...facts }) => ({
      message: `Not yet. ${reasonSentence(code as KeptReasonCode, facts, 'en')}`,
      nextStep: 'Do what is missing and start again.',
    }),
    FIELD_MISSING: ({ field }) => ({
      message: `${field} is missing.`,
      nextStep: 'Fill it in and send again.',
    }),
    PLATE_MALFORMED: ({ plate }) => ({
      message: `${plate} is not a plate.`,
      nextStep: 'Correct it to a form like 98C-123.45.',
    }),
    DRIVER_NOT_ABOARD: {
      message: 'The driver is not among the people aboard.',
      nextStep: 'Add the driver to the list.',
    },
    TOO_MANY_ABOARD: ({ persons, most }) => ({
      message: `${persons} people declared, a truck takes ${most} at most.`,
      nextStep: `Declare ${most} at most.`,
    }),
    ROUTE_WRONG: ({ place }) => ({
      message: `The route does not fit at ${place}.`,
      nextStep: 'Look at the stops of the run again.',
    }),
    GOODS_NOT_LISTED: ({ cropCode }) => ({
      message: `${cropCode} is not on the list of goods.`,
      nextStep: 'Choose goods from the list.',
    }),
    LOAD_OVER_PAYLOAD: ({ loadKg, payloadKg }) => ({
      message: `The load is ${loadKg} kg, the vehicle may carry ${payloadKg} kg.`,
      nextStep: 'Load less, or take a larger vehicle.',
    }),
    WINDOW_WRONG: {
      message: 'The times of leaving and arriving cannot be right.',
      nextStep: 'Look at the times of the run.',
    },
    NOT_SIGNED: { message: 'The request is not signed.', nextStep: 'Sign it by sending it.' },
    DUPLICATE_PERMIT: {
      message: 'This vehicle or driver has a permit for that time already.',
      nextStep: 'Deliver the earlier run, then ask for this one.',
    },
    PROOF_PERSON_UNKNOWN: {
      message: 'This person was not found among your people.',
      nextStep: 'Choose one of your drivers.',
    },
    PROOF_TIMES_WRONG: {
      message: 'The times of sample and result cannot be right.',
      nextStep: 'Enter them again as on the slip.',
    },
    CREW_PERSON_UNKNOWN: {
      message: 'Somebody aboard does not belong to this transporter.',
      nextStep: 'Choose from the transporter’s own people.',
    },
    CHECKPOINT_UNKNOWN: {
      message: 'This checkpoint was not found.',
      nextStep: 'Choose one from the list.',
    },
    TOO_MANY_SCANS: ({ most }) => ({
      message: `More than ${most} scans at once.`,
      nextStep: 'Send them in smaller batches.',
    }),
    SCAN_REASON_MISSING: {
      message: 'A decision against the verdict needs a reason.',
      nextStep: 'Write why it was let pass or held.',
    },
    RULE_PACK_NOT_FOUND: {
      message: 'No rules of this code are in force.',
      nextStep: 'Open the list of rules again.',
    },
  },
});
