import fc from 'fast-check';
import { crowMetres, roadMetres, type LatLon, type RoadNet } from './roads.js';
import { LUC_NAM_ROADS } from './luc-nam-roads.js';

const doiNgo = { lat: 21.307, lon: 106.39 };
const tamDi = { lat: 21.345, lon: 106.385 };
const huyenSon = { lat: 21.262, lon: 106.42 };
const nghiaPhuong = { lat: 21.272, lon: 106.47 };

/** A river along a parallel, with one bridge in the west. */
const simple: RoadNet = {
  bend: 1,
  rivers: [
    {
      course: [
        { lat: 21.3, lon: 106.2 },
        { lat: 21.3, lon: 106.5 },
      ],
      bridges: [{ lat: 21.3, lon: 106.2 }],
    },
  ],
};
const north = { lat: 21.31, lon: 106.4 };
const south = { lat: 21.29, lon: 106.4 };

describe('the way by road', () => {
  it('PU-05 measures one degree of latitude as 111,195 m as the crow flies', () => {
    expect(Math.round(crowMetres({ lat: 21, lon: 106 }, { lat: 22, lon: 106 }))).toBe(111_195);
    expect(crowMetres(doiNgo, doiNgo)).toBe(0);
  });

  it('PU-05 bends the straight line by 1.35 on one bank', () => {
    expect(roadMetres(doiNgo, tamDi, LUC_NAM_ROADS)).toBe(
      Math.round(crowMetres(doiNgo, tamDi) * 1.35),
    );
    expect(roadMetres(huyenSon, nghiaPhuong, LUC_NAM_ROADS)).toBe(
      Math.round(crowMetres(huyenSon, nghiaPhuong) * 1.35),
    );
  });

  it('PU-05 goes over the bridge when the river lies between, however near the other bank is', () => {
    const bridge = { lat: 21.3, lon: 106.2 };
    expect(roadMetres(north, south, simple)).toBe(
      Math.round(crowMetres(north, bridge) + crowMetres(bridge, south)),
    );
    const east = { ...south, lon: 106.6 };
    expect(roadMetres({ ...north, lon: 106.6 }, east, simple)).toBe(2_224);
  });

  it('PU-05 takes the better of two bridges, and swims when there is none', () => {
    const [river] = simple.rivers;
    const near = { lat: 21.3, lon: 106.39 };
    const two = { bend: 1, rivers: [{ ...river!, bridges: [...river!.bridges, near] }] };
    expect(roadMetres(north, south, two)).toBe(
      Math.round(crowMetres(north, near) + crowMetres(near, south)),
    );
    const none = { bend: 1, rivers: [{ ...river!, bridges: [] }] };
    expect(roadMetres(north, south, none)).toBe(2_224);
  });

  it('PU-05 makes the na communes of the south bank farther from Đồi Ngô than the map looks', () => {
    for (const commune of [huyenSon, nghiaPhuong]) {
      expect(roadMetres(doiNgo, commune, LUC_NAM_ROADS)).toBeGreaterThan(
        crowMetres(doiNgo, commune) * 1.36,
      );
    }
  });

  it('PU-05 is as long back as forth, never below the straight line, and grows with the bend', () => {
    const point: fc.Arbitrary<LatLon> = fc.record({
      lat: fc.double({ min: 21.15, max: 21.45, noNaN: true }),
      lon: fc.double({ min: 106.25, max: 106.7, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (from, to) => {
        const way = roadMetres(from, to, LUC_NAM_ROADS);
        expect(roadMetres(to, from, LUC_NAM_ROADS)).toBe(way);
        expect(way).toBeGreaterThanOrEqual(Math.floor(crowMetres(from, to) * 1.35));
        expect(roadMetres(from, to, { ...LUC_NAM_ROADS, bend: 2.7 })).toBeGreaterThanOrEqual(
          2 * way - 1,
        );
      }),
    );
  });
});
