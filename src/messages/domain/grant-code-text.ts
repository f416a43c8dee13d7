import type { Power } from '../../accounts/index.js';
import { plainText } from './template-text.js';

const LONGEST_NAME = 36;
const WISHES: Readonly<Record<Power, string>> = {
  SELL_FOR: 'ban hang thay',
  SEE_LOTS: 'xem hang va don cua',
  RECEIVE_PAYMENT: 'xac nhan tien thay',
};

/** The question to a household: who asks, for what, and that reading the code out is a yes. No marks, one SMS. */
export function grantCodeText(
  code: string,
  asked: { readonly by: string; readonly power: Power; readonly minutes: number },
): string {
  const by = plainText(asked.by).slice(0, LONGEST_NAME).trim();
  return `${by} xin ${WISHES[asked.power]} nha minh. Dong y thi doc ma ${code} cho ho (trong ${asked.minutes} phut). Khong dong y: dung doc. Cho Luc Nam`;
}
