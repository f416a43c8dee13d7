import { refuse, type Refusal } from '../../kernel/refusal.js';

/** What came of calling somebody who asked for help. */
export type HelpOutcome = 'TALKED' | 'NO_ANSWER' | 'WRONG_NUMBER';

export const endsHelp = (outcome: HelpOutcome): boolean => outcome !== 'NO_ANSWER';

export interface HelpWords {
  readonly screen: string | null;
  readonly note: string | null;
}

const LONGEST_NOTE = 300;

/** The sign of a screen as people read it out, `a3` or ` A3`, and one sentence. */
export function checkHelp(
  typed: HelpWords,
): HelpWords | Refusal<'HELP_SCREEN_WRONG' | 'HELP_NOTE_TOO_LONG'> {
  const screen = typed.screen?.trim().toUpperCase() || null;
  const note = typed.note?.normalize('NFC').trim() || null;
  if (screen !== null && !/^[A-Z]\d{1,3}$/.test(screen))
    return refuse('HELP_SCREEN_WRONG', {}, 'screen');
  if (note !== null && note.length > LONGEST_NOTE)
    return refuse('HELP_NOTE_TOO_LONG', { most: LONGEST_NOTE }, 'note');
  return { screen, note };
}
