import { COOPERATIVES, TRADER_FIRMS, TRANSPORT_FIRMS } from './names.js';
import { BUYING_POINTS, CHECKPOINTS_2021, MARKETS } from './places.js';
import { BRIDGES, LUC_NAM_RIVER, ROADS } from './roads.js';
import { VEHICLE_KINDS } from './vehicle-kinds.js';

/** Kilometres on a plane, good enough within one district. */
const km = ([x1, y1]: readonly number[], [x2, y2]: readonly number[]): number =>
  Math.hypot((x2! - x1!) * 103.7, (y2! - y1!) * 110.7);

describe('places', () => {
  it('have codes of their own', () => {
    const codes = [...MARKETS, ...BUYING_POINTS, ...CHECKPOINTS_2021].map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(BUYING_POINTS).toHaveLength(25);
    expect(CHECKPOINTS_2021).toHaveLength(7);
  });

  it('do not send fruit to the poultry market of Hà Vỹ', () => {
    expect(MARKETS.filter(({ name }) => name.includes('Hà Vỹ'))).toEqual([]);
  });

  it('let every truck that leaves the province meet a post, and those for Hà Nội the gate as well', () => {
    const outside = MARKETS.filter(({ provinceCode }) => provinceCode !== '24');
    const postsTo = (code: string) =>
      CHECKPOINTS_2021.filter(({ guards }) => guards.includes(code)).length;

    for (const { code, provinceCode } of outside) {
      expect([code, postsTo(code)]).toEqual([code, provinceCode === '01' ? 2 : 1]);
    }
  });
});

describe('the river and the roads', () => {
  it('has each of the three bridges on its course', () => {
    for (const { longitude, latitude } of BRIDGES) {
      const nearest = Math.min(
        ...LUC_NAM_RIVER.path.map((point) => km(point, [longitude, latitude])),
      );
      expect(nearest).toBeLessThan(1);
    }
    expect(BRIDGES).toHaveLength(3);
  });

  it('cross at a bridge where they are said to', () => {
    const onRoad = { QL37: 'CAU-CAM-LY', DT293: 'CAU-DT293' };
    for (const [road, bridge] of Object.entries(onRoad)) {
      const { path } = ROADS.find(({ code }) => code === road)!;
      const { longitude, latitude } = BRIDGES.find(({ code }) => code === bridge)!;
      expect(Math.min(...path.map((point) => km(point, [longitude, latitude])))).toBeLessThan(0.1);
    }
  });
});

describe('invented names', () => {
  it('are none of the cooperatives the press wrote about', () => {
    const inThePress = [
      'HTX na dai Nghĩa Phương',
      'HTX sản xuất na dai Lục Nam',
      'HTX na dai Lục Nam',
      'HTX sản xuất nông sản an toàn Lục Nam',
    ].map((name) => name.toLowerCase());
    const invented = [
      ...COOPERATIVES.map(({ name }) => name),
      ...TRADER_FIRMS.names,
      ...TRANSPORT_FIRMS.names,
    ].map((name) => name.toLowerCase());

    expect(invented.filter((name) => inThePress.includes(name))).toEqual([]);
    expect(COOPERATIVES).toHaveLength(8);
  });
});

describe('vehicles', () => {
  it('cost more a kilometre the more they carry, cold bodies more than open ones', () => {
    const rate = (code: string) => VEHICLE_KINDS.find((kind) => kind.code === code)!.ratePerKm;

    expect(['T1_25', 'T2_5', 'T5', 'T8', 'T15'].map(rate)).toEqual([
      11_000, 14_000, 19_000, 25_000, 35_000,
    ]);
    expect(rate('RF5')).toBe(1.4 * rate('T5'));
  });
});
