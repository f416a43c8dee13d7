import { daysBetween, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';

/** Days on which a household sells nothing, both included. */
export interface PauseDays {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export type PauseRefusal = 'PAUSE_DAYS_WRONG' | 'PAUSE_DAYS_OVER';

/** A season's rest, a death in the house, a visit to the city: none of it lasts longer. */
const MOST_DAYS = 92;

/** The last day must not be over, and come within three months of the first. */
export function checkPause(
  { firstDay, lastDay }: PauseDays,
  today: Day,
): Refusal<PauseRefusal> | undefined {
  const length = daysBetween(firstDay, lastDay);
  if (length < 0 || length >= MOST_DAYS)
    return refuse('PAUSE_DAYS_WRONG', { mostDays: MOST_DAYS }, 'lastDay');
  return lastDay < today ? refuse('PAUSE_DAYS_OVER', {}, 'lastDay') : undefined;
}
