import { crewed } from './crewed.js';

const vehicle = (id: string, usualDriverId: string | null, ...driverIds: string[]) => ({
  id,
  usualDriverId,
  driverIds,
});
const pairs = (...vehicles: ReturnType<typeof vehicle>[]) =>
  crewed(vehicles).map(({ vehicle: { id }, driverId }) => `${id}:${driverId}`);

describe('who drives which vehicle', () => {
  it('leaves each vehicle its usual driver', () => {
    expect(pairs(vehicle('b', 'tú', 'tú', 'an'), vehicle('a', 'an', 'an', 'tú'))).toEqual([
      'a:an',
      'b:tú',
    ]);
  });

  it('puts whoever is left on what stands idle, nobody on two', () => {
    expect(
      pairs(
        vehicle('a', null, 'an', 'tú'),
        vehicle('b', 'an', 'an', 'tú'),
        vehicle('c', null, 'an'),
      ),
    ).toEqual(['a:tú', 'b:an']);
  });

  it('leaves out a vehicle without a driver', () => {
    expect(pairs(vehicle('a', 'an'))).toEqual([]);
  });
});
