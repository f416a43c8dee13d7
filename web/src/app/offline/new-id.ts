import { isId, type Id } from '../../../../src/kernel/id.js';

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits. The phone's id of an act is its
 * idempotency key: however often the act is sent, it happens once.
 * @param random ten bytes of chance
 */
export function uuidV7(ms: number, random: Uint8Array): Id {
  const hex = (bytes: Uint8Array): string =>
    [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = ms.toString(16).padStart(12, '0');
  const tail = Uint8Array.from(random);
  tail[0] = ((tail[0] ?? 0) & 0x0f) | 0x70;
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80;
  const chance = hex(tail);
  const text = [
    time.slice(0, 8),
    time.slice(8),
    chance.slice(0, 4),
    chance.slice(4, 8),
    chance.slice(8),
  ].join('-');
  if (!isId(text)) throw new RangeError(`not an id: ${text}`);
  return text;
}

export const newId = (): Id => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
