import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { Recover } from './party-documents.js';
import { say } from './party-words.js';

/** Nobody speaks for this party: it is given to a number, and why is kept. */
export function RecoverParty({ partyId, onDone }: { partyId: string; onDone: () => void }) {
  const words = say().recover;
  const deed = useDeed();
  const [isOpen, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const recover = async (): Promise<void> => {
    if (!(await deed.run(Recover, { partyId, phone, reason }))) return;
    setOpen(false);
    onDone();
  };
  return (
    <>
      <p class="wrong">{words.nobody}</p>
      <Button onPress={() => setOpen(true)}>{words.open}</Button>
      <Sheet title={words.open} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form class="stack" onSubmit={(event) => event.preventDefault()}>
          <TextField
            id="recover-phone"
            label={words.phone}
            error={saidAt(deed.notDone, 'phone')}
            inputMode="tel"
            autocomplete="off"
            maxLength={20}
            value={phone}
            onChange={setPhone}
          />
          <TextField
            id="recover-reason"
            label={words.reason}
            hint={words.reasonHint}
            error={saidAt(deed.notDone, 'reason')}
            maxLength={300}
            value={reason}
            onChange={setReason}
          />
          <NotDone why={saidElsewhere(deed.notDone, 'phone', 'reason')} />
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={deed.isBusy || phone === '' || reason.trim() === ''}
            onPress={() => void recover()}
          >
            {words.give}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
