import type { NotDone as Said } from '../api/use-deed.js';
import { Icon } from './icon.js';

/** Why the last deed was not done, and the one next step; heard as soon as it appears. `cell`: id of the input to mend. */
export function NotDone({ why, cell }: { why: Said | null; cell?: string }) {
  return (
    <div role="alert">
      {why && (
        <p class="wrong">
          <Icon name="warning" />
          <span>
            <b>{cell ? <a href={`#${cell}`}>{why.message}</a> : why.message}</b> {why.nextStep}
          </span>
        </p>
      )}
    </div>
  );
}
