import type { Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';

// 29 signs, a prime, so that one wrong sign or two swapped ones always show. Left out is what is misread
// (I, L, O, U, Q, B) or misheard (X sounds like S in Vietnamese).
const SIGNS = '0123456789ACDEFGHJKMNPRSTVWYZ';
const TYPED_INSTEAD: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', B: '8' };
const FIRST_WEIGHT = 2;
// Any fixed number does; it keeps serial 0 from always ending in 0.
const SALT = 26;

/**
 * A number to say over the phone: `LN-0825-4K7` is month, day, serial and a check sign.
 * @param serial never given twice, on any day
 */
export function orderNumber(on: Day, serial: number): string {
  const monthDay = on.slice(5, 7) + on.slice(8, 10);
  const said = inSigns(serial).padStart(2, '0');
  return `LN-${monthDay}-${said}${checkSign(monthDay + said)}`;
}

/** Reads a number as people type it: small letters, spaces, no dashes, O for 0. */
export function parseOrderNumber(
  text: string,
): string | Refusal<'ORDER_NUMBER_MALFORMED' | 'ORDER_NUMBER_MISTYPED'> {
  const body = normalised(text);
  if (!/^\d{4}[0-9AC-HJKMNPR-TVWYZ]{3,}$/.test(body)) {
    return refuse('ORDER_NUMBER_MALFORMED', { text });
  }
  if (checkSign(body.slice(0, -1)) !== body.at(-1))
    return refuse('ORDER_NUMBER_MISTYPED', { text });
  return `LN-${body.slice(0, 4)}-${body.slice(4)}`;
}

/** The last signs of a number as people type them, at least three; undefined for what no number ends in. */
export function numberEnding(text: string): string | undefined {
  const ending = normalised(text);
  return /^\d{0,4}[0-9AC-HJKMNPR-TVWYZ]{3,12}$/.test(ending) ? ending : undefined;
}

/** Small letters, spaces, dashes and signs that look alike, as the number has them; without its LN. */
function normalised(text: string): string {
  const typed = text.toUpperCase().replaceAll(/[\s\-–.]/g, '');
  return (typed.startsWith('LN') ? typed.slice(2) : typed).replaceAll(
    /[OQILB]/g,
    (sign) => TYPED_INSTEAD[sign] ?? sign,
  );
}

function inSigns(serial: number): string {
  let said = '';
  for (let left = serial; left > 0; left = Math.floor(left / SIGNS.length)) {
    said = SIGNS.charAt(left % SIGNS.length) + said;
  }
  return said;
}

function checkSign(signs: string): string {
  let sum = SALT;
  for (let i = 0; i < signs.length; i++) {
    sum += SIGNS.indexOf(signs.charAt(signs.length - 1 - i)) * (FIRST_WEIGHT + i);
  }
  return SIGNS.charAt(sum % SIGNS.length);
}
