import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed, type Deed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { clockText } from '../../words/format.js';

interface SpokenCodeProps {
  /** Id of the field. */
  id: string;
  /** Of the button that records what the code stands for. */
  look: 'main' | 'stop';
  words: {
    byCode: string;
    byCodeNote: string;
    codeSent: (until: string) => string;
    code: string;
    codeHint: string;
    record: string;
    again: string;
  };
  /** Has a code sent to the household's number; undefined when it was not. */
  onAsk: (asking: Deed) => Promise<{ expiresAt: string } | undefined>;
  onCode: (recording: Deed, code: string) => Promise<void>;
}

/** A code goes to the household's number; whoever reads it across the counter agrees. */
export function SpokenCode({ id, look, words, onAsk, onCode }: SpokenCodeProps) {
  const asking = useDeed();
  const recording = useDeed();
  const [until, setUntil] = useState<Date | null>(null);
  const [code, setCode] = useState('');
  const ask = async (): Promise<void> => {
    const asked = await onAsk(asking);
    if (!asked) return;
    setUntil(new Date(asked.expiresAt));
    setCode('');
  };
  if (!until)
    return (
      <>
        <NotDone why={asking.notDone} />
        <Button
          look="main"
          isWide
          icon="send"
          isDisabled={asking.isBusy || !isOnline.value}
          onPress={() => void ask()}
        >
          {words.byCode}
        </Button>
        <p class="earth">{words.byCodeNote}</p>
      </>
    );
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p role="status">{words.codeSent(clockText(until))}</p>
      <TextField
        id={id}
        label={words.code}
        hint={words.codeHint}
        error={saidAt(recording.notDone, 'code')}
        inputMode="numeric"
        autocomplete="off"
        pattern="\s*(\d\s*){6}"
        maxLength={12}
        value={code}
        onChange={setCode}
      />
      <NotDone why={saidElsewhere(recording.notDone, 'code')} />
      <Button
        look={look}
        isWide
        type="submit"
        isDisabled={recording.isBusy || !isOnline.value || code.replace(/\D/g, '').length !== 6}
        onPress={() => void onCode(recording, code)}
      >
        {words.record}
      </Button>
      <NotDone why={asking.notDone} />
      <Button look="quiet" isWide isDisabled={asking.isBusy} onPress={() => void ask()}>
        {words.again}
      </Button>
    </form>
  );
}
