import { refuse, type Refusal } from '../../kernel/refusal.js';

const LONGEST_REFERENCE = 80;

/** The bank's number of a transfer as people type it; null when there is none. */
export function readReference(
  text: string | null | undefined,
): string | null | Refusal<'REFERENCE_TOO_LONG'> {
  const reference = text?.trim() || null;
  if (reference !== null && reference.length > LONGEST_REFERENCE)
    return refuse('REFERENCE_TOO_LONG', { most: LONGEST_REFERENCE }, 'reference');
  return reference;
}
