import type { Day } from '../../kernel/day.js';

/** An administrative unit with the days it was in force; the key is code + validFrom, never the code alone. */
export interface AdminUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'PROVINCE' | 'DISTRICT' | 'COMMUNE' | 'TOWNSHIP' | 'HAMLET';
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successorId: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly isGiNaDai: boolean;
}

export const isInForce = (unit: AdminUnit, on: Day): boolean =>
  unit.validFrom <= on && (unit.validTo === null || unit.validTo >= on);

/** The unit that answers for this one's ground on that day: itself, or a successor of a later reform. */
export function unitOn(unit: AdminUnit, on: Day, byId: ReadonlyMap<string, AdminUnit>): AdminUnit {
  let current = unit;
  while (!isInForce(current, on) && current.successorId !== null) {
    const next = byId.get(current.successorId);
    if (!next) break;
    current = next;
  }
  return current;
}
