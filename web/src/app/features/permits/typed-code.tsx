import { useState } from 'preact/hooks';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import type { Trust } from '../../../../../src/permits/domain/check-permit.js';
import { readShortCode } from '../../../../../src/permits/domain/short-code.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { toFirstWrong } from '../../ui/point-out.js';
import { say } from './checkpoint-words.js';
import { checkCode, type PostCheck } from './post-check.js';

interface TypedCodeProps {
  trust: Trust;
  /** Told when the whole text of a QR code was pasted. */
  onText: (text: string) => void;
  onCheck: (check: PostCheck) => void;
}

/** For a cracked screen or a phone without camera: the ten characters, or the text of the code. */
export function TypedCode({ trust, onText, onCheck }: TypedCodeProps) {
  const words = say();
  const [typed, setTyped] = useState('');
  const [last4, setLast4] = useState('');
  const [wrong, setWrong] = useState<{ code?: string; last4?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const mend = (what: typeof wrong): void => {
    setWrong(what);
    toFirstWrong();
  };
  const check = async (): Promise<void> => {
    const text = typed.trim();
    if (/^LN\d+:/.test(text)) return onText(text);
    const code = readShortCode(text);
    if (isRefusal(code)) return mend({ code: words.badCode });
    if (!/^\d{4}$/.test(last4.trim())) return mend({ last4: words.needLast4 });
    setWrong({});
    setBusy(true);
    const checked = await checkCode(code, last4.trim(), trust);
    setBusy(false);
    onCheck(checked);
  };
  return (
    <form class="stack tight">
      <TextField
        id="typed-code"
        label={words.typed}
        autocomplete="off"
        value={typed}
        onChange={setTyped}
        {...(wrong.code !== undefined && { error: wrong.code })}
      />
      <TextField
        id="plate-last4"
        label={words.last4}
        inputMode="numeric"
        autocomplete="off"
        maxLength={4}
        value={last4}
        onChange={setLast4}
        {...(wrong.last4 !== undefined && { error: wrong.last4 })}
      />
      <Button type="submit" icon="search" isWide isDisabled={isBusy} onPress={() => void check()}>
        {words.check}
      </Button>
    </form>
  );
}
