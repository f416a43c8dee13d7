/** A vehicle that could go, with the drivers of its transporter who are free, the usual one first. */
export interface Drivable {
  readonly id: string;
  readonly driverIds: readonly string[];
  readonly usualDriverId: string | null;
}

/**
 * One driver to each vehicle, nobody to two. Usual drivers keep their vehicles; those left over take what stands idle.
 * Vehicles that find no driver are missing from the answer.
 */
export function crewed<Vehicle extends Drivable>(
  vehicles: readonly Vehicle[],
): readonly { readonly vehicle: Vehicle; readonly driverId: string }[] {
  const busy = new Set<string>();
  const driverOf = new Map<string, string>();
  const take = (vehicle: Vehicle, driverId: string | undefined): void => {
    if (driverId === undefined) return;
    busy.add(driverId);
    driverOf.set(vehicle.id, driverId);
  };
  const inOrder = vehicles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const vehicle of inOrder) {
    const usual = vehicle.driverIds.find((id) => id === vehicle.usualDriverId && !busy.has(id));
    take(vehicle, usual);
  }
  for (const vehicle of inOrder.filter(({ id }) => !driverOf.has(id))) {
    take(
      vehicle,
      vehicle.driverIds.find((id) => !busy.has(id)),
    );
  }
  return inOrder.flatMap((vehicle) => {
    const driverId = driverOf.get(vehicle.id);
    return driverId === undefined ? [] : [{ vehicle, driverId }];
  });
}
