import { LUC_NAM_ROADS } from '../../kernel/luc-nam-roads.js';
import { roadMetres, type LatLon } from '../../kernel/roads.js';
import { grams, type BasisPoints, type Grams } from '../../kernel/units.js';
import { KM_PER_HOUR, SERVICE_MINUTES, type IdleVehicle } from './haul-of-deals.js';

/** One deal of an order, as the truck found it. */
export interface FoundDeal {
  readonly promised: Grams;
  /** null: nothing is known yet, and what was promised is expected. */
  readonly fetched: Grams | null;
  /** It was made in place of another. */
  readonly isBackup: boolean;
}

/**
 * What an order lacks of what was promised at its commit. AL-13: as long as the order's total is inside its tolerance,
 * what a single household gave less is no shortage.
 */
export function missingOf(deals: readonly FoundDeal[], tolerance: BasisPoints): Grams {
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
  const promised = sum(deals.filter((deal) => !deal.isBackup).map((deal) => deal.promised));
  const expected = sum(deals.map((deal) => deal.fetched ?? deal.promised));
  const isInside = expected * 10_000 >= promised * (10_000 - tolerance);
  return grams(isInside ? 0 : promised - expected);
}

/** A lot that stands by, and what it would cost the truck. */
export interface StandingBy extends LatLon {
  readonly id: string;
  readonly grams: Grams;
  /** The least its household lets go. */
  readonly leastGrams: Grams;
}

export interface Replacement {
  readonly backupId: string;
  /** What would be taken: all it has, no more than is missing and the truck still bears. */
  readonly grams: Grams;
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
      grams: grams(Math.min(backup.grams, most)),
      detourMinutes: detourMinutes(way.here, backup, way.next, way.kind),
      leastGrams: backup.leastGrams,
    }))
    .filter(({ grams: taken, leastGrams }) => taken > 0 && taken >= leastGrams)
    .toSorted((a, b) => a.detourMinutes - b.detourMinutes || (a.backupId < b.backupId ? -1 : 1))
    .map(({ backupId, grams: taken, detourMinutes: detour }) => ({
      backupId,
      grams: taken,
      detourMinutes: detour,
    }));
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

/** What of each is taken, in the order they were chosen, until nothing is missing. */
export function takenOf(chosen: readonly StandingBy[], most: Grams): Map<string, Grams> {
  const taken = new Map<string, Grams>();
  let left: number = most;
  for (const { id, grams: has, leastGrams } of chosen) {
    const amount = Math.min(has, left);
    if (amount <= 0 || amount < leastGrams) continue;
    taken.set(id, grams(amount));
    left -= amount;
  }
  return taken;
}
