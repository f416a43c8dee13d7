import type { Id } from '../kernel/id.js';

// Looked up once: inside a sandboxed context a look-up of a global costs ten times the arithmetic.
const { imul, floor } = Math;

/** A reproducible stream of numbers: the same name gives the same stream on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** Whole number, both ends included. */
  readonly integer: (from: number, to: number) => number;
  readonly between: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws RangeError on an empty list */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Weights need not sum to one. @throws RangeError on an empty list */
  readonly pickWeighted: <Item>(items: readonly (readonly [Item, weight: number])[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
  readonly normal: (mean: number, deviation: number) => number;
  /** Log-normal: half of the values lie below the median; sigma is the deviation of the logarithm. */
  readonly logNormal: (median: number, sigma: number) => number;
}

/**
 * A stream of its own per name, so that asking one part of the demo for more numbers never moves another.
 * Generator: sfc32 (small fast counter, 32 bit), public domain design of Chris Doty-Humphrey.
 */
export function randomFrom(name: string): Random {
  let [a, b, c, counter] = hash128(name);
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) step();
  return distributions(() => step() / 0x1_0000_0000);
}

function distributions(next: () => number): Random {
  const integer = (from: number, to: number): number => from + floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[integer(0, items.length - 1)]!;
  };
  // Box–Muller; 1 − x keeps the logarithm away from zero.
  const normal = (mean: number, deviation: number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  return {
    next,
    integer,
    pick,
    normal,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    logNormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    pickWeighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return pick(items)[0];
    },
    shuffled: (items) => {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
      }
      return mixed;
    },
  };
}

/** Whole parts in proportion to the weights, summing exactly to the total (largest remainder, ties to the earlier). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - floor(value) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  const missing = total - parts.reduce((all, part) => all + part, 0);
  for (const { index } of byRemainder.slice(0, missing)) parts[index]! += 1;
  return parts;
}

/** The same seed and name always give the same id; the form is that of UUID version 8 (made by us). */
export function uuidFrom(seed: string, name: string): Id {
  const digits = hash128(`${seed}/${name}`)
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
  const variant = '89ab'[Number.parseInt(digits[16]!, 16) & 3]!;
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ];
  return groups.join('-') as Id;
}

type Words128 = [number, number, number, number];

// Four multiplicative hashes over the characters, each stirred by its neighbour, then avalanched.
function hash128(text: string): Words128 {
  const words: Words128 = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b];
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    words[0] = imul(words[0] ^ character, 0x01000193) ^ (words[1] >>> 15);
    words[1] = imul(words[1] ^ character, 0x5bd1e995) ^ (words[2] >>> 13);
    words[2] = imul(words[2] ^ character, 0xcc9e2d51) ^ (words[3] >>> 16);
    words[3] = imul(words[3] ^ character, 0x1b873593) ^ (words[0] >>> 14);
  }
  const mixed = words.map((word, index) => avalanche(word ^ imul(text.length, index + 1)));
  return [
    avalanche(mixed[0]! + mixed[1]!),
    avalanche(mixed[1]! ^ mixed[2]!),
    avalanche(mixed[2]! + mixed[3]!),
    avalanche(mixed[3]! ^ imul(mixed[0]!, 0x9e3779b1)),
  ];
}

function avalanche(word: number): number {
  let mixed = imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
