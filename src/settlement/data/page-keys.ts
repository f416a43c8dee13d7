import { isId } from '../../kernel/id.js';
import { badRequest } from '../../platform/graphql/faults.js';
import { readCursor } from '../../platform/graphql/page.js';

/** Newest first, ids breaking ties: what the list of payables is paged by. */
export const keysOf = (row: {
  readonly createdAt: Date;
  readonly id: string;
}): [string, string] => [row.createdAt.toISOString(), row.id];

/**
 * The row a page starts after; nulls for the first page.
 * @throws BAD_REQUEST when the cursor is not one of ours
 */
export function startAfter(after: string | null | undefined): [Date | null, string | null] {
  if (after == null) return [null, null];
  const [at, id] = readCursor(after, 2).map(String);
  const createdAt = new Date(at ?? '');
  if (Number.isNaN(createdAt.getTime()) || !isId(id ?? ''))
    throw badRequest('after: con trỏ không đúng.');
  return [createdAt, id ?? ''];
}
