import type { RefusalFacts } from '../../kernel/refusal.js';
import type { RequirementCode } from './requirements.js';
import type { NextAction } from './rule-engine.js';
import type { ReasonCode } from './rule-findings.js';

/** A reason as a permit keeps it: a rule's, or the office's own word. */
export type KeptReasonCode = ReasonCode | 'REJECTED_BY_OFFICE' | 'ISSUED_BY_OFFICE';

type Telling = string | ((facts: RefusalFacts) => string);
type Words<Code extends string> = Readonly<Record<'vi' | 'en', Readonly<Record<Code, Telling>>>>;

const REASONS: Words<KeptReasonCode> = {
  vi: {
    TEST_MISSING: 'Có người trên xe chưa có xét nghiệm.',
    TEST_EXPIRED: ({ expiredAt }) =>
      `Xét nghiệm của một người trên xe hết hạn lúc ${clock(expiredAt)}.`,
    TEST_SUSPENDED: 'Mẫu gộp có một người trên xe cần làm lại.',
    PERSON_POSITIVE: 'Một người trên xe có kết quả dương tính.',
    PASS_REVOKED: 'Giấy của xe đã bị thu hồi.',
    PASS_NOT_YET_VALID: ({ validFrom }) => `Giấy của xe có hiệu lực từ ${clock(validFrom)}.`,
    PASS_EXPIRED: ({ validTo }) => `Giấy của xe hết hạn lúc ${clock(validTo)}.`,
    PASS_ISSUER_CLOSED: 'Nơi cấp giấy này đã ngừng cấp.',
    PASS_ZONE_ENDED: 'Vùng mà giấy được cấp theo nay đã hết giãn cách.',
    PASS_VOID_BY_TEST: 'Một người trên xe hết hạn xét nghiệm nên giấy của xe hết giá trị.',
    PLATE_MISMATCH: ({ declared, seen }) => `Giấy ghi biển số ${declared}, xe là ${seen}.`,
    OFF_ITINERARY: ({ stop }) => `Điểm ${stop} không có trong lộ trình đã khai.`,
    PERSON_NOT_DECLARED: 'Có người trên xe chưa khai trong giấy.',
    CREW_UNKNOWN: 'Chưa khai ai đi trên xe.',
    SHOW_TEST_PAPERS: ({ persons }) => `Mang theo giấy xét nghiệm của ${persons} người trên xe.`,
    TESTS_VALID: ({ persons }) => `Cả ${persons} người trên xe có xét nghiệm còn hạn.`,
    NO_TEST_NEEDED: 'Chuyến này không cần xét nghiệm.',
    NO_GREEN_LANE: 'Cần giấy nhận diện luồng xanh có mã QR.',
    NO_DOSSIER: 'Cần hồ sơ xác nhận của chuyến hàng.',
    NO_PERMIT: 'Cần giấy phép vận chuyển của Lục Nam.',
    PASS_VALID: 'Giấy của xe còn hạn.',
    PASS_END_IGNORED: 'Giấy quá hạn vẫn được dùng trong thời gian giãn cách.',
    OUTSIDE_HOURS: ({ hours }) => `Chỉ được chở hàng trong giờ ${hours}.`,
    REJECTED_BY_OFFICE: ({ reason }) => `Văn phòng không cấp: ${reason}`,
    ISSUED_BY_OFFICE: 'Văn phòng đã xem và cấp giấy.',
  },
  en: {
    TEST_MISSING: 'Somebody aboard has no test.',
    TEST_EXPIRED: ({ expiredAt }) => `The test of one person aboard ran out ${clock(expiredAt)}.`,
    TEST_SUSPENDED: 'A pooled sample with one person aboard must be taken again.',
    PERSON_POSITIVE: 'One person aboard tested positive.',
    PASS_REVOKED: 'The vehicle’s permit was revoked.',
    PASS_NOT_YET_VALID: ({ validFrom }) => `The vehicle’s permit starts ${clock(validFrom)}.`,
    PASS_EXPIRED: ({ validTo }) => `The vehicle’s permit ended ${clock(validTo)}.`,
    PASS_ISSUER_CLOSED: 'Whoever issued this permit does so no more.',
    PASS_ZONE_ENDED: 'The distancing for which the permit was issued is over.',
    PASS_VOID_BY_TEST: 'The test of one person aboard ran out, which voids the vehicle’s permit.',
    PLATE_MISMATCH: ({ declared, seen }) => `The permit names ${declared}, the vehicle is ${seen}.`,
    OFF_ITINERARY: ({ stop }) => `Stop ${stop} is not on the declared route.`,
    PERSON_NOT_DECLARED: 'Somebody aboard is not declared in the permit.',
    CREW_UNKNOWN: 'Nobody was declared to be aboard.',
    SHOW_TEST_PAPERS: ({ persons }) => `Carry the test papers of the ${persons} aboard.`,
    TESTS_VALID: ({ persons }) => `All ${persons} aboard have a valid test.`,
    NO_TEST_NEEDED: 'This trip needs no test.',
    NO_GREEN_LANE: 'A green-lane paper with a QR code is needed.',
    NO_DOSSIER: 'The dossier of the shipment is needed.',
    NO_PERMIT: 'A transport permit of Lục Nam is needed.',
    PASS_VALID: 'The vehicle’s permit is valid.',
    PASS_END_IGNORED: 'A permit out of date still counts while distancing lasts.',
    OUTSIDE_HOURS: ({ hours }) => `Goods may be on the road ${hours} only.`,
    REJECTED_BY_OFFICE: ({ reason }) => `The office did not issue it: ${reason}`,
    ISSUED_BY_OFFICE: 'The office looked at it and issued it.',
  },
};

const REQUIREMENTS: Words<RequirementCode> = {
  vi: {
    TESTS: 'Mọi người trên xe có xét nghiệm âm tính còn hạn',
    PERMIT: 'Giấy phép vận chuyển còn hạn cho cả chuyến',
    GREEN_LANE: 'Giấy nhận diện luồng xanh có mã QR',
    DOSSIER: 'Hồ sơ xác nhận của chuyến hàng',
    HOURS: 'Đi trong giờ được chở hàng',
  },
  en: {
    TESTS: 'Everyone aboard has a valid negative test',
    PERMIT: 'A transport permit for the whole trip',
    GREEN_LANE: 'A green-lane paper with a QR code',
    DOSSIER: 'The dossier of the shipment',
    HOURS: 'On the road within the hours for goods',
  },
};

const ACTIONS: Words<NextAction> = {
  vi: {
    GO: 'Cứ đi.',
    SHOW_PAPERS: 'Mang giấy theo và đưa khi chốt hỏi.',
    GET_TESTED: 'Đi xét nghiệm, nhập kết quả rồi xin lại.',
    ASK_HEALTH_OFFICE: 'Hỏi y tế xã trước khi đi.',
    APPLY_FOR_PERMIT: 'Xin giấy phép vận chuyển cho chuyến này.',
    DECLARE_AGAIN: 'Khai lại xe và người đi rồi xin giấy mới.',
    REMOVE_PASS: 'Khai lại lộ trình rồi xin giấy mới.',
    WAIT: 'Chờ đến giờ được chở hàng.',
    TURN_BACK: 'Không đi chuyến này khi chưa đủ giấy.',
  },
  en: {
    GO: 'Go ahead.',
    SHOW_PAPERS: 'Carry the papers and show them at the post.',
    GET_TESTED: 'Get tested, enter the result and ask again.',
    ASK_HEALTH_OFFICE: 'Ask the commune’s health office before leaving.',
    APPLY_FOR_PERMIT: 'Ask for a transport permit for this trip.',
    DECLARE_AGAIN: 'Declare vehicle and people again and ask for a new permit.',
    REMOVE_PASS: 'Declare the route again and ask for a new permit.',
    WAIT: 'Wait for the hours when goods may travel.',
    TURN_BACK: 'Do not go without the papers.',
  },
};

/** PE-20: who is ill, or whose pool failed, is not told to everyone; that a test is wanting is. */
export const discreet = (code: KeptReasonCode): KeptReasonCode =>
  code === 'PERSON_POSITIVE' || code === 'TEST_SUSPENDED' ? 'TEST_MISSING' : code;

const said = (telling: Telling, facts: RefusalFacts): string =>
  typeof telling === 'string' ? telling : telling(facts);

export const reasonSentence = (
  code: KeptReasonCode,
  facts: RefusalFacts,
  locale: 'vi' | 'en',
): string => said(REASONS[locale][code], facts);

export const requirementSentence = (code: RequirementCode, locale: 'vi' | 'en'): string =>
  said(REQUIREMENTS[locale][code], {});

export const actionSentence = (action: NextAction, locale: 'vi' | 'en'): string =>
  said(ACTIONS[locale][action], {});

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
});

/** An ISO instant as `05:30 23/07` in Việt Nam. */
function clock(iso: RefusalFacts[string] | undefined): string {
  const part = new Map(
    CLOCK.formatToParts(new Date(String(iso))).map(({ type, value }) => [type, value]),
  );
  return `${part.get('hour')}:${part.get('minute')} ${part.get('day')}/${part.get('month')}`;
}
