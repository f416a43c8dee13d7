import { useState } from 'preact/hooks';
import { useDeed, type NotDone as Said } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { attempt } from './attempt.js';
import { AskPhone } from './changes-documents.js';
import { say } from './changes-words.js';
import { RequestCode } from './documents.js';

/** The new number first proves that it can be reached. */
export function NewNumber({ onAsked }: { onAsked: () => void }) {
  const words = say();
  const deed = useDeed();
  const [newPhone, setNewPhone] = useState('');
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  const [notSent, setNotSent] = useState<Said | null>(null);

  const sendCode = async (): Promise<void> => {
    const outcome = await attempt(RequestCode, { input: { phone: newPhone } });
    setNotSent('notDone' in outcome ? outcome.notDone : null);
    setSent(!('notDone' in outcome));
  };
  const change = async (): Promise<void> => {
    if (await deed.run(AskPhone, { newPhone, code })) onAsked();
  };

  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.phone}</h2>
      <TextField
        id="new-phone"
        label={words.newPhone}
        hint={words.newPhoneHint}
        error={saidAt(notSent, 'phone') ?? saidAt(deed.notDone, 'newPhone')}
        inputMode="tel"
        autocomplete="off"
        maxLength={20}
        value={newPhone}
        onChange={(typed) => {
          setNewPhone(typed);
          setSent(false);
        }}
      />
      <NotDone why={saidElsewhere(notSent, 'phone')} />
      <Button isWide type="submit" isDisabled={newPhone === ''} onPress={() => void sendCode()}>
        {words.sendCode}
      </Button>
      {isSent && (
        <>
          <TextField
            id="new-phone-code"
            label={words.code}
            error={saidAt(deed.notDone, 'code')}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={7}
            pattern="\d{6}"
            value={code}
            onChange={(typed) => setCode(typed.normalize('NFKC').replace(/\D/g, ''))}
          />
          <NotDone why={saidElsewhere(deed.notDone, 'code', 'newPhone')} />
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={deed.isBusy || code.length !== 6}
            onPress={() => void change()}
          >
            {words.changePhone}
          </Button>
        </>
      )}
    </form>
  );
}
