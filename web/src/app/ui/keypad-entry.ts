import { grams, type Grams } from '../../../../src/kernel/units.js';

/** Units of the trade that a pad offers. In Lục Nam a tạ is 100 kg and a yến is 10 kg. */
const UNIT_GRAMS = { kg: 1_000, yen: 10_000, ta: 100_000, tan: 1_000_000 } as const;

export type Unit = keyof typeof UNIT_GRAMS;

interface Part {
  figures: string;
  unit: Unit;
}

/** A weight as it is being typed: `3 tạ`, then `2` still without its unit. */
export interface Entry {
  parts: readonly Part[];
  figures: string;
}

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | ',' | 'erase' | Unit;

export const EMPTY: Entry = { parts: [], figures: '' };

/** Fifty tonnes: no act of the product carries more in one line, so more is a slip of the finger. */
const HEAVIEST_GRAMS = 50_000_000;
const MOST_FIGURES = 6;

/** The entry after one key. A key that makes no sense where it is pressed changes nothing. */
export function pressed(entry: Entry, key: Key): Entry {
  if (key === 'erase') return erased(entry);
  if (key === ',') return canPoint(entry) ? { ...entry, figures: `${entry.figures},` } : entry;
  if (isUnit(key)) return withUnit(entry, key);
  const figures = entry.figures === '0' ? key : entry.figures + key;
  return isTypable(figures) ? { ...entry, figures } : entry;
}

/** The weight typed so far; figures without a unit are kilograms. Null for nothing, or for too much. */
export function weightOf(entry: Entry): Grams | null {
  const all =
    entry.figures === ''
      ? entry.parts
      : [...entry.parts, { figures: entry.figures, unit: 'kg' as const }];
  if (all.length === 0) return null;
  const sum = all.reduce(
    (total, { figures, unit }) => total + valueOf(figures) * UNIT_GRAMS[unit],
    0,
  );
  return sum <= HEAVIEST_GRAMS ? grams(Math.round(sum)) : null;
}

export const isEmpty = (entry: Entry): boolean => entry.parts.length === 0 && entry.figures === '';

/** An entry that shows a known weight, to be changed: last time's kilograms. */
export const entryOf = (weight: Grams): Entry => ({
  parts: [{ figures: String(weight / 1000).replace('.', ','), unit: 'kg' }],
  figures: '',
});

const isUnit = (key: Key): key is Unit => key in UNIT_GRAMS;

const valueOf = (figures: string): number => Number(figures.replace(',', '.'));

const canPoint = ({ figures }: Entry): boolean => figures !== '' && !figures.includes(',');

/** At most six figures, two of them after the comma. */
const isTypable = (figures: string): boolean =>
  figures.replace(',', '').length <= MOST_FIGURES && !/,\d{3}/.test(figures);

function withUnit(entry: Entry, unit: Unit): Entry {
  const last = entry.parts.at(-1);
  // Pressing another unit straight after one corrects it: "5 tạ" becomes "5 yến".
  if (entry.figures === '') {
    return last ? { ...entry, parts: [...entry.parts.slice(0, -1), { ...last, unit }] } : entry;
  }
  // Units fall, as they are spoken: after "3 yến" no "2 tạ".
  if (last && UNIT_GRAMS[unit] >= UNIT_GRAMS[last.unit]) return entry;
  return {
    parts: [...entry.parts, { figures: entry.figures.replace(/,$/, ''), unit }],
    figures: '',
  };
}

function erased({ parts, figures }: Entry): Entry {
  if (figures !== '') return { parts, figures: figures.slice(0, -1) };
  return { parts: parts.slice(0, -1), figures: parts.at(-1)?.figures ?? '' };
}
