import {
  ADMIN_UNITS,
  commune2021,
  COMMUNES_2021,
  COMMUNES_2025,
  type UnitKey,
} from './admin-units.js';
import { COMMUNE_OUTLINES_2025 } from './communes-2025-outline.js';
import { HAMLETS, hamletsOf } from './hamlets.js';

const keyOf = ({ code, validFrom }: UnitKey): string => `${code} ${validFrom}`;

describe('administrative units', () => {
  it('are 25 in 2021 with the 226,194 people of the census, and 8 from 2025', () => {
    expect(COMMUNES_2021).toHaveLength(25);
    expect(COMMUNES_2021.reduce((sum, { population }) => sum + population!, 0)).toBe(226_194);
    expect(COMMUNES_2025).toHaveLength(8);
  });

  it('are told apart by code and first day, because codes are re-used', () => {
    expect(new Set(ADMIN_UNITS.map(keyOf)).size).toBe(ADMIN_UNITS.length);

    const renamed = COMMUNES_2025.filter(
      ({ code, name }) => COMMUNES_2021.find((old) => old.code === code)!.name !== name,
    );
    expect(renamed.map(({ code }) => code)).toEqual(['07444', '07450', '07489', '07492', '07498']);
    expect(ADMIN_UNITS.filter(({ code }) => code === '24').map(({ name }) => name)).toEqual([
      'Bắc Giang',
      'Bắc Ninh',
    ]);
  });

  it('name parents and successors that exist', () => {
    const known = new Set(ADMIN_UNITS.map(keyOf));
    const named = ADMIN_UNITS.flatMap(({ parent, successor }) => [parent, successor]).filter(
      (key) => key !== null,
    );

    expect(named.map(keyOf).filter((key) => !known.has(key))).toEqual([]);
  });

  it('keep the six communes of the GI area apart, which two new communes cut through', () => {
    const inArea = COMMUNES_2021.filter(({ isInGiArea }) => isInGiArea);

    expect(inArea.map(({ name }) => name)).toEqual([
      'Đông Hưng',
      'Đông Phú',
      'Cương Sơn',
      'Nghĩa Phương',
      'Lan Mẫu',
      'Huyền Sơn',
    ]);
    expect(commune2021('07483').successor!.code).toBe('07444');
    expect(commune2021('07495').successor!.code).toBe('07498');
  });

  it('end with the reform, Vũ Xá half a year earlier', () => {
    const early = COMMUNES_2021.filter(({ validTo }) => validTo !== '2025-06-30');

    expect(early.map(({ name, validTo }) => [name, validTo])).toEqual([['Vũ Xá', '2024-12-31']]);
    expect(COMMUNES_2025.every(({ validFrom }) => validFrom === '2025-07-01')).toBe(true);
  });

  it('fails aloud on a code that was no commune in 2021', () => {
    expect(() => commune2021('07447')).toThrow(RangeError);
  });
});

type Ring = (typeof COMMUNE_OUTLINES_2025)[number]['ring'];

/** Even-odd rule. */
function isInside(ring: Ring, [x, y]: readonly [number, number]): boolean {
  let inside = false;
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** Shoelace formula on degrees, scaled to hectares at 21.27° north. */
function areaHa(ring: Ring): number {
  const doubled = ring.reduce((sum, [x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  const kmNorth = 110.7;
  const kmEast = 111.32 * Math.cos((21.27 * Math.PI) / 180);
  return (Math.abs(doubled) / 2) * kmNorth * kmEast * 100;
}

describe('outlines of the communes of 2025', () => {
  const ringOf = new Map(COMMUNE_OUTLINES_2025.map(({ code, ring }) => [code, ring]));

  it('hold the point of every commune of 2021 that went into them', () => {
    const astray = COMMUNES_2021.filter(({ successor, longitude, latitude }) => {
      const ring = ringOf.get(successor!.code)!;
      return !isInside(ring, [longitude!, latitude!]);
    });

    expect(astray.map(({ name }) => name)).toEqual([]);
  });

  it('enclose the areas of the resolution to two parts in a hundred', () => {
    for (const { code, areaHa: official } of COMMUNES_2025) {
      expect(Math.abs(areaHa(ringOf.get(code)!) / official! - 1)).toBeLessThan(0.02);
    }
  });

  it('have no more than 900 corners together, so that a phone loads them quickly', () => {
    const corners = COMMUNE_OUTLINES_2025.reduce((sum, { ring }) => sum + ring.length, 0);

    expect(corners).toBeLessThanOrEqual(900);
  });
});

describe('hamlets', () => {
  it('belong to a commune of 2021 and have codes of their own', () => {
    expect(HAMLETS).toHaveLength(125);
    expect(new Set(HAMLETS.map(({ code }) => code)).size).toBe(125);
  });

  it('are named where the district names them, numbered and marked elsewhere', () => {
    expect(hamletsOf('07504').map(({ name, isPlaceholder }) => [name, isPlaceholder])).toEqual([
      ['Thôn Khuyên', false],
      ['Thôn Liễu Giang', false],
      ['Thôn 1', true],
      ['Thôn 2', true],
      ['Thôn 3', true],
    ]);
    expect(hamletsOf('07444')[0]!.name).toBe('Tổ dân phố 1');
  });
});
