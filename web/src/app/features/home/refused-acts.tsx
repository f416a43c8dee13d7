import { queue } from '../../offline/phone.js';
import { Icon } from '../../ui/icon.js';
import { fmt } from '../../words/words.js';
import { say } from './words.js';

/** Acts the server said no to, long after they were written: the person must hear of it where she begins. */
export function RefusedActs() {
  const refused = queue.value.filter(({ state }) => state === 'refused');
  const [first] = refused;
  if (!first) return null;
  const words = say();
  return (
    <a class="card link tone-red notice" href="/app/cho-gui">
      <span class="row beside">
        <Icon name="warning" />
        <b>{words.refused(fmt().number(refused.length))}</b>
      </span>
      <span>
        {first.title}: {first.refusal?.message}
      </span>
      <span class="earth">{words.refusedNote}</span>
    </a>
  );
}
