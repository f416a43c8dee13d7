import type { AmberReason, RedReason } from './check-permit.js';

/** What only the server can find: a code nobody issued, and one permit at two far posts. */
type OnlineReason = 'UNKNOWN_CODE' | 'SEEN_ELSEWHERE';
export type VerdictReason = 'VALID' | RedReason | AmberReason | OnlineReason;

const WORDS: Readonly<Record<'vi' | 'en', Readonly<Record<VerdictReason, string>>>> = {
  vi: {
    VALID: 'Giấy còn hạn, chữ ký đúng.',
    NOT_OURS: 'Mã này không phải giấy phép vận chuyển của Lục Nam.',
    UNKNOWN_FORMAT: 'Máy chưa biết mẫu giấy này. Cập nhật dữ liệu rồi quét lại.',
    UNREADABLE: 'Mã bị hỏng, không đọc được.',
    UNSIGNED_HEADER: 'Giấy đã bị sửa.',
    WRONG_ALGORITHM: 'Giấy ký sai cách.',
    WRONG_CONTENT: 'Nội dung giấy không đúng mẫu.',
    UNKNOWN_KEY: 'Không biết nơi ký giấy này. Cập nhật dữ liệu rồi quét lại.',
    KEY_REVOKED: 'Khóa ký giấy này đã bị hủy.',
    KEY_NOT_IN_FORCE: 'Giấy ký ngoài thời gian của khóa.',
    BAD_SIGNATURE: 'Chữ ký sai: giấy giả hoặc đã bị sửa.',
    REVOKED: 'Giấy đã bị thu hồi hoặc thay bằng giấy khác.',
    NOT_YET_VALID: 'Giấy chưa đến giờ có hiệu lực.',
    EXPIRED: 'Giấy đã hết hạn.',
    PLATE_MISMATCH: 'Biển số xe khác biển số trong giấy.',
    TOO_MANY_PERSONS: 'Trên xe đông người hơn số đã khai.',
    CHECK_CLOCK: 'Đồng hồ máy có thể sai. Xem lại giờ.',
    STALE_DATA: 'Dữ liệu đã cũ quá một ngày. Cập nhật khi có mạng.',
    NO_STATUS_LIST: 'Máy chưa có danh sách thu hồi. Cập nhật khi có mạng.',
    NOT_ON_STATUS_LIST: 'Giấy chưa có trong danh sách của máy. Cập nhật rồi quét lại.',
    RULES_CHANGED: 'Quy định cấp giấy này đã thay đổi. Xem lại giấy.',
    KG_OUTSIDE_BAND: 'Số cân trên phiếu ngoài mức ghi trong giấy.',
    UNKNOWN_CODE: 'Không có giấy nào với mã và biển số này.',
    SEEN_ELSEWHERE: 'Giấy này vừa được quét ở một chốt xa. Có thể đã bị sao chép.',
  },
  en: {
    VALID: 'The permit is valid and its signature is right.',
    NOT_OURS: 'This code is no transport permit of Lục Nam.',
    UNKNOWN_FORMAT: 'This phone does not know the form. Refresh the data and scan again.',
    UNREADABLE: 'The code is damaged and cannot be read.',
    UNSIGNED_HEADER: 'The permit was altered.',
    WRONG_ALGORITHM: 'The permit is signed in a wrong way.',
    WRONG_CONTENT: 'The content is not that of a permit.',
    UNKNOWN_KEY: 'Nobody knows who signed this. Refresh the data and scan again.',
    KEY_REVOKED: 'The key that signed it was cancelled.',
    KEY_NOT_IN_FORCE: 'It was signed outside the time of its key.',
    BAD_SIGNATURE: 'The signature is wrong: forged or altered.',
    REVOKED: 'The permit was revoked or replaced by another.',
    NOT_YET_VALID: 'The permit is not valid yet.',
    EXPIRED: 'The permit has expired.',
    PLATE_MISMATCH: 'The plate of the vehicle is not the one in the permit.',
    TOO_MANY_PERSONS: 'More people are aboard than declared.',
    CHECK_CLOCK: 'The clock of this phone may be wrong. Check the time.',
    STALE_DATA: 'The data are more than a day old. Refresh when there is signal.',
    NO_STATUS_LIST: 'This phone has no revocation list. Refresh when there is signal.',
    NOT_ON_STATUS_LIST: 'The permit is not on this phone’s list. Refresh and scan again.',
    RULES_CHANGED: 'The rules it was issued under have changed. Look at it again.',
    KG_OUTSIDE_BAND: 'The weight on the tickets is outside what the permit says.',
    UNKNOWN_CODE: 'No permit has this code and plate.',
    SEEN_ELSEWHERE: 'This permit was just scanned at a far post. It may be a copy.',
  },
};

/** One sentence for the officer, the same on the phone and on the server. */
export const verdictSentence = (reason: VerdictReason, locale: 'vi' | 'en'): string =>
  WORDS[locale][reason];
