import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { Recover } from './party-documents.js';
import { isWhole, NOBODY, PhoneReasonField } from './phone-reason-field.js';
import { say } from './party-words.js';

/** Nobody speaks for this party: it is given to a number, and why is kept. */
export function RecoverParty({ partyId, onDone }: { partyId: string; onDone: () => void }) {
  const words = say().recover;
  const deed = useDeed();
  const [isOpen, setOpen] = useState(false);
  const [whom, setWhom] = useState(NOBODY);
  const recover = async (): Promise<void> => {
    if (!(await deed.run(Recover, { partyId, ...whom }))) return;
    setOpen(false);
    onDone();
  };
  return (
    <>
      <p class="wrong">{words.nobody}</p>
      <Button onPress={() => setOpen(true)}>{words.open}</Button>
      <Sheet title={words.open} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form class="stack" onSubmit={(event) => event.preventDefault()}>
          <PhoneReasonField
            id="recover"
            labels={words}
            longestReason={300}
            value={whom}
            onChange={setWhom}
            notDone={deed.notDone}
          />
          <Button
            look="main"
            isWide
            type="submit"
            isDisabled={deed.isBusy || !isWhole(whom)}
            onPress={() => void recover()}
          >
            {words.give}
          </Button>
        </form>
      </Sheet>
    </>
  );
}
