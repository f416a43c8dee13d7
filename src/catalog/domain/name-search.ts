/** A name people may type for a crop or variety, with the codes it stands for. */
export interface NamedCrop {
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly names: readonly string[];
}

/** How well typed words fit a name: 0 exact marks, 1 same letters without marks, 2 begins with them, 3 contains a word that does. */
export interface NameHit {
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly rank: 0 | 1 | 2 | 3;
}

/** Lower case, no marks, đ→d: what "dua" and "dưa" and "dừa" have in common. */
export const fold = (words: string): string =>
  marked(words).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');

/**
 * Crops that typed words may mean, exact marks first: "dưa" finds dưa lê before dừa, "dua" finds all of them,
 * "na" finds na although it is shorter than any trigram.
 */
export function findNames(typed: string, named: readonly NamedCrop[]): NameHit[] {
  const exact = marked(typed);
  const folded = fold(typed);
  if (folded === '') return [];
  const hits = named.flatMap((crop): NameHit[] => {
    const ranks = crop.names
      .map((name) => rankOf(name, exact, folded))
      .filter((rank) => rank !== null);
    const [best] = ranks.toSorted((a, b) => a - b);
    const { cropCode, varietyCode } = crop;
    return best === undefined ? [] : [{ cropCode, varietyCode, rank: best }];
  });
  return hits.toSorted((a, b) => a.rank - b.rank || keyOf(a).localeCompare(keyOf(b)));
}

function rankOf(name: string, exact: string, folded: string): NameHit['rank'] | null {
  const nameMarked = marked(name);
  const nameFolded = fold(name);
  const hasMarks = exact !== folded;
  const marksAgree = !hasMarks || startsWord(nameMarked, exact);
  if (nameMarked === exact || (hasMarks && startsWord(nameMarked, exact))) return 0;
  if (nameFolded === folded) return 1;
  if (nameFolded.startsWith(`${folded} `)) return marksAgree ? 1 : 2;
  if (nameFolded.startsWith(folded) && folded.length > 2) return 2;
  return folded.length > 2 && nameFolded.includes(` ${folded}`) ? 3 : null;
}

const startsWord = (name: string, typed: string): boolean =>
  name === typed || name.startsWith(`${typed} `);
const marked = (words: string): string =>
  words.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
const keyOf = (hit: NameHit): string => `${hit.cropCode}/${hit.varietyCode ?? ''}`;
