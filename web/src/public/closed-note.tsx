import { fmt } from '../app/words/words.js';
import type { ClosureProps } from './props.js';
import { words } from './words.js';

/** Why goods cannot be fetched, until when and by which decision. */
export function ClosedNote({ closure, now }: { closure: ClosureProps; now: Date }) {
  const { kind, communeName, source, until } = closure;
  const end = until === null ? null : fmt().moment(new Date(until), now);
  return (
    <p class="soon" role="note">
      {kind === 'ZONE'
        ? words().closed(communeName, source, end)
        : words().closedHours(source, end)}
    </p>
  );
}
