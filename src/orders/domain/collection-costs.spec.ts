import { COLLECTION_COSTS } from './collection-costs.js';

const { roadMetres } = COLLECTION_COSTS;

const NGHIA_PHUONG = { lat: 21.2833, lon: 106.5 };
const LONG_BIEN = { lat: 21.0433, lon: 105.85 };

describe('the way by road', () => {
  it('is a great circle times 1.35 where no river lies between', () => {
    // One degree of latitude is 111,195 m on this sphere.
    expect(roadMetres({ lat: 21.5, lon: 106 }, { lat: 22.5, lon: 106 })).toBe(150_113);
  });

  it('goes over the bridge where the river lies between, as the run will', () => {
    const huyenSon = { lat: 21.262, lon: 106.42 };
    const doiNgo = { lat: 21.307, lon: 106.39 };
    const straight = 7_963;
    expect(roadMetres(huyenSon, doiNgo)).toBeGreaterThan(straight);
  });

  it('is the same there and back, and nothing on the spot', () => {
    expect(roadMetres(NGHIA_PHUONG, LONG_BIEN)).toBe(roadMetres(LONG_BIEN, NGHIA_PHUONG));
    expect(roadMetres(LONG_BIEN, LONG_BIEN)).toBe(0);
  });
});

it('a missing kilogram is dearer than any kilogram that may be bought, so that nothing is left unbought to save money', () => {
  const furthestKgVnd = (COLLECTION_COSTS.tonneVndPerKm * 2_000) / 1000;
  expect(COLLECTION_COSTS.missingVndPerKg).toBeGreaterThan(1_000_000 + furthestKgVnd);
});
