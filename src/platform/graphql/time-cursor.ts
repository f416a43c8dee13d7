import { isId } from '../../kernel/id.js';
import { badRequest } from './faults.js';
import { readCursor } from './page.js';

export interface TimeCursor {
  readonly at: Date;
  readonly id: string;
}

/** @throws BAD_REQUEST when the cursor does not hold an instant and an id */
export function timeCursor(cursor: string): TimeCursor {
  const [at, id] = readCursor(cursor, 2).map(String);
  const instant = new Date(at ?? '');
  if (Number.isNaN(instant.getTime()) || !isId(id ?? ''))
    throw badRequest('after: con trỏ không đúng.');
  return { at: instant, id: id ?? '' };
}
