import { daysBetween, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';

export type FieldEventKind =
  'HAIL' | 'STORM' | 'FLOOD' | 'DROUGHT' | 'HEAT' | 'COLD' | 'PEST' | 'DISEASE';

/** An event is told while it is news, and speaks for a season at most. */
const OLDEST_DAYS = 30;
const LONGEST_DAYS = 90;

export type FieldEventRefusal = 'EVENT_DAYS_WRONG' | 'EVENT_LOSS_WRONG';

export function checkEvent(
  event: { readonly firstDay: Day; readonly lastDay: Day; readonly lossBp: number },
  today: Day,
): Refusal<FieldEventRefusal> | undefined {
  const { firstDay, lastDay, lossBp } = event;
  const isOld = daysBetween(firstDay, today) > OLDEST_DAYS;
  const length = daysBetween(firstDay, lastDay);
  if (isOld || firstDay > today || length < 0 || length > LONGEST_DAYS)
    return refuse('EVENT_DAYS_WRONG', { oldest: OLDEST_DAYS, longest: LONGEST_DAYS }, 'firstDay');
  if (!Number.isInteger(lossBp) || lossBp < 0 || lossBp > 10_000)
    return refuse('EVENT_LOSS_WRONG', {}, 'lossBp');
  return undefined;
}
