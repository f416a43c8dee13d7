import type { Id } from '../../kernel/id.js';
import { uuidFrom } from '../random.js';

/** Names begin with the kind of thing: `lot/2021-07-23/…`. The same name is the same row in every seeding. */
export const idOf = (name: string): Id => uuidFrom('cho-luc-nam/demo', name);

export const padded = (value: number, digits: number): string =>
  String(value).padStart(digits, '0');
