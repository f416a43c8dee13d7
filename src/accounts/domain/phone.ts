import { refuse, type Refusal } from '../../kernel/refusal.js';

/** Mobile prefixes in use after the 2018 renumbering, without the leading 0. */
const MOBILE = /^(3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/;
const OLD_ELEVEN = /^1(2\d|6[2-9]|8[68]|99)\d{7}$/;

/**
 * A Vietnamese mobile number as people type it (`0912 345 678`, `+84 912…`, `84912…`, full-width digits) to E.164.
 * Numbers of the old 11-digit form get their own refusal, because their owners believe they are right.
 */
export function normalisePhone(
  typed: string,
): string | Refusal<'PHONE_INVALID' | 'PHONE_OLD_PREFIX'> {
  const digits = typed.normalize('NFKC').replace(/[\s.\-()]/g, '');
  const match = /^(?:\+84|0084|84|0)(\d+)$/.exec(digits);
  const national = match?.[1] ?? '';
  if (OLD_ELEVEN.test(national)) return refuse('PHONE_OLD_PREFIX', {}, 'phone');
  return MOBILE.test(national) ? `+84${national}` : refuse('PHONE_INVALID', {}, 'phone');
}

/** `+84912345678` → `0912 345 678`, as it is read aloud. */
export function phoneText(e164: string): string {
  const national = `0${e164.slice(3)}`;
  return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`;
}

/** `0912345678` → `09…678`: enough for its owner to know it, too little for anybody else. */
export const maskedNumber = (digits: string): string => `${digits.slice(0, 2)}…${digits.slice(-3)}`;
