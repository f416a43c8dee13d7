/** Where and when one permit was shown. */
export interface Sighting {
  readonly at: Date;
  readonly latitude: number;
  readonly longitude: number;
}

// Faster than a loaded truck gets along QL1 or the expressway; straight-line distance leaves it further room.
const FASTEST_KM_PER_HOUR = 90;
const EARTH_RADIUS_KM = 6371;
const HOUR_MS = 3_600_000;

/** True when one truck cannot have been at both posts: the permit was copied, or lent. */
export function isImpossibleTravel(one: Sighting, other: Sighting): boolean {
  const hours = Math.abs(one.at.getTime() - other.at.getTime()) / HOUR_MS;
  return straightKm(one, other) > hours * FASTEST_KM_PER_HOUR + SAME_PLACE_KM;
}

// Two phones at one post, with the error of both their positions.
const SAME_PLACE_KM = 1;

function straightKm(a: Sighting, b: Sighting): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(b.latitude - a.latitude);
  const east = radians(b.longitude - a.longitude);
  const between =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(between));
}
