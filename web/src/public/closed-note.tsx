import { fmt } from '../app/words/words.js';
import type { ClosureProps } from './props.js';
import { words } from './words.js';

/** Why goods of a commune cannot be fetched, until when and by which decision. */
export function ClosedNote({ closure, now }: { closure: ClosureProps; now: Date }) {
  const { communeName, source, until } = closure;
  const end = until === null ? null : fmt().moment(new Date(until), now);
  return (
    <p class="soon" role="note">
      {words().closed(communeName, source, end)}
    </p>
  );
}
