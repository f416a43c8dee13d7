import { isId } from '../../kernel/id.js';
import { badRequest } from './faults.js';
import { readCursor } from './page.js';

export interface TimeCursor {
  readonly at: Date;
  readonly id: string;
}

/** Newest first, ids breaking ties: what lists of things with a time are paged by. */
export const timeKeys = (row: {
  readonly createdAt: Date;
  readonly id: string;
}): [string, string] => [row.createdAt.toISOString(), row.id];

/** @throws BAD_REQUEST when the cursor does not hold an instant and an id */
export function timeCursor(cursor: string): TimeCursor {
  const [at, id] = readCursor(cursor, 2).map(String);
  const instant = new Date(at ?? '');
  if (Number.isNaN(instant.getTime()) || !isId(id ?? ''))
    throw badRequest('after: con trỏ không đúng.');
  return { at: instant, id: id ?? '' };
}

export interface NameCursor {
  readonly name: string;
  readonly id: string;
}

/** @throws BAD_REQUEST when the cursor does not hold a name the database can hold and an id */
export function nameCursor(cursor: string): NameCursor {
  const [name = '', id = ''] = readCursor(cursor, 2).map(String);
  if (name.includes('\0') || !isId(id)) throw badRequest('after: con trỏ không đúng.');
  return { name, id };
}

/**
 * The row a page starts after, as two parameters of a statement; nulls for the first page.
 * @throws BAD_REQUEST when the cursor is not one of ours
 */
export function startAfter(after: string | null | undefined): [Date | null, string | null] {
  if (after == null) return [null, null];
  const { at, id } = timeCursor(after);
  return [at, id];
}
