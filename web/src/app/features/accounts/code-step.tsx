import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { normalisePhone } from '../../../../../src/accounts/domain/phone.js';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import type { NotDone as Said } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { useNow } from '../../ui/count-down.js';
import { Field } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { leftText, phoneText } from '../../words/format.js';
import { say } from './words.js';

const DIGITS = 6;
/** The operator needs some seconds; asking again sooner only brings two messages. */
const REST_MS = 60_000;

/** `0912 345 678` however it was typed. */
function shown(typed: string): string {
  const phone = normalisePhone(typed);
  return isRefusal(phone) ? typed : phoneText(phone);
}

interface CodeStepProps {
  phone: string;
  sentAt: number;
  minutes: number;
  isBusy: boolean;
  notDone: Said | null;
  onCode: (code: string) => void;
  onAgain: () => void;
  onOtherPhone: () => void;
}

export function CodeStep({
  phone,
  sentAt,
  minutes,
  isBusy,
  notDone,
  onCode,
  onAgain,
  onOtherPhone,
}: CodeStepProps) {
  const words = say();
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const rest = sentAt + REST_MS - useNow(1000);
  useLayoutEffect(() => input.current?.focus(), [notDone]);

  // Pasted from the message with its spaces, or filled in by the phone: six digits are enough to go on.
  const change = (typed: string): void => {
    const digits = typed.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    if (digits.length === DIGITS && digits !== code) onCode(digits);
  };
  return (
    <form class="stack loose" onSubmit={(event) => event.preventDefault()}>
      <NotDone why={saidElsewhere(notDone, 'code')} />
      <Field
        id="code"
        label={words.code}
        hint={`${words.codeHint(shown(phone))}. ${words.codeLife(minutes)}`}
        error={saidAt(notDone, 'code')}
      >
        {(tied) => (
          <input
            ref={input}
            class="input one-code num"
            {...tied}
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            pattern="\d{6}"
            value={code}
            onInput={({ currentTarget }) => change(currentTarget.value)}
          />
        )}
      </Field>
      <Button
        look="main"
        isWide
        type="submit"
        isDisabled={isBusy || code.length < DIGITS}
        onPress={() => onCode(code)}
      >
        {isBusy ? words.checking : words.enter}
      </Button>
      <Button isWide isDisabled={isBusy || rest > 0} onPress={onAgain}>
        {rest > 0 ? words.againIn(leftText(rest)) : words.again}
      </Button>
      <Button look="quiet" isWide onPress={onOtherPhone}>
        {words.otherPhone}
      </Button>
    </form>
  );
}
