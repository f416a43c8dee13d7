import type { Waiting } from '../../offline/queue.js';
import { StatusChip } from '../../ui/chips.js';

/** Acts of this phone the server has not agreed to: on their way, or refused and why. */
export function UnsettledActs({ acts }: { acts: readonly Waiting[] }) {
  return (
    <>
      {acts
        .filter(({ state }) => state !== 'sent')
        .map(({ id, title, state, refusal }) => (
          <a key={id} class="card link" href="/app/cho-gui">
            <span class="card-head">
              <b>{title}</b>
              <StatusChip status={state === 'refused' ? 'REFUSED' : 'UNSENT'} />
            </span>
            {refusal && (
              <span>
                <b>{refusal.message}</b> {refusal.nextStep}
              </span>
            )}
          </a>
        ))}
    </>
  );
}
