import { useLocation } from 'preact-iso/router';
import { dayOf, isDay, plusDays, type Day } from '../../../../../src/kernel/day.js';
import { LinkButton } from '../../ui/button.js';
import { fmt } from '../../words/words.js';
import { say } from './words.js';

/** The day of the address, today when it names none. */
export function dayIn(query: Record<string, string>): Day {
  const asked = query['ngay'] ?? '';
  return isDay(asked) ? asked : dayOf(new Date());
}

/** A day, the one before and the one after, and any other by its date. */
export function DayPicker({ day, path }: { day: Day; path: string }) {
  const words = say();
  const { route } = useLocation();
  const to = (other: Day): string => `${path}?ngay=${other}`;
  return (
    <div class="row wrap">
      <LinkButton href={to(plusDays(day, -1))} icon="back">
        {words.before}
      </LinkButton>
      <label class="row">
        <span class="sr">{words.day}</span>
        <input
          class="input"
          type="date"
          value={day}
          onChange={({ currentTarget: { value } }) => {
            if (isDay(value)) route(to(value));
          }}
        />
      </label>
      <LinkButton href={to(plusDays(day, 1))}>{words.after}</LinkButton>
      <b>{fmt().nearDay(day, dayOf(new Date()))}</b>
    </div>
  );
}
