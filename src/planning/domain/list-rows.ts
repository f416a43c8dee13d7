import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import {
  parseCounted,
  type ContainerWeights,
  type SaidWeight,
} from '../../kernel/spoken/containers.js';
import { weightInWords } from '../../kernel/spoken/weight.js';
import { kilograms, type Grams } from '../../kernel/units.js';

/** One row of a clerk's sheet as it was typed. */
export interface ListRow {
  /** Number of the row in the sheet, as the clerk sees it. */
  readonly line: number;
  readonly householdId: string;
  readonly name: string;
  readonly hamlet: string;
  /** A number is kilograms; a text is read as people say it. */
  readonly weight: string | number;
}

export interface ListedHousehold {
  readonly id: string;
  readonly name: string;
  readonly hamlet: string | null;
}

/** What a row would write, or why it cannot. */
export interface ReadRow {
  readonly line: number;
  readonly name: string;
  readonly typed: string;
  readonly householdId: string | null;
  readonly grams: Grams | null;
  /** Said back in kilograms and in words. */
  readonly echo: string | null;
  readonly refusal: Refusal | null;
}

/**
 * Rows with a weight, each matched to a household of the list; those left blank say nothing and are left out.
 * @param containers what each household's own baskets and crates hold; one that is not known is refused, never guessed
 */
export function readList(
  rows: readonly ListRow[],
  households: readonly ListedHousehold[],
  containers: ReadonlyMap<string, ContainerWeights> = new Map(),
): ReadRow[] {
  const seen = new Set<string>();
  return rows
    .filter(({ weight }) => String(weight).trim() !== '')
    .map((row): ReadRow => {
      const typed = String(row.weight).trim();
      const found = householdOf(row, households);
      const own = isRefusal(found) ? undefined : containers.get(found.id);
      const weight = weightOf(row.weight, own ?? {});
      const isTwice = !isRefusal(found) && seen.has(found.id);
      if (!isRefusal(found)) seen.add(found.id);
      const refusal = isRefusal(found)
        ? found
        : isTwice
          ? refuse('BULK_ROW_TWICE')
          : isRefusal(weight)
            ? weight
            : null;
      return {
        line: row.line,
        name: isRefusal(found) ? row.name : found.name,
        typed,
        householdId: isRefusal(found) ? null : found.id,
        grams: isRefusal(weight) ? null : weight.grams,
        echo: isRefusal(weight) ? null : weight.echo,
        refusal,
      };
    });
}

function householdOf(
  { householdId, name, hamlet }: ListRow,
  households: readonly ListedHousehold[],
): ListedHousehold | Refusal<'LIST_HOUSEHOLD_UNKNOWN' | 'LIST_NAME_AMBIGUOUS'> {
  if (householdId !== '') {
    const own = households.find(({ id }) => id === householdId.toLowerCase());
    return own ?? refuse('LIST_HOUSEHOLD_UNKNOWN', { name });
  }
  const named = households.filter(
    (one) =>
      folded(one.name) === folded(name) &&
      (hamlet.trim() === '' || folded(one.hamlet ?? '') === folded(hamlet)),
  );
  const [only] = named;
  if (named.length > 1) return refuse('LIST_NAME_AMBIGUOUS', { name, households: named.length });
  return only ?? refuse('LIST_HOUSEHOLD_UNKNOWN', { name });
}

function weightOf(weight: string | number, containers: ContainerWeights): SaidWeight | Refusal {
  if (typeof weight === 'string') return parseCounted(weight, containers);
  const isKilograms = Number.isFinite(weight) && weight >= 0 && weight < 1e9;
  return isKilograms
    ? { grams: kilograms(weight), echo: weightInWords(kilograms(weight)) }
    : refuse('WEIGHT_UNREADABLE', { text: String(weight), why: 'WORD', word: String(weight) });
}

const folded = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
