import type { Bytes } from './bytes.js';

// RFC 9285. These are the characters of a QR code's alphanumeric mode, 5.5 bits each.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUE_OF = new Map(Array.from(ALPHABET, (character, value) => [character, value]));

/** Two bytes become three characters, a last single byte two. */
export function toBase45(bytes: Bytes): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const high = bytes[i] ?? 0;
    const low = bytes[i + 1];
    text += low === undefined ? digits(high, 2) : digits(high * 256 + low, 3);
  }
  return text;
}

/** Nothing when the text is not what `toBase45` writes: each byte string has exactly one spelling. */
export function fromBase45(text: string): Bytes | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const group = text.slice(i, i + 3);
    const value = valueOf(group);
    if (value === undefined || value >= (group.length === 3 ? 65_536 : 256)) return undefined;
    if (group.length === 3) bytes[at++] = value >> 8;
    bytes[at++] = value & 255;
  }
  return bytes;
}

function digits(value: number, count: number): string {
  let text = '';
  for (let rest = value; text.length < count; rest = Math.floor(rest / 45)) {
    text += ALPHABET.charAt(rest % 45);
  }
  return text;
}

/** Least significant character first, as the standard writes them. */
function valueOf(group: string): number | undefined {
  let value = 0;
  for (let i = group.length - 1; i >= 0; i -= 1) {
    const digit = VALUE_OF.get(group.charAt(i));
    if (digit === undefined) return undefined;
    value = value * 45 + digit;
  }
  return value;
}
