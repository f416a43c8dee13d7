export interface NamedCommune {
  readonly id: string;
  readonly name: string;
  /** The commune that answers for its ground since a reform; null while it stands. */
  readonly successorId: string | null;
}

/** Communes whose names typed words fit best: with the same marks, else the same letters, else how a name begins. */
export function findCommunes(typed: string, communes: readonly NamedCommune[]): string[] {
  const ranked = communes.map(({ id, name }) => ({ id, rank: rankOf(typed, name) }));
  const best = Math.min(...ranked.map(({ rank }) => rank));
  if (best === Infinity) return [];
  return ranked.filter(({ rank }) => rank === best).map(({ id }) => id);
}

/** Chosen communes with those that became part of them. */
export const withPredecessors = (
  ids: readonly string[],
  communes: readonly NamedCommune[],
): string[] => [
  ...new Set([
    ...ids,
    ...communes
      .filter(({ successorId }) => successorId !== null && ids.includes(successorId))
      .map(({ id }) => id),
  ]),
];

function rankOf(typed: string, name: string): number {
  if (marked(typed) === marked(name)) return 0;
  if (bare(typed) === bare(name)) return 1;
  return bare(typed).length > 2 && bare(name).startsWith(bare(typed)) ? 2 : Infinity;
}

const marked = (words: string): string =>
  words.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
const bare = (words: string): string =>
  marked(words).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
