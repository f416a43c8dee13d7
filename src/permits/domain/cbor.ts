import { sorted } from '../../kernel/sorted.js';
import type { Bytes } from './bytes.js';

/**
 * The part of CBOR (RFC 8949) a permit needs, in its deterministic form only: integers of up to 32 bits,
 * byte strings, text, arrays, and maps keyed by integers in ascending order of their encoding.
 */
export type Cbor = number | string | Bytes | readonly Cbor[] | CborMap;
export type CborMap = ReadonlyMap<number, Cbor>;

// A permit is three levels deep; one more leaves room without letting a forger build a tower.
const DEEPEST = 4;
const UINT32 = 0xffff_ffff;
const SIZE_OF_INFO = new Map([
  [24, 1],
  [25, 2],
  [26, 4],
]);

/** The top three bits of an item's first byte. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;

/** @throws RangeError for a number outside the 32-bit subset: our own code built it, so it is a bug */
export function toCbor(value: Cbor): Bytes {
  const out: number[] = [];
  write(value, out);
  return Uint8Array.from(out);
}

/**
 * Nothing for anything but one item in deterministic form: no indefinite or 64-bit lengths, no longer
 * spelling than needed, no duplicate or unsorted keys, no floats, no tags, no bytes after the end.
 */
export function fromCbor(bytes: Bytes): Cbor | undefined {
  const reader = new Reader(bytes);
  const value = reader.item(0);
  return reader.atEnd ? value : undefined;
}

function write(value: Cbor, out: number[]): void {
  if (typeof value === 'number') {
    if (value < 0) head(NEGATIVE, -1 - value, out);
    else head(UNSIGNED, value, out);
  } else if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    head(TEXT, text.length, out);
    out.push(...text);
  } else if (value instanceof Uint8Array) {
    head(BYTES, value.length, out);
    for (const byte of value) out.push(byte);
  } else if (value instanceof Map) {
    writeMap(value as CborMap, out);
  } else {
    const items = value as readonly Cbor[];
    head(ARRAY, items.length, out);
    for (const item of items) write(item, out);
  }
}

function writeMap(map: CborMap, out: number[]): void {
  head(MAP, map.size, out);
  for (const [key, value] of sorted([...map], ([a], [b]) => rank(a) - rank(b))) {
    write(key, out);
    write(value, out);
  }
}

function head(major: number, argument: number, out: number[]): void {
  if (!Number.isInteger(argument) || argument < 0 || argument > UINT32) {
    throw new RangeError(`not a 32-bit CBOR argument: ${argument}`);
  }
  const size = sizeOf(argument);
  out.push(firstByte(major, argument));
  for (let shift = size - 1; shift >= 0; shift -= 1) out.push((argument / 2 ** (8 * shift)) & 255);
}

/** Bytes that follow the first: the shortest that hold the argument. */
function sizeOf(argument: number): 0 | 1 | 2 | 4 {
  if (argument < 24) return 0;
  if (argument < 0x100) return 1;
  return argument < 0x1_0000 ? 2 : 4;
}

function firstByte(major: number, argument: number): number {
  const size = sizeOf(argument);
  return (major << 5) | (size === 0 ? argument : { 1: 24, 2: 25, 4: 26 }[size]);
}

/** Sorts like the encoded bytes do: by the first byte, then by what follows it. */
function rank(key: number): number {
  const [major, argument] = key < 0 ? [NEGATIVE, -1 - key] : [UNSIGNED, key];
  return firstByte(major, argument) * 2 ** 32 + argument;
}

class Reader {
  #at = 0;

  constructor(private readonly bytes: Bytes) {}

  get atEnd(): boolean {
    return this.#at === this.bytes.length;
  }

  item(depth: number): Cbor | undefined {
    const first = this.bytes[this.#at++];
    if (first === undefined || depth > DEEPEST) return undefined;
    const argument = this.#argument(first & 31);
    if (argument === undefined) return undefined;
    switch (first >> 5) {
      case UNSIGNED:
        return argument;
      case NEGATIVE:
        return -1 - argument;
      case BYTES:
        return this.#take(argument);
      case TEXT:
        return this.#text(argument);
      case ARRAY:
        return this.#array(argument, depth);
      case MAP:
        return this.#map(argument, depth);
      default:
        return undefined;
    }
  }

  #argument(info: number): number | undefined {
    if (info < 24) return info;
    const size = SIZE_OF_INFO.get(info);
    const taken = size === undefined ? undefined : this.#take(size);
    if (taken === undefined) return undefined;
    const value = taken.reduce((sum, byte) => sum * 256 + byte, 0);
    return sizeOf(value) === size ? value : undefined;
  }

  #take(count: number): Bytes | undefined {
    if (count > this.bytes.length - this.#at) return undefined;
    this.#at += count;
    return this.bytes.slice(this.#at - count, this.#at);
  }

  #text(length: number): string | undefined {
    const taken = this.#take(length);
    if (taken === undefined) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(taken);
    } catch {
      return undefined; // the decoder throws on bytes that are not UTF-8
    }
  }

  #array(length: number, depth: number): Cbor[] | undefined {
    const items: Cbor[] = [];
    while (items.length < length) {
      const item = this.item(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  }

  #map(length: number, depth: number): CborMap | undefined {
    const map = new Map<number, Cbor>();
    let last = -1;
    while (map.size < length) {
      const key = this.item(depth + 1);
      const value = key === undefined ? undefined : this.item(depth + 1);
      if (typeof key !== 'number' || value === undefined || rank(key) <= last) return undefined;
      last = rank(key);
      map.set(key, value);
    }
    return map;
  }
}
