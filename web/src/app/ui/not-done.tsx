import type { NotDone as Said } from '../api/use-deed.js';
import { Icon } from './icon.js';

/** Why the last deed was not done, and the one next step; heard as soon as it appears. */
export function NotDone({ why }: { why: Said | null }) {
  return (
    <div role="alert">
      {why && (
        <p class="wrong">
          <Icon name="warning" />
          <span>
            <b>{why.message}</b> {why.nextStep}
          </span>
        </p>
      )}
    </div>
  );
}
