import { type Refusal, refuse } from '../../kernel/refusal.js';

// Crockford's alphabet: no I, L, O or U, so a code read over the phone has one spelling.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * Ten characters to say or type when the camera fails: nine of the permit's token id and one that checks them.
 * @throws RangeError when the token id is not 16 hex digits
 */
export function shortCodeOf(tokenId: string): string {
  if (!/^[0-9a-f]{16}$/.test(tokenId)) throw new RangeError(`not a token id: ${tokenId}`);
  // The last 45 bits: the first ones of a UUID's second half are its variant, not chance.
  let rest = BigInt(`0x${tokenId}`);
  let code = '';
  for (let i = 1; i < LENGTH; i += 1) {
    code = ALPHABET.charAt(Number(rest & 31n)) + code;
    rest >>= 5n;
  }
  return code + ALPHABET.charAt(checksum(code));
}

/** As it is printed and read aloud: `XXX-XXX-XXXX`. */
export const spoken = (code: string): string =>
  `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;

/** Reads what somebody typed; small letters, blanks, dashes, O for 0 and I or L for 1 are forgiven. */
export function readShortCode(typed: string): string | Refusal<'SHORT_CODE_WRONG'> {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isSpelt = /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code);
  return isSpelt && checksum(code) === 0 ? code : refuse('SHORT_CODE_WRONG');
}

/**
 * Damm's scheme over the field of 32 elements: any one wrong character and any two neighbours swapped give
 * another value, and a code followed by its own value gives 0.
 */
function checksum(code: string): number {
  let sum = 0;
  for (const letter of code) sum = doubled(sum) ^ ALPHABET.indexOf(letter);
  return doubled(sum);
}

/** Times x in GF(2^5) with x^5 = x^2 + 1. */
const doubled = (value: number): number => (value & 16 ? (value << 1) ^ 37 : value << 1);
