import { refuse, type Refusal } from '../../kernel/refusal.js';

/** Hours the side at fault has to say its word. */
const REPLY_HOURS = 48;
const NOTE_SIGNS = [5, 500] as const;
const HOUR_MS = 3_600_000;

export const replyUntil = (endedAt: Date): Date =>
  new Date(endedAt.getTime() + REPLY_HOURS * HOUR_MS);

/** @param field where the sentence was asked for */
export function impossibleNote(
  note: string,
  isNeeded: boolean,
  field: string,
): Refusal<'ENDING_NOTE_IMPLAUSIBLE'> | undefined {
  const [least, most] = NOTE_SIGNS;
  const isMissing = isNeeded && note.length < least;
  if (isMissing || note.length > most)
    return refuse('ENDING_NOTE_IMPLAUSIBLE', { least, most }, field);
}
