import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.js';
import type { Bytes } from './bytes.js';
import type { Cbor, CborMap } from './cbor.js';
import { type EnvelopeFault, FRESH_SECONDS, envelop, open } from './envelope.js';
import type { Signer } from './es256.js';
import { type KeyFault, type TrustedKey, signerOf } from './trusted-key.js';

/** Which permits no longer count, at one moment: one bit for each index ever handed out. */
export interface StatusList {
  readonly issuedAt: Date;
  /** After this the list no longer tells of now. */
  readonly expiresAt: Date;
  /** How soon a device with signal should ask again. */
  readonly ttlSeconds: number;
  /** Indices 0 … size − 1 had been handed out when the list was signed. */
  readonly size: number;
  readonly bits: Bytes;
}

export type StatusListFault = EnvelopeFault | KeyFault | Refusal<'WRONG_CONTENT'>;

const EXP = 4;
const IAT = 6;
const TTL = 65_534;
const STATUS = -261;
const SIZE = 1;
const BITMAP = 2;
const GAPS = 3;
const TTL_SECONDS = 300;
// Two megabytes of bits: more permits than the district could issue in a century.
const LARGEST = 16_777_216;

/** @throws RangeError when an index lies outside the list */
export function signStatusList(
  list: { readonly revoked: Iterable<number>; readonly size: number; readonly issuedAt: Date },
  signer: Signer,
): Promise<string> {
  const iat = Math.floor(list.issuedAt.getTime() / 1000);
  const bits = bitmapOf(list.revoked, list.size);
  const gaps = gapsOf(bits);
  // Few revoked permits: the distances between them are shorter than the bitmap. 1,000 of 100,000 take 1.3 kB.
  const body: [number, Cbor] = gaps.length < bits.length ? [GAPS, gaps] : [BITMAP, bits];
  const payload = new Map<number, Cbor>([
    [IAT, iat],
    [EXP, iat + FRESH_SECONDS],
    [TTL, TTL_SECONDS],
    [STATUS, new Map<number, Cbor>([[SIZE, list.size], body])],
  ]);
  return envelop('LNS', payload, signer);
}

/** The list, once a key in force at its time has signed it. Whether it is fresh is for the caller to see. */
export async function readStatusList(
  text: string,
  keys: readonly TrustedKey[],
): Promise<StatusList | StatusListFault> {
  const sealed = open('LNS', text);
  if (isRefusal(sealed)) return sealed;
  const list = listOf(sealed.payload);
  if (list === undefined) return refuse('WRONG_CONTENT');
  const key = await signerOf(sealed, list.issuedAt, keys);
  return isRefusal(key) ? key : list;
}

export const isRevoked = (list: StatusList, index: number): boolean =>
  index < list.size && (((list.bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;

function listOf(payload: CborMap): StatusList | undefined {
  const status = payload.get(STATUS);
  const [iat, exp, ttl] = [IAT, EXP, TTL].map((label) => payload.get(label));
  if (!(status instanceof Map) || status.size !== 2 || payload.size !== 4) return undefined;
  if (typeof iat !== 'number' || typeof exp !== 'number' || typeof ttl !== 'number') {
    return undefined;
  }
  const size: unknown = status.get(SIZE);
  if (typeof size !== 'number' || size < 0 || size > LARGEST || exp <= iat) return undefined;
  const bits = bitsOf(status as CborMap, size);
  if (bits === undefined) return undefined;
  return {
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
    ttlSeconds: ttl,
    size,
    bits,
  };
}

function bitsOf(status: CborMap, size: number): Bytes | undefined {
  const bitmap = status.get(BITMAP);
  const gaps = status.get(GAPS);
  if (bitmap instanceof Uint8Array) {
    return bitmap.length === Math.ceil(size / 8) ? (bitmap as Bytes) : undefined;
  }
  const revoked = gaps instanceof Uint8Array ? indicesOf(gaps as Bytes) : undefined;
  const isInside = revoked?.every((index) => index < size);
  return revoked !== undefined && isInside ? bitmapOf(revoked, size) : undefined;
}

function bitmapOf(indices: Iterable<number>, size: number): Bytes {
  const bits = new Uint8Array(Math.ceil(size / 8));
  for (const index of indices) {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new RangeError(`index ${index} is not in a list of ${size}`);
    }
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bits;
}

/** For each set bit, the clear bits since the last one, seven bits to a byte, high bit set while more follow. */
function gapsOf(bits: Bytes): Bytes {
  const out: number[] = [];
  let next = 0;
  for (let index = 0; index < bits.length * 8; index += 1) {
    if ((((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 0) continue;
    let gap = index - next;
    for (; gap > 127; gap >>= 7) out.push((gap & 127) | 128);
    out.push(gap);
    next = index + 1;
  }
  return Uint8Array.from(out);
}

function indicesOf(gaps: Bytes): number[] | undefined {
  const indices: number[] = [];
  let next = 0;
  let gap = 0;
  let shift = 0;
  for (const byte of gaps) {
    if (shift > 21) return undefined;
    gap += (byte & 127) << shift;
    if ((byte & 128) !== 0) {
      shift += 7;
    } else {
      indices.push(next + gap);
      next += gap + 1;
      gap = shift = 0;
    }
  }
  return shift === 0 ? indices : undefined;
}
