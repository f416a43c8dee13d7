import fc from 'fast-check';
import { fromBase45, toBase45 } from './base45.js';
import { type Bytes, bytesOfHex, hexOf, utf8 } from './bytes.js';
import { type Cbor, fromCbor, toCbor } from './cbor.js';

const bytes = (max: number) =>
  fc.uint8Array({ maxLength: max }).map((array): Bytes => Uint8Array.from(array));
const integer = fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 });
const leaf = fc.oneof(integer, fc.string({ unit: 'grapheme' }), bytes(300));
const array = fc.array(leaf, { maxLength: 30 });
const map = fc.array(fc.tuple(integer, fc.oneof(leaf, array))).map((pairs) => new Map(pairs));

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes the examples of RFC 9285: %s', (plain, encoded) => {
    expect(toBase45(utf8(plain))).toBe(encoded);
    expect(fromBase45(encoded)).toEqual(utf8(plain));
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(bytes(200), (value) => {
        expect(fromBase45(toBase45(value))).toEqual(value);
      }),
    );
  });

  it('reads no text but the one it would write', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789ABGW:/ ab')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (typed) => {
        const read = fromBase45(typed);
        expect(read === undefined || toBase45(read) === typed).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses values that do not fit two bytes or one', () => {
    expect(fromBase45('FGW')).toEqual(Uint8Array.of(255, 255));
    expect(fromBase45('GGW')).toBeUndefined();
    expect(fromBase45('U5')).toEqual(Uint8Array.of(255));
    expect(fromBase45('V5')).toBeUndefined();
    expect(fromBase45('A')).toBeUndefined();
  });
});

describe('the CBOR subset', () => {
  it.each<[Cbor, string]>([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [1000, '1903e8'],
    [1000000, '1a000f4240'],
    [4294967295, '1affffffff'],
    [-1, '20'],
    [-1000, '3903e7'],
    [Uint8Array.of(1, 2, 3, 4), '4401020304'],
    ['ü', '62c3bc'],
    [[1, [2, 3]], '8201820203'],
    [
      new Map([
        [1, 2],
        [3, 4],
      ]),
      'a201020304',
    ],
  ])('writes %p as RFC 8949 does', (value, hex) => {
    expect(hexOf(toCbor(value))).toBe(hex);
    expect(fromCbor(bytesOfHex(hex))).toEqual(value);
  });

  it('sorts keys as their bytes sort: 10, 100, -1', () => {
    const keys = new Map([
      [-1, 0],
      [100, 0],
      [10, 0],
    ]);
    expect(hexOf(toCbor(keys))).toBe('a30a001864002000');
  });

  it('gives back any value of the subset', () => {
    fc.assert(
      fc.property(fc.oneof(leaf, array, map), (value) => {
        expect(fromCbor(toCbor(value))).toEqual(value);
      }),
    );
  });

  it('reads no bytes but the ones it would write', () => {
    fc.assert(
      fc.property(bytes(24), (message) => {
        const read = fromCbor(message);
        expect(read === undefined || hexOf(toCbor(read)) === hexOf(message)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['an indefinite array', '9f01ff'],
    ['an indefinite string', '5f4101ff'],
    ['a 64-bit number', '1b0000000100000000'],
    ['a number spelt too long', '1817'],
    ['a length spelt too long', '580101'],
    ['the same key twice', 'a201020103'],
    ['keys out of order', 'a203040102'],
    ['a text key', 'a1616101'],
    ['a reserved length', '1c'],
    ['a tag', 'c000'],
    ['true', 'f5'],
    ['null', 'f6'],
    ['a float', 'f90000'],
    ['a byte too many', '0000'],
    ['a byte too few', '4201'],
    ['an array longer than its bytes', '9affffffff00'],
    ['text that is not UTF-8', '61ff'],
    ['six levels', '818181818100'],
  ])('refuses %s', (_, hex) => {
    expect(fromCbor(bytesOfHex(hex))).toBeUndefined();
  });

  it('will not write a number outside 32 bits', () => {
    expect(() => toCbor(2 ** 32)).toThrow(RangeError);
    expect(() => toCbor(0.5)).toThrow(RangeError);
  });
});
