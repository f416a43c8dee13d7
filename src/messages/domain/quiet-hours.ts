import { dayOf, instant, plusDays } from '../../kernel/day.js';

export type ClockTime = `${number}:${number}`;

/** Growers pick from three in the morning; before that nobody is woken. */
export const QUIET: QuietHours = { from: '21:00', to: '03:00' };

export interface QuietHours {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

export const isClockTime = (text: string): text is ClockTime =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** When the quiet hours that hold at this moment end; undefined when none hold. Equal times mean no quiet hours. */
export function quietUntil(at: Date, { from, to }: QuietHours): Date | undefined {
  const today = dayOf(at);
  const starts = instant(today, from);
  const ends = instant(today, to);
  if (from === to) return undefined;
  if (from < to) return at >= starts && at < ends ? ends : undefined;
  if (at < ends) return ends;
  return at >= starts ? instant(plusDays(today, 1), to) : undefined;
}
