import type { Locale } from '../../platform/access/actor.js';

const WORDS = {
  PHONE: 'Cho Luc Nam: co yeu cau doi so dang nhap cua nha minh sang so khac sau 24 gio.',
  PAYOUT: 'Cho Luc Nam: co yeu cau doi tai khoan nhan tien cua nha minh sau 24 gio.',
  PERSON_ADDED: 'Cho Luc Nam: co yeu cau them mot so lam viec cho nha minh sau 24 gio.',
  PERSON_REMOVED: 'Cho Luc Nam: co yeu cau bot so nay khoi nha minh sau 24 gio.',
} as const;

/** The message to the number that loses something: no marks, one SMS, no link, and what to do when it was somebody else. */
export const heldChangeText = (kind: keyof typeof WORDS): string =>
  `${WORDS[kind]} Khong phai nha minh thi mo Cho Luc Nam, muc Cai dat, bam huy ngay.`;

type HeldKind = keyof typeof WORDS;

const HAPPENS: Readonly<Record<Locale, Readonly<Record<HeldKind, string>>>> = {
  vi: {
    PHONE: 'Số đăng nhập sẽ đổi',
    PAYOUT: 'Tài khoản nhận tiền sẽ đổi',
    PERSON_ADDED: 'Nhà mình sẽ thêm một số được bán hàng thay',
    PERSON_REMOVED: 'Nhà mình sẽ bớt một số',
  },
  en: {
    PHONE: 'The number you sign in with changes',
    PAYOUT: 'The account for your money changes',
    PERSON_ADDED: 'One more number will speak for you all',
    PERSON_REMOVED: 'A number will speak for you all no more',
  },
};

/** What comes to pass, before "at such an hour". */
export const whatIsHeld = (kind: HeldKind, locale: Locale): string => HAPPENS[locale][kind];
