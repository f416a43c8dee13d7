import { timeCursor } from '../../platform/graphql/time-cursor.js';

/** Newest first, ids breaking ties: what both lists of this feature are paged by. */
export const keysOf = (row: {
  readonly createdAt: Date;
  readonly id: string;
}): [string, string] => [row.createdAt.toISOString(), row.id];

/**
 * The row a page starts after; nulls for the first page.
 * @throws BAD_REQUEST when the cursor is not one of ours
 */
export function startAfter(after: string | null | undefined): [Date | null, string | null] {
  if (after === undefined || after === null) return [null, null];
  const { at, id } = timeCursor(after);
  return [at, id];
}
