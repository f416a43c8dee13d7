export const DIGITS = [
  'không',
  'một',
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
] as const;
const THOUSANDS = ['', ' nghìn', ' triệu', ' tỷ'] as const;

const digit = (n: number): string => DIGITS[n] ?? '';

/** Two digits the northern way: mười lăm, hai mươi mốt, hai mươi tư. */
function tens(ten: number, one: number): string {
  const first = ten === 1 ? 'mười' : `${digit(ten)} mươi`;
  if (one === 0) return first;
  if (one === 5) return `${first} lăm`;
  if (ten > 1 && one === 1) return `${first} mốt`;
  if (ten > 1 && one === 4) return `${first} tư`;
  return `${first} ${digit(one)}`;
}

/** `isInside` when a larger group was said before, so that empty hundreds must be said too. */
function group(n: number, isInside: boolean): string {
  const hundred = Math.floor(n / 100);
  const ten = Math.floor((n % 100) / 10);
  const one = n % 10;
  const parts: string[] = [];
  if (hundred > 0 || isInside) parts.push(`${digit(hundred)} trăm`);
  if (ten > 0) parts.push(tens(ten, one));
  else if (one > 0) parts.push(parts.length > 0 ? `linh ${digit(one)}` : digit(one));
  return parts.join(' ');
}

/**
 * A whole number as it is read aloud: 1005 → "một nghìn không trăm linh năm".
 * @throws RangeError below 0 or from 10¹² on
 */
export function numberInWords(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0 || n >= 1e12) throw new RangeError(`cannot say ${n}`);
  if (n === 0) return digit(0);
  const said: string[] = [];
  for (let power = 3; power >= 0; power--) {
    const part = Math.floor(n / 1000 ** power) % 1000;
    if (part > 0) said.push(group(part, said.length > 0) + (THOUSANDS[power] ?? ''));
  }
  return said.join(' ');
}

/** Whole đồng as read aloud: 35000 → "ba mươi lăm nghìn đồng". */
export const moneyInWords = (vnd: number): string => `${numberInWords(vnd)} đồng`;
