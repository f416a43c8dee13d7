import { useState } from 'preact/hooks';
import type { NotDone as Said } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { phoneText } from '../../words/format.js';
import { attempt } from './attempt.js';
import { RequestCode } from './documents.js';
import { say } from './people-words.js';
import { PinField } from './pin-field.js';

interface ProofFormProps {
  id: string;
  /** To which the code goes, as typed or as kept. */
  phone: string;
  /** What the code is for, as its button says it. */
  deed: string;
  isBusy: boolean;
  notDone: Said | null;
  onCode: (code: string) => void;
  onNotSent?: (said: Said | null) => void;
}

/** A code to one number, then what it is for. Another number begins anew. */
export function ProofForm({ id, phone, deed, isBusy, notDone, onCode, onNotSent }: ProofFormProps) {
  const words = say();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [notSent, setNotSent] = useState<Said | null>(null);
  const [code, setCode] = useState('');
  const isSent = sentTo === phone;
  const send = async (): Promise<void> => {
    const outcome = await attempt(RequestCode, { input: { phone } });
    const said = 'notDone' in outcome ? outcome.notDone : null;
    setNotSent(said);
    onNotSent?.(said?.field === 'phone' ? said : null);
    if (said === null) setSentTo(phone);
  };
  if (!isSent)
    return (
      <div class="stack">
        <NotDone why={saidElsewhere(notSent, 'phone')} />
        <Button isWide isDisabled={phone.trim() === ''} onPress={() => void send()}>
          {words.sendCode}
        </Button>
      </div>
    );
  return (
    <div class="stack">
      <PinField
        id={id}
        label={words.code(phone.startsWith('+') ? phoneText(phone) : phone)}
        digits={6}
        error={saidAt(notDone, 'code')}
        value={code}
        onChange={setCode}
      />
      <NotDone why={notDone?.field ? null : notDone} />
      <Button
        look="main"
        isWide
        isDisabled={isBusy || code.length !== 6}
        onPress={() => onCode(code)}
      >
        {deed}
      </Button>
    </div>
  );
}
