import { COLLECTION_COSTS, roadMetres } from './collection-costs.js';

const NGHIA_PHUONG = { lat: 21.2833, lon: 106.5 };
const LONG_BIEN = { lat: 21.0433, lon: 105.85 };

describe('the way by road', () => {
  it('is a great circle times 1.35', () => {
    // One degree of latitude is 111,195 m on this sphere.
    expect(roadMetres({ lat: 21, lon: 106 }, { lat: 22, lon: 106 })).toBe(150_113);
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
