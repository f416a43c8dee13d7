import type { CounterWish } from '../../accounts/index.js';
import { plainText } from './template-text.js';

const LONGEST_NAME = 36;
const WISHES: Readonly<Record<CounterWish, string>> = {
  SELL_FOR: 'ban hang thay',
  SEE_LOTS: 'xem hang va don cua',
  RECEIVE_PAYMENT: 'xac nhan tien thay',
  FORGET: 'xoa het ho so cua',
  EXPORT: 'lay het du lieu cua',
};

/** The question to a household: who asks, for what, and that reading the code out is a yes. No marks, one SMS. */
export function grantCodeText(
  code: string,
  asked: { readonly by: string; readonly power: CounterWish; readonly minutes: number },
): string {
  const by = plainText(asked.by).slice(0, LONGEST_NAME).trim();
  return `${by} xin ${WISHES[asked.power]} nha minh. Dong y thi doc ma ${code} cho ho (trong ${asked.minutes} phut). Khong dong y: dung doc. Cho Luc Nam`;
}
