/** A sorted copy. Telephones that stopped at Safari 15 have no `toSorted`. */
export const sorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): T[] =>
  // oxlint-disable-next-line unicorn/no-array-sort
  [...list].sort(compare);
