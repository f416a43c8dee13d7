import { refuse, type Refusal } from '../../kernel/refusal.js';

/** What somebody of the staff says before she is shown another's number or papers. */
const STATED_PURPOSES = ['HELP_CALL', 'PAPERS', 'DISPUTE', 'COUNTER', 'URGENT'] as const;
export type StatedPurpose = (typeof STATED_PURPOSES)[number];

/**
 * Why a number was shown. Sides of a deal, whom a household trusts and who judges a permit she asked for are not asked: the
 * deal, her word, her application is the reason.
 */
export type LookPurpose = StatedPurpose | 'TRADE' | 'OFFER_CALL' | 'PERMIT';

/** Enough for the number of an order, a ticket or a letter. */
const LONGEST_CASE = 40;

/** The paper it is about, as the person reads it; null when none was named. */
export function checkCase(said: string | null): string | null | Refusal<'CASE_TOO_LONG'> {
  const text = said?.normalize('NFC').trim() ?? '';
  if (text.length > LONGEST_CASE) return refuse('CASE_TOO_LONG', { most: LONGEST_CASE }, 'caseRef');
  return text === '' ? null : text;
}
