import { useState } from 'preact/hooks';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { clockText } from '../../words/format.js';
import { AskForGrant, RecordGrant, type AtCounter } from './counter-documents.js';
import { say } from './counter-words.js';

interface AskProps {
  householdId: string;
  power: AtCounter['grants'][number]['power'];
  onRecorded: () => void;
}

/** A code goes to the household's number; whoever reads it across the counter agrees. */
export function AskByCode({
  householdId,
  power,
  onAsked,
  onRecorded,
}: AskProps & { onAsked: () => void }) {
  const words = say();
  const asking = useDeed();
  const recording = useDeed();
  const [until, setUntil] = useState<Date | null>(null);
  const [code, setCode] = useState('');
  const ask = async (): Promise<void> => {
    const asked = await asking.run(AskForGrant, { householdId, power });
    if (!asked) return;
    setUntil(new Date(asked.expiresAt));
    setCode('');
    onAsked();
  };
  const record = async (): Promise<void> => {
    if (await recording.run(RecordGrant, { householdId, power, code, paperId: null })) onRecorded();
  };
  if (!until) {
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
  }
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p role="status">{words.codeSent(clockText(until))}</p>
      <TextField
        id="grant-code"
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
        look="main"
        isWide
        type="submit"
        isDisabled={recording.isBusy || !isOnline.value || code.replace(/\D/g, '').length !== 6}
        onPress={() => void record()}
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
