import { useEffect, useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Switch } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { pushState, subscribe, unsubscribe, type PushState } from './push-on-phone.js';
import { SubscribePush, UnsubscribePush } from './settings-documents.js';
import { say } from './settings-words.js';

/** Notifications on this very phone: on, off, or why they cannot be. */
export function PushOnPhone({ pushKey }: { pushKey: string }) {
  const words = say();
  const deed = useDeed();
  const [state, setState] = useState<PushState | null>(null);
  const look = (): Promise<void> => pushState().then(setState);
  useEffect(() => void look(), []);

  const turn = async (isOn: boolean): Promise<void> => {
    if (isOn) {
      const address = await subscribe(pushKey);
      const answer = address && (await deed.run(SubscribePush, address));
      if (address && !answer) await unsubscribe();
    } else {
      const endpoint = await unsubscribe();
      if (endpoint) await deed.run(UnsubscribePush, { endpoint });
    }
    await look();
  };

  if (state === null) return null;
  if (state === 'impossible' || state === 'forbidden')
    return (
      <p class="notice earth">
        {state === 'forbidden' ? words.pushForbidden : words.pushImpossible}
      </p>
    );
  return (
    <>
      <Switch
        label={words.push}
        note={words.pushNote}
        isOn={state === 'on'}
        onChange={(isOn) => void turn(isOn)}
      />
      <NotDone why={deed.notDone} />
    </>
  );
}
