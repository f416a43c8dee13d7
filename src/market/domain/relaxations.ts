import { plusDays, type Day } from '../../kernel/day.js';

/** The parts of a search that can be given up. */
export interface Narrowing {
  readonly day?: Day | null;
  readonly gradeCode?: string | null;
  readonly communeIds?: readonly string[] | null;
  readonly minGrams?: number | null;
  readonly maxVndPerKg?: number | null;
}

export type RelaxationKind =
  'OTHER_DAY' | 'OTHER_GRADE' | 'NEIGHBOUR_COMMUNE' | 'LESS_WEIGHT' | 'HIGHER_PRICE';

/** One part of a search, loosened: everything else stays. */
export interface Relaxation {
  readonly kind: RelaxationKind;
  readonly change: Narrowing;
}

interface Surroundings {
  /** Grade codes of the crop, best first. */
  readonly grades: readonly string[];
  /** Communes around the chosen ones, nearest first, the chosen ones left out. */
  readonly neighbours: readonly string[];
}

const DAYS = [1, -1, 2, 3] as const;
const MOST_NEIGHBOURS = 4;

/** What comes nearest to a search that found nothing (SM-06), the smallest change first. */
export function relaxations(
  search: Narrowing,
  { grades, neighbours }: Surroundings,
  today: Day,
): Relaxation[] {
  const { day, gradeCode, communeIds, minGrams, maxVndPerKg } = search;
  const found: Relaxation[] = [];
  if (day) {
    for (const days of DAYS) {
      const other = plusDays(day, days);
      if (other >= today) found.push({ kind: 'OTHER_DAY', change: { day: other } });
    }
  }
  if (gradeCode) {
    const at = grades.indexOf(gradeCode);
    const beside = at < 0 ? [] : [grades[at + 1], grades[at - 1]];
    for (const code of beside)
      if (code !== undefined) found.push({ kind: 'OTHER_GRADE', change: { gradeCode: code } });
  }
  if (communeIds?.length && neighbours.length > 0) {
    const near = neighbours.slice(0, MOST_NEIGHBOURS);
    found.push({ kind: 'NEIGHBOUR_COMMUNE', change: { communeIds: near } });
  }
  if (minGrams) found.push({ kind: 'LESS_WEIGHT', change: { minGrams: null } });
  if (maxVndPerKg) found.push({ kind: 'HIGHER_PRICE', change: { maxVndPerKg: null } });
  return found;
}
