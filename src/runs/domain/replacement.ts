import { LUC_NAM_ROADS } from '../../kernel/luc-nam-roads.js';
import { roadMetres, type LatLon } from '../../kernel/roads.js';
import type { Grams } from '../../kernel/units.js';
import { KM_PER_HOUR, SERVICE_MINUTES, type IdleVehicle } from './haul-of-deals.js';
import { takenOfOne, type Spare } from './shortage.js';

/** A lot that stands by, and where the truck would have to go for it. */
type StandingBy = Spare & LatLon;

export interface Replacement {
  readonly backupId: string;
  /** What would be taken: all it has, no more than is missing and the truck still bears. */
  readonly grams: Grams;
  /** The least its household lets go. */
  readonly leastGrams: Grams;
  readonly detourMinutes: number;
}

/** Lots that could give what is missing, the smallest detour between here and the next stop first. */
export function replacements(
  backups: readonly StandingBy[],
  way: { readonly here: LatLon; readonly next: LatLon; readonly kind: IdleVehicle['kind'] },
  most: Grams,
): Replacement[] {
  return backups
    .map((backup) => ({
      backupId: backup.id,
      grams: takenOfOne(backup, most),
      leastGrams: backup.leastGrams,
      detourMinutes: detourMinutes(way.here, backup, way.next, way.kind),
    }))
    .filter(({ grams }) => grams > 0)
    .toSorted((a, b) => a.detourMinutes - b.detourMinutes || (a.backupId < b.backupId ? -1 : 1));
}

/** By how many minutes the drop is reached later, loading included. */
export function detourMinutes(
  here: LatLon,
  via: LatLon,
  next: LatLon,
  kind: IdleVehicle['kind'],
): number {
  const metres = (from: LatLon, to: LatLon): number => roadMetres(from, to, LUC_NAM_ROADS);
  const extra = metres(here, via) + metres(via, next) - metres(here, next);
  return Math.ceil((Math.max(0, extra) / 1000 / KM_PER_HOUR[kind]) * 60) + SERVICE_MINUTES;
}
