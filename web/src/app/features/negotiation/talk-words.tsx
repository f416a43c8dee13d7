import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { fmt } from '../../words/words.js';
import { SaySomething } from './documents.js';
import type { Talk } from './offer-slip.js';
import { say } from './words.js';

interface TalkWordsProps {
  talk: Talk;
  onSaid: () => void;
}

/** What was said beside the offers. It binds nobody and is kept. */
export function TalkWords({ talk, onSaid }: TalkWordsProps) {
  const words = say();
  const deed = useDeed();
  const [text, setText] = useState('');

  const send = async (): Promise<void> => {
    if (!(await deed.run(SaySomething, { negotiationId: talk.id, text }))) return;
    setText('');
    onSaid();
  };

  return (
    <section class="stack tight">
      <h2>{words.words}</h2>
      {talk.words.length === 0 && <p class="earth">{words.noWords}</p>}
      {talk.words.map(({ id, side, text: said, createdAt }) => (
        <p key={id}>
          <b>{side === talk.mySide ? words.me : words.sides[side]}</b>{' '}
          <span class="earth">{fmt().moment(new Date(createdAt), new Date())}</span>
          <br />
          {said}
        </p>
      ))}
      <TextField
        id="words"
        label={words.write}
        maxLength={500}
        value={text}
        error={deed.notDone ? `${deed.notDone.message} ${deed.notDone.nextStep}` : undefined}
        onChange={setText}
      />
      <Button
        icon="send"
        isWide
        isDisabled={text.trim() === '' || deed.isBusy}
        onPress={() => void send()}
      >
        {words.send}
      </Button>
    </section>
  );
}
