/** `ORDER BY` term for a text in the Vietnamese alphabet: ă after a, đ after d; the database's own order is that of bytes. */
export const inAlphabet = (column: string): string => `(${column} collate "vi-x-icu")`;

/** `ORDER BY` terms for names of people and households: by the given name, which comes last, then by the whole. */
export const byGivenName = (column: string): string =>
  `${inAlphabet(`substring(${column} from '\\S+$')`)}, ${inAlphabet(column)}`;
