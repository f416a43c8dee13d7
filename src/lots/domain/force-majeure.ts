import { refuse, type Refusal } from '../../kernel/refusal.js';

/** What became of the word that nobody could help it; CLAIMED until an office has judged. */
export type ForceMajeure = 'CLAIMED' | 'CONFIRMED' | 'REFUSED';

const NOTE_SIGNS = [5, 300] as const;

/** @param note tidied; why the commune confirms or refuses, for the household to read */
export function impossibleDecision(note: string): Refusal<'DECISION_NOTE_IMPLAUSIBLE'> | undefined {
  const [least, most] = NOTE_SIGNS;
  if (note.length < least || note.length > most)
    return refuse('DECISION_NOTE_IMPLAUSIBLE', { least, most }, 'note');
}
