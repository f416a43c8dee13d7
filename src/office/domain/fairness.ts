import { giniOf } from '../../kernel/gini.js';
import { grams, sumGrams, type BasisPoints, type Grams } from '../../kernel/units.js';

/** What one household put on the market of one commune in a month, and what of it was promised in deals. */
export interface HouseholdShare {
  readonly communeId: string;
  readonly householdId: string;
  readonly offered: Grams;
  readonly taken: Grams;
}

/** How evenly the households of a commune sold (AL-18). */
export interface CommuneFairness {
  readonly communeId: string;
  readonly households: number;
  /** Of these, those that sold anything. */
  readonly sellers: number;
  readonly offered: Grams;
  readonly taken: Grams;
  /** Gini of kilograms taken against offered; 0 when all sold the same part of what they had. */
  readonly gini: BasisPoints;
}

/** Buyers with fewer tickets in the month are not judged (WE-14). */
export const LEAST_TICKETS = 20;

/** Communes by their sum offered, the largest first; `unitOf` gathers old communes under the unit of the month. */
export function fairnessOf(
  shares: readonly HouseholdShare[],
  unitOf: (communeId: string) => string,
): CommuneFairness[] {
  const communes = [...new Set(shares.map(({ communeId }) => unitOf(communeId)))];
  return communes
    .map((id) => {
      const rows = shares.filter(({ communeId }) => unitOf(communeId) === id);
      return { communeId: id, ...figuresOf(gathered(rows)) };
    })
    .filter(({ households }) => households > 0)
    .toSorted((a, b) => b.offered - a.offered || (a.communeId < b.communeId ? -1 : 1));
}

/**
 * A household that sold from two old communes is one household. One that offered nothing is no part of the comparison, and
 * what was taken in deals agreed up at the scale is no more than was offered.
 */
function gathered(rows: readonly HouseholdShare[]): { offered: Grams; taken: Grams }[] {
  const households = new Map<string, { offered: Grams; taken: Grams }>();
  for (const { householdId, offered, taken } of rows) {
    const known = households.get(householdId);
    households.set(householdId, {
      offered: sumGrams([offered, known?.offered ?? grams(0)]),
      taken: sumGrams([taken, known?.taken ?? grams(0)]),
    });
  }
  return [...households.values()]
    .filter(({ offered }) => offered > 0)
    .map(({ offered, taken }) => ({ offered, taken: grams(Math.min(offered, taken)) }));
}

function figuresOf(
  households: readonly { readonly offered: Grams; readonly taken: Grams }[],
): Omit<CommuneFairness, 'communeId'> {
  return {
    households: households.length,
    sellers: households.filter(({ taken }) => taken > 0).length,
    offered: sumGrams(households.map(({ offered }) => offered)),
    taken: sumGrams(households.map(({ taken }) => taken)),
    gini: giniOf(households),
  };
}
