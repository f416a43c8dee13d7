import fc from 'fast-check';
import { kilograms } from '../../kernel/units.js';
import { kgBandOf } from './kg-band.js';
import { driverMark, isPlate, normalPlate } from './plate.js';
import { isImpossibleTravel } from './repeat-scan.js';
import { readShortCode, shortCodeOf, spoken } from './short-code.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const tokenId = fc.stringMatching(/^[0-9a-f]{16}$/);

describe('the short code', () => {
  it('PE-14: is ten characters, read aloud in three groups', () => {
    const code = shortCodeOf('8f3a91c07be2d456');
    expect(spoken(code)).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/);
    expect(readShortCode(` ${spoken(code).toLowerCase()} `)).toBe(code);
  });

  it('forgives O for zero and I or L for one', () => {
    const code = shortCodeOf('0000000000000421');
    expect(code.slice(0, 9)).toBe('000000111');
    expect(readShortCode(`oOO0o0iLl${code.slice(9)}`)).toBe(code);
  });

  it('catches every single wrong character and every two neighbours swapped', () => {
    fc.assert(
      fc.property(
        tokenId,
        fc.nat({ max: 9 }),
        fc.constantFrom(...Array.from(ALPHABET)),
        (id, at, letter) => {
          const code = shortCodeOf(id);
          const wrong = code.slice(0, at) + letter + code.slice(at + 1);
          const swapped =
            code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
          expect(wrong === code || readShortCode(wrong) !== wrong).toBe(true);
          expect(swapped === code || readShortCode(swapped) !== swapped).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(['', 'ABC', 'UUUUUUUUUU', '00000000000', 'không biết'])('refuses %p', (typed) => {
    expect(readShortCode(typed)).toMatchObject({ refused: 'SHORT_CODE_WRONG' });
  });
});

describe('plates and names', () => {
  it.each([
    ['98C-123.45', '98C12345'],
    ['98 c 123 45', '98C12345'],
    ['98MĐ1-123.45', '98MD112345'],
    ['29LD-123.45', '29LD12345'],
  ])('the plate %s is compared as %s', (painted, compared) => {
    expect(normalPlate(painted)).toBe(compared);
    expect(isPlate(compared)).toBe(true);
  });

  it.each(['', '98C', 'C98123', '98C1234567', '98c12345'])('%p is no plate', (text) => {
    expect(isPlate(text)).toBe(false);
  });

  it.each([
    ['Nguyễn Văn Ánh', 'NVA'],
    ['Đặng Thị Ổn', 'DTO'],
    ['Công Tằng Tôn Nữ Thị Bé', 'TTNTB'],
  ])('PE-07: of the name %s a permit tells %s', (name, mark) => {
    expect(driverMark(name)).toBe(mark);
  });
});

describe('the weight band', () => {
  it.each([
    [2000, 1800, 2200],
    [1234, 1100, 1400],
    [40, 0, 50],
  ])('PE-16: %i kg announced may weigh %i to %i kg', (announced, least, most) => {
    expect(kgBandOf(kilograms(announced))).toEqual({ least, most });
  });
});

describe('one permit at two posts', () => {
  const minutes = (count: number) => new Date(Date.UTC(2026, 7, 5) + count * 60_000);
  const doiNgo = { at: minutes(0), latitude: 21.307, longitude: 106.39 };
  const longBien = (after: number) => ({
    at: minutes(after),
    latitude: 21.0437,
    longitude: 105.8503,
  });

  it('PE-15: 63 km in ten minutes is impossible, in two hours it is not', () => {
    expect(isImpossibleTravel(doiNgo, longBien(10))).toBe(true);
    expect(isImpossibleTravel(doiNgo, longBien(120))).toBe(false);
    expect(isImpossibleTravel(longBien(10), doiNgo)).toBe(true);
  });

  it('PE-15: two phones at one post are not', () => {
    expect(isImpossibleTravel(doiNgo, { ...doiNgo, latitude: 21.3072 })).toBe(false);
  });
});
