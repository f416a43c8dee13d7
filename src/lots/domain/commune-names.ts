export interface NamedCommune {
  readonly id: string;
  readonly name: string;
  /** The commune that answers for its ground since a reform; null while it stands. */
  readonly successorId: string | null;
}

/** How well typed words fit: 0 with the same marks, 1 the same letters, 2 the beginning of the name. */
export interface CommuneHit {
  readonly id: string;
  readonly rank: number;
}

/** Communes that typed words name, with those that became part of them. */
export function findCommunes(typed: string, communes: readonly NamedCommune[]): CommuneHit[] {
  const best = new Map<string, number>();
  const keep = (id: string, rank: number) => best.set(id, Math.min(rank, best.get(id) ?? rank));
  for (const { id, name } of communes) {
    const rank = rankOf(typed, name);
    if (rank === undefined) continue;
    for (const unit of communes) if (unit.id === id || unit.successorId === id) keep(unit.id, rank);
  }
  return [...best].map(([id, rank]) => ({ id, rank }));
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

function rankOf(typed: string, name: string): number | undefined {
  if (marked(typed) === marked(name)) return 0;
  if (bare(typed) === bare(name)) return 1;
  return bare(typed).length > 2 && bare(name).startsWith(bare(typed)) ? 2 : undefined;
}

const marked = (words: string): string =>
  words.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
const bare = (words: string): string =>
  marked(words).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
