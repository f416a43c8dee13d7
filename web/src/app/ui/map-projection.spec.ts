import { labelSpots, pathOf, radiusOf, sheetFor } from './map-projection.js';

const SOUTH_WEST = { lat: 21.2, lon: 106.3 };
const NORTH_EAST = { lat: 21.4, lon: 106.6 };

describe('the map of communes', () => {
  const sheet = sheetFor([SOUTH_WEST, NORTH_EAST], 360, 20);

  it('puts west left and north up, inside the margin', () => {
    expect([sheet.x(106.3), sheet.x(106.6)]).toEqual([20, 340]);
    expect([sheet.y(21.4), sheet.y(21.2)]).toEqual([20, sheet.height - 20]);
  });

  it('keeps a kilometre as long to the north as to the east', () => {
    // 0.2° of latitude over 0.3° of longitude at 21.3° north: 0.2 / (0.3 × cos 21.3°) = 0.7155.
    expect((sheet.height - 40) / 320).toBeCloseTo(0.7155, 2);
  });

  it('draws four times the weight as twice the radius', () => {
    expect([radiusOf(100, 100, 24), radiusOf(25, 100, 24), radiusOf(0, 0, 24)]).toEqual([
      24, 12, 0,
    ]);
  });

  it('draws a line from place to place', () => {
    expect(pathOf([SOUTH_WEST, NORTH_EAST], sheet)).toBe(`M20 ${sheet.height - 20}L340 20`);
  });
});

describe('names on the map', () => {
  const circle = { radius: 10, width: 60, height: 30 };

  it('stand below their circle where there is room', () => {
    expect(labelSpots([{ ...circle, x: 100, y: 100 }], 14)).toEqual([{ x: 100, y: 124 }]);
  });

  it('move above, then aside, when a neighbour stands there', () => {
    const [, above] = labelSpots(
      [
        { ...circle, x: 100, y: 125 },
        { ...circle, x: 100, y: 100 },
      ],
      14,
    );
    expect(above).toEqual({ x: 100, y: 70 });
    const [, , aside] = labelSpots(
      [
        { ...circle, x: 100, y: 125 },
        { ...circle, x: 100, y: 75 },
        { ...circle, x: 100, y: 100 },
      ],
      14,
    );
    expect(aside).toEqual({ x: 144, y: 99 });
  });

  it('stand below after all when every side is taken', () => {
    const crowd = [
      [100, 125],
      [100, 75],
      [135, 100],
      [65, 100],
    ].map(([x = 0, y = 0]) => ({ ...circle, x, y }));
    const spots = labelSpots([...crowd, { ...circle, x: 100, y: 100 }], 14);
    expect(spots.at(-1)).toEqual({ x: 100, y: 124 });
  });
});
