import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { fmt } from '../../words/words.js';
import { ForgetMe, KeepMe, type OwnData } from './documents.js';
import { say } from './words.js';

interface ForgettingProps {
  erasure: ResultOf<typeof OwnData>['myErasure'];
  onChanged: () => void;
}

/** Asking to be forgotten, and taking it back while the day lasts. */
export function Forgetting({ erasure, onChanged }: ForgettingProps) {
  const words = say();
  const deed = useDeed();
  const [isAsked, setAsked] = useState(false);
  const ask = async (): Promise<void> => {
    setAsked(false);
    if (await deed.run(ForgetMe, { personId: null })) onChanged();
  };
  const keep = async (): Promise<void> => {
    if (await deed.run(KeepMe, { personId: null })) onChanged();
  };
  return (
    <section class="stack tight">
      <h2>{words.forget}</h2>
      <p class="earth">{words.forgetNote}</p>
      <NotDone why={deed.notDone} />
      {erasure ? (
        <>
          <p class="stale">
            {words.waits(fmt().moment(new Date(erasure.effectiveAt), new Date()))}
          </p>
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void keep()}>
            {words.cancel}
          </Button>
        </>
      ) : (
        <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => setAsked(true)}>
          {words.forget}
        </Button>
      )}
      <ConfirmSheet
        title={words.forgetAsk}
        note={words.forgetAskNote}
        yes={words.forgetYes}
        no={words.stay}
        isOpen={isAsked}
        onNo={() => setAsked(false)}
        onYes={() => void ask()}
      />
    </section>
  );
}
