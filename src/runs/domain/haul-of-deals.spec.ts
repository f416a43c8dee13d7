import { kilograms } from '../../kernel/units.js';
import { type IdleVehicle, type WaitingDeal, haulOf } from './haul-of-deals.js';

const at = (clock: string) => new Date(`2026-08-26T${clock}:00+07:00`);
const LONG_BIEN = { lat: 21.0437, lon: 105.8503 };
const DOI_NGO = { lat: 21.3, lon: 106.4 };
const deal: WaitingDeal = {
  id: 'deal',
  lat: 21.26,
  lon: 106.5,
  grams: kilograms(480),
  readyFrom: at('04:30'),
  readyTo: at('09:00'),
};
const truck: IdleVehicle = {
  id: 'truck',
  kind: 'TRUCK',
  payloadG: kilograms(2_500),
  crates: 80,
  baseVnd: 600_000,
  vndPerKm: 14_000,
  wantedAt: null,
};

describe('what the planner is asked', () => {
  it('fetches from when the fruit is ready or the truck starts, whichever is later, in crates of 25 kg', () => {
    const { pickups } = haulOf([deal], [truck], LONG_BIEN, at('05:00'));
    expect(pickups).toMatchObject([{ id: 'deal', crates: 20, from: at('05:00'), to: at('09:00') }]);
  });

  it('PU-02 fills four fifths of the payload', () => {
    expect(haulOf([deal], [truck], LONG_BIEN, at('05:00')).vehicles).toMatchObject([
      { usableShare: 8_000, payload: 2_500_000, shiftTo: at('15:00') },
    ]);
  });

  it('PU-06 has the truck back two hours before its next trip', () => {
    const wanted = { ...truck, wantedAt: at('13:00') };
    const [vehicle] = haulOf([deal], [wanted], LONG_BIEN, at('05:00')).vehicles;
    expect(vehicle?.shiftTo).toEqual(at('11:00'));
  });

  it('sends no motorbike to Hà Nội, but to a point nearby', () => {
    const bike: IdleVehicle = { ...truck, id: 'bike', kind: 'MOTORBIKE' };
    const kinds = (to: { lat: number; lon: number }) =>
      haulOf([deal], [truck, bike], to, at('05:00')).vehicles.map(({ id }) => id);
    expect(kinds(LONG_BIEN)).toEqual(['truck']);
    expect(kinds(DOI_NGO)).toEqual(['truck', 'bike']);
  });
});
